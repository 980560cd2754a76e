import { oneLine } from './words.ts';

/** Text from a design as one line of Markdown: nothing in it is markup, a link or a line break. */
export const inlineText = (text: string): string =>
  oneLine(text).replaceAll(/[\\`*_{}[\]()<>#+\-!|&~$^=]/g, (character) => `\\${character}`);
