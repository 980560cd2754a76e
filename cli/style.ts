/*
 * Colours of a terminal, or none. Text from a design goes through `plain` first: what it holds is shown, and
 * does not move the cursor.
 */

export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  blue(text: string): string;
}

const wrap =
  (on: boolean, code: number, off: number) =>
  (text: string): string =>
    on && text !== '' ? `\u001b[${code}m${text}\u001b[${off}m` : text;

/** The style of a stream. */
export const styleOf = (isColored: boolean): Style => ({
  bold: wrap(isColored, 1, 22),
  dim: wrap(isColored, 2, 22),
  red: wrap(isColored, 31, 39),
  yellow: wrap(isColored, 33, 39),
  green: wrap(isColored, 32, 39),
  blue: wrap(isColored, 34, 39),
});

/**
 * What programs that run builds take for an order when they read it in a log: `::error::` where a line begins (GitHub),
 * `##vso[…]`, `##[…]` and `##teamcity[…]` anywhere (Azure, TeamCity).
 */
const orders = /(?<![^\s])::|##(?=\w*\[)/g;

/** The text on one line, without anything that a terminal or whoever reads a log would take as an order. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/(?!\u200d)[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd')
    .replaceAll(orders, ([first = '']) => `${first} ${first}`);

/** The text in lines of at most so many characters, each with the indent in front. */
export const wrapText = (text: string, indent = '', width = 88): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, indent, width))
    .join('\n');

const wrapLine = (line: string, indent: string, width: number): string => {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && indent.length + current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  lines.push(current);
  return lines.map((item) => (item === '' ? '' : indent + item)).join('\n');
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters.
const lengthOf = (text: string): number => text.replaceAll(/\u001b\[\d+m/g, '').length;

/** Columns of equal width; the last one is as long as it is. */
export const columns = (
  rows: readonly (readonly string[])[],
  indent = '',
  gap = '  ',
): readonly string[] => {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, lengthOf(cell));
  return rows.map((row) =>
    (
      indent +
      row
        .map((cell, at) =>
          at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - lengthOf(cell)),
        )
        .join(gap)
    ).trimEnd(),
  );
};

/** What a longer text says first. */
export const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
