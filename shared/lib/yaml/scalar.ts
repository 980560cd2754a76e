/** Texts as YAML scalars that every reader takes for the same text, be it one of YAML 1.1 or 1.2. */

/** Starts with nothing that has a meaning, and holds no `: ` and no ` #`. Numbers and dates start with a digit, so not. */
const plainAscii = /^(?:[A-Za-z_/$(]|\.\.?\/)(?:[!-9;-~]|:(?=[^ ])| (?=[^#]))*$/;
const plainLetters =
  /^(?:[\p{L}_/$(]|\.\.?\/)(?:[!-9;-~]|(?![ -~])[\p{L}\p{M}\p{N}\p{P}\p{S}]|:(?=[^ ])| (?=[^#]))*$/u;
/** What YAML 1.1 takes for a boolean or for nothing. */
const reserved = new Set('y n yes no on off true false null'.split(' '));
/** What some readers of YAML 1.1 take for a number with nothing before its exponent. */
const bareExponent = /^[eE][0-9]+$/;

const plainLines = /^[\t\n -~]*$/;
const visibleLines = /^[\t\n \p{L}\p{M}\p{N}\p{P}\p{S}]*$/u;
const spaceBeforeBreak = /[ \t](?:\n|$)/;
/** What stands in a double-quoted text as it is; the rest (controls, format characters, odd spaces) is escaped. */
const visible = /^[ \p{L}\p{M}\p{N}\p{P}\p{S}]$/u;
const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const escapeCharacter = (character: string): string => {
  const short = escapes[character];
  if (short !== undefined) return short;
  if (visible.test(character)) return character;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
};

/** The text in double quotes, whatever it holds. */
export const doubleQuoted = (text: string): string => {
  if (/^[ !#-[\]-~]*$/.test(text)) return `"${text}"`;
  let body = '';
  for (const character of text) body += escapeCharacter(character);
  return `"${body}"`;
};

/** The patterns above go back over what they have read, and end the stack on a text of millions of characters. */
const longestPlain = 100_000;

const isPlain = (text: string): boolean =>
  text.length <= longestPlain &&
  (plainAscii.test(text) || plainLetters.test(text)) &&
  !(text.length <= 5 && reserved.has(text.toLowerCase())) &&
  !bareExponent.test(text);

/** The text on one line: plain where that is safe, else in double quotes. */
export const scalarText = (text: string): string => (isPlain(text) ? text : doubleQuoted(text));

/** The number as YAML 1.1 and 1.2 both read it: an exponent needs a point before it and a sign. */
export const scalarNumber = (value: number): string => {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  const [mantissa = '', exponent] = text.split('e');
  return exponent === undefined
    ? text
    : `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${exponent}`;
};

/**
 * The text as a literal block whose lines start with `lineStart` (a line break and spaces, two more than what holds the
 * block); undefined when that would not keep every character, or when there is only one line.
 */
export const literalBlock = (text: string, lineStart: string): string | undefined => {
  if (!text.includes('\n') || spaceBeforeBreak.test(text)) return undefined;
  if (!plainLines.test(text) && !visibleLines.test(text)) return undefined;
  const start = /^\n*([^\n])/.exec(text);
  if (start === null) return undefined;
  // A first line that starts with a space would be taken for the indentation of all.
  const indentation = start[1] === ' ' ? '2' : '';
  const chomping = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const body = `\n${chomping === '-' ? text : text.slice(0, -1)}`;
  return `|${indentation}${chomping}${body.replace(/\n(?=[^\n])/g, lineStart)}`;
};

const lineBreaks = /\r\n|[\n\r\u0085\u2028\u2029]/;
const unsafe = /[\p{Cs}\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The text as comments, one for each of its lines. */
export const commentLines = (text: string): string[] =>
  text
    .split(lineBreaks)
    .map((line) => `# ${line.replaceAll('\t', ' ').replace(unsafe, '\ufffd')}`.trimEnd());
