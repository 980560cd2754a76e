const lowerThenUpper = /([a-z0-9])([A-Z])/g;
const acronymThenWord = /([A-Z])([A-Z][a-z])/g;
const accent = /\p{M}+/gu;
const ascii = /^[\0-\x7f]*$/;

/** The words of a text, ASCII letters and digits only: `Größe der orderQueue` gives `Grosse der order Queue`. */
export const wordsOf = (text: string): readonly string[] =>
  (ascii.test(text) ? text : text.replaceAll('ß', 'ss').normalize('NFKD').replace(accent, ''))
    .replace(acronymThenWord, '$1 $2')
    .replace(lowerThenUpper, '$1 $2')
    .match(/[A-Za-z0-9]+/g) ?? [];

const capitalised = (word: string): string =>
  word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** `Order queue` gives `OrderQueue`. */
export const pascalCase = (text: string): string => wordsOf(text).map(capitalised).join('');

/** `Order queue` gives `orderQueue`. */
export const camelCase = (text: string): string => {
  const [first, ...rest] = wordsOf(text);
  return first === undefined ? '' : first.toLowerCase() + rest.map(capitalised).join('');
};

/** `Order queue` gives `order-queue`. */
export const kebabCase = (text: string): string => wordsOf(text).join('-').toLowerCase();

/** Words that Windows keeps for devices: no file or folder may be called so, whatever its ending. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** As `kebabCase`, for a file or a folder: `Con` gives `con-1`, since Windows keeps `con` for itself. */
export const kebabFileName = (text: string): string => {
  const name = kebabCase(text);
  return device.test(name) ? `${name}-1` : name;
};

/** `Order queue` gives `ORDER_QUEUE`. */
export const screamingSnakeCase = (text: string): string => wordsOf(text).join('_').toUpperCase();

/** A text without line breaks and control characters; each run of them and of white space is one space. */
export const oneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
