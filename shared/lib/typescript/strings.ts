import type { Code } from './syntax.ts';

const plainAscii = /^[\x20-\x7e]*$/;
/** Text that stands between single quotes as it is. */
const plainString = /^[\x20-\x26\x28-\x5b\x5d-\x7e]*$/;
/** What a reader can see. The rest (controls, format characters, odd spaces, lone surrogates) is written as an escape. */
const visible = /^[ \p{L}\p{M}\p{N}\p{P}\p{S}]$/u;
/** Visible, but engines do not agree on how wide: written as an escape too, so that the layout is the same everywhere. */
const uncertain = /[\u0d4e\u17a4\u17d8\u2d7f\u3164\ua8fa\ud7b0-\ud7fb\uffa0\u{11000}-\u{11fff}]/u;
const identifierName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const asciiIdentifierName = /^[A-Za-z_$][\w$]*$/;
const shortEscapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
};

/** Words that cannot name a variable in a module. */
const reservedWords = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends ' +
    'false finally for function if implements import in instanceof interface let new null package private protected ' +
    'public return static switch throw true try typeof var void while with yield'
  ).split(' '),
);

const isIdentifierName = (text: string): boolean =>
  asciiIdentifierName.test(text) || identifierName.test(text);

/** Throws unless `text` can stand after a dot: a wrong name is our own mistake. */
export const checkedName = (text: string): string => {
  if (!isIdentifierName(text)) throw new Error(`Not an identifier: ${JSON.stringify(text)}`);
  return text;
};

/** Throws unless `text` can be a variable (`this` and `super` included). */
export const checkedIdentifier = (text: string): string => {
  if (reservedWords.has(text)) throw new Error(`A reserved word cannot be an identifier: ${text}`);
  return checkedName(text);
};

const typeName = /^[\p{L}\p{N}_$]+(?:\.[\p{L}\p{N}_$]+)*$/u;

/** Throws unless `text` is the name of a type, `s3.CfnBucket`. */
export const checkedTypeName = (text: string): string => {
  if (!typeName.test(text)) throw new Error(`Not the name of a type: ${JSON.stringify(text)}`);
  return text;
};

const typeText = /^(?:[\p{L}\p{N}_$.<>[\]|&, ]|'[\w .:/@+-]*')+$/u;

/** Throws unless `text` looks like a type: names, generics, arrays, unions, quoted texts. */
export const checkedType = (text: string): string => {
  if (!typeText.test(text)) throw new Error(`Not a type: ${JSON.stringify(text)}`);
  return text;
};

const escapeCharacter = (character: string): string => {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  if (visible.test(character) && !uncertain.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
};

/** A string literal: single quotes, unless double quotes need fewer escapes. */
export const quoted = (text: string): string => {
  if (plainString.test(text)) return `'${text}'`;
  let single = 0;
  let double = 0;
  let body = '';
  for (const character of text) {
    if (character === "'") single += 1;
    else if (character === '"') double += 1;
    body += escapeCharacter(character);
  }
  return single > double ? `"${body.replaceAll('"', '\\"')}"` : `'${body.replaceAll("'", "\\'")}'`;
};

/** The text part of a template literal. Line breaks stay line breaks, unless `oneLine`. */
export const templateChunk = (text: string, oneLine: boolean): string => {
  let body = '';
  let previous = '';
  for (const character of text) {
    if (character === '`' || (character === '{' && previous === '$')) body += `\\${character}`;
    else if (character === '\n' && !oneLine) body += '\n';
    else body += escapeCharacter(character);
    previous = character;
  }
  return body;
};

/** The key of an object literal. A plain `__proto__` would set the prototype, so it is computed. */
export const objectKey = (key: string): string =>
  key === '__proto__' ? "['__proto__']" : isIdentifierName(key) ? key : quoted(key);

export const numberText = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error(`Not a number that can be written: ${value}`);
  return Object.is(value, -0) ? '-0' : String(value).replace('e+', 'e');
};

export const isNegative = (code: Code): boolean =>
  code.kind === 'number' && (code.value < 0 || Object.is(code.value, -0));

/** What the formatter counts as two columns. */
const wide =
  /[\u1100-\u115f\u231a\u231b\u2329\u232a\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2630-\u2637\u2648-\u2653\u267f\u268a-\u268f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{1d300}-\u{1d356}\u{1d360}-\u{1d376}\u{1f004}\u{1f0cf}\u{1f18e}\u{1f191}-\u{1f19a}\u{1f200}-\u{1f320}\u{1f32d}-\u{1f335}\u{1f337}-\u{1f37c}\u{1f37e}-\u{1f393}\u{1f3a0}-\u{1f3ca}\u{1f3cf}-\u{1f3d3}\u{1f3e0}-\u{1f3f0}\u{1f3f4}\u{1f3f8}-\u{1f43e}\u{1f440}\u{1f442}-\u{1f4fc}\u{1f4ff}-\u{1f53d}\u{1f54b}-\u{1f54e}\u{1f550}-\u{1f567}\u{1f57a}\u{1f595}\u{1f596}\u{1f5a4}\u{1f5fb}-\u{1f64f}\u{1f680}-\u{1f6c5}\u{1f6cc}\u{1f6d0}-\u{1f6d2}\u{1f6d5}-\u{1f6d8}\u{1f6dc}-\u{1f6df}\u{1f6eb}\u{1f6ec}\u{1f6f4}-\u{1f6fc}\u{1f7e0}-\u{1f7eb}\u{1f7f0}\u{1f90c}-\u{1f93a}\u{1f93c}-\u{1f945}\u{1f947}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const narrow = /[\p{Grapheme_Extend}\u1160-\u11ff]/u;

/** Columns the text takes, as the formatter counts them. */
export const textWidth = (text: string): number => {
  if (plainAscii.test(text)) return text.length;
  let width = 0;
  for (const character of text)
    width += character <= '~' ? 1 : narrow.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
};

/** Columns the text takes when emoji sequences are drawn as one: the formatter measures short arguments and keys like this. */
export const sequenceWidth = (text: string): number =>
  plainAscii.test(text)
    ? text.length
    : textWidth(text.replace(/(\p{Emoji_Modifier_Base})\p{Emoji_Modifier}/gu, '$1')) +
      (text.match(/\p{Emoji}\ufe0f/gu) ?? []).filter((pair) => textWidth(pair) === 1).length;

/** Bytes the text takes in a file. */
export const utf8Length = (text: string): number => {
  let length = text.length;
  for (const character of text) {
    if (character > '\u07ff') length += 2;
    else if (character > '\u007f') length += 1;
  }
  return length;
};
