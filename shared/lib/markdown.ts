/** Text from a design as one line of Markdown: nothing in it is markup, a link or a line break. */
export const inlineText = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]()<>#+\-!|&~$^=]/g, (character) => `\\${character}`);
