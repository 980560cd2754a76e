/*
 * Text in pictures: how wide it is, where it is cut, and how it is written so that it is nothing but text.
 * Fonts differ between machines, so a width is an estimate, on the wide side.
 */

/** Widths of printable ASCII in thousandths of the font size, as in Helvetica and its relatives. */
const asciiWidths: ReadonlyMap<string, number> = new Map(
  (
    [
      ["ijl'", 222],
      ['I.,:;!/[]\\ ft|', 278],
      ['()-r`{}"', 334],
      ['*^', 430],
      ['Jckvxysz', 500],
      ['abdeghnopqu0123456789L?#$_+<=>~', 560],
      ['FTZ', 611],
      ['ABEKPSVXY&', 667],
      ['CDHNRUw', 722],
      ['GOQ', 778],
      ['mM%', 850],
      ['W@', 980],
    ] as const
  ).flatMap(([characters, width]) =>
    [...characters].map((character) => [character, width] as const),
  ),
);

/** Other fonts of the family list are a little wider. */
const reserve = 1.04;
const boldness = 1.06;

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const zeroWidth = /\p{M}|[\u200b-\u200f]|\u2060|[\ufe00-\ufe0f]/u;

const widthOf = (character: string): number =>
  asciiWidths.get(character) ?? (zeroWidth.test(character) ? 0 : wide.test(character) ? 1000 : 600);

/** How text is set. */
export interface TextStyle {
  /** The font size in pixels. */
  readonly size: number;
  readonly isBold?: boolean;
}

/** The estimated width of one line, in pixels. */
export const measure = (text: string, { size, isBold = false }: TextStyle): number => {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return (width / 1000) * size * reserve * (isBold ? boldness : 1);
};

/** The text on one line, cut to a width with an ellipsis when it is longer. */
export const fitText = (text: string, width: number, style: TextStyle): string => {
  const line = oneLine(text);
  if (measure(line, style) <= width) return line;
  const room = width - measure('…', style);
  let used = 0;
  let kept = '';
  for (const character of line) {
    used += measure(character, style);
    if (used > room) break;
    kept += character;
  }
  return `${kept.replace(/(?:[\s.,·]|\u200d)+$/u, '')}…`;
};

// What turns the reading direction round could make a label read as something else.
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** The text without line breaks and without characters that change how the rest is read. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(directions, '')
    .replaceAll(/[\s\u0085]+/gu, ' ')
    .trim();

// Everything that XML 1.0 does not allow: a document with one of them does not open at all.
const notXml =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it replaces.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The text as XML, in an element or in a quoted attribute. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll(directions, '')
    .replaceAll(notXml, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

/** A number as pictures write it: two decimals at most, no exponent. */
export const decimal = (value: number): string => String(Math.round(value * 100) / 100);
