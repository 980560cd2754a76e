const lineBreaks = /\r\n|[\n\r\u2028\u2029]/;
/** Controls, lone surrogates, and the marks that make text read in another order than it is written. */
const unsafe = /[\p{Cs}\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** What tools take for an order to them, `@ts-nocheck` or `# sourceMappingURL`. */
const order = /^\s*(?=[@#/]|(?:biome|deno|eslint|prettier|rome|tslint|v8|c8|istanbul)\b)/;

const safeLines = (text: string): string[] =>
  text
    .split(lineBreaks)
    .map((line) => line.replaceAll('\t', ' ').replace(unsafe, '\ufffd').trimEnd());

/** The text as `//` comments, one for each line. */
export const commentLines = (text: string): string[] =>
  safeLines(text).map((line) => (line === '' ? '//' : `// ${line.replace(order, '> ')}`));

/** The text as a doc comment. */
export const docLines = (text: string): string[] => {
  const lines = safeLines(text).map((line) =>
    line.replaceAll('*/', '*\\/').replace(/@(?=ts-)/g, '@ '),
  );
  return lines.length === 1
    ? [`/** ${lines[0]} */`]
    : ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'];
};
