/** One thing that is wrong, or worth knowing, in a text from outside; in words for the person who wrote it. */
export type Problem = {
  /** Kebab-case and stable, for tests and for programs. */
  readonly code: string;
  /** Where in the document, such as `nodes[3].position.x`; empty for the document itself. */
  readonly at: string;
  /** What is wrong: where, and the value found. */
  readonly message: string;
  /** What the place belongs to, when that is known; either part may be missing. */
  readonly subject?: { readonly id?: string; readonly name?: string };
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 units as editors do. */
  readonly column?: number;
  /** The value found, shortened. */
  readonly got?: string;
  /** What to do about it. */
  readonly hint?: string;
};

/** A step into a JSON document: a key, or an index of a list. */
export type PathStep = string | number;

/** The start of a text that may be very long. */
export const shorten = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length)}…`;

/** A text in double quotes, with everything that a terminal or a reader could trip over escaped. */
export const quote = (text: string): string =>
  JSON.stringify(text).replace(
    /[\p{C}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );

/** A place in a JSON document as people write it: `nodes[3].properties["Fn::Sub"]`. */
export const formatPath = (path: readonly PathStep[]): string => {
  let text = '';
  for (const whole of path) {
    const step = typeof whole === 'number' ? whole : shorten(whole, 80);
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${quote(step)}]`;
  }
  return text;
};

/** A value in a few words, for a message: `"12" (a text)`, `a list of 3`, `an object`. */
export const describeValue = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') {
    return value === '' ? 'an empty text' : `${quote(shorten(value, 40))} (a text)`;
  }
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  return shorten(String(value), 40);
};
