/*
 * Numbers with a unit as people type and read them: `15 min` in a field of seconds is 900, and 900 s are 15 minutes.
 */

/** What a typed text says: a number, nothing, or why it is no number. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly problem: string };

interface Scale {
  readonly words: readonly string[];
  readonly size: number;
  /** As people read it, in the plural. */
  readonly name: string;
}

const times: readonly Scale[] = [
  { words: ['ms', 'millisecond', 'milliseconds'], size: 0.001, name: 'milliseconds' },
  { words: ['s', 'sec', 'second', 'seconds'], size: 1, name: 'seconds' },
  { words: ['min', 'mins', 'm', 'minute', 'minutes'], size: 60, name: 'minutes' },
  { words: ['h', 'hour', 'hours'], size: 3600, name: 'hours' },
  { words: ['d', 'day', 'days'], size: 86_400, name: 'days' },
];
const sizes: readonly Scale[] = [
  { words: ['byte', 'bytes', 'b'], size: 1, name: 'bytes' },
  { words: ['kb', 'kib', 'k'], size: 1024, name: 'KB' },
  { words: ['mb', 'mib'], size: 1024 ** 2, name: 'MB' },
  { words: ['gb', 'gib'], size: 1024 ** 3, name: 'GB' },
  { words: ['tb', 'tib'], size: 1024 ** 4, name: 'TB' },
];

const scaleOf = (unit: string | undefined): { all: readonly Scale[]; own: Scale } | undefined => {
  const word = unit?.toLowerCase() ?? '';
  for (const all of [times, sizes]) {
    const own = all.find(({ words }) => words.includes(word));
    if (own) return { all, own };
  }
  return undefined;
};

const typed =
  /^([+-]?(?:\d+|\d{1,3}(?:[,\u00a0\u202f ]\d{3})+)?(?:\.\d+)?(?:e[+-]?\d+)?)\s*(\D*)$/i;

/** Reads what was typed into a field of this unit. Any unit of the same sort is understood. */
export const readNumber = (
  text: string,
  { unit, whole = false }: { readonly unit?: string | undefined; readonly whole?: boolean } = {},
): NumberReading => {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const [, digits = '', word = ''] = typed.exec(trimmed) ?? [];
  if (digits === '' || !/\d/.test(digits))
    return {
      kind: 'wrong',
      problem: /^\d+,\d+$/.test(trimmed)
        ? 'Write decimals with a point.'
        : `${quoted(trimmed)} is no number.`,
    };
  const plain = Number(digits.replaceAll(/[,\u00a0\u202f ]/g, ''));
  const factor = factorOf(word.trim(), unit);
  if (factor === undefined)
    return {
      kind: 'wrong',
      problem:
        unit === undefined
          ? `A plain number is wanted, without ${quoted(word.trim())}.`
          : `${quoted(word.trim())} is no unit that becomes ${unit}.`,
    };
  // A factor such as 60 or 1/1024 must not leave a trace of binary fractions.
  const value = Number((plain * factor).toPrecision(15));
  if (!Number.isFinite(value)) return { kind: 'wrong', problem: 'This number is too large.' };
  if (whole && !Number.isInteger(value))
    return { kind: 'wrong', problem: 'A whole number is wanted.' };
  return { kind: 'number', value };
};

const factorOf = (word: string, unit: string | undefined): number | undefined => {
  if (word === '' || word === unit) return 1;
  const scale = scaleOf(unit);
  const other = scale?.all.find(({ words }) => words.includes(word.toLowerCase()));
  return scale && other ? other.size / scale.own.size : undefined;
};

const quoted = (text: string): string => `“${text.length > 24 ? `${text.slice(0, 24)}…` : text}”`;

/** A number for people: `10,240`. */
export const showNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toLocaleString('en-US') : String(value);

/** A number with its unit: `10,240 MB`, `100 %`. */
export const showQuantity = (value: number, unit: string | undefined): string => {
  const one = value === 1 && unit === 'days' ? 'day' : unit;
  return one === undefined ? showNumber(value) : `${showNumber(value)} ${one}`;
};

/** The same in a larger unit, where that is easier to read: 345600 s are `4 days`; undefined when it is not. */
export const inOtherWords = (value: number, unit: string | undefined): string | undefined => {
  const scale = scaleOf(unit);
  if (!scale || value === 0) return undefined;
  const base = value * scale.own.size;
  const larger = scale.all.findLast(
    ({ size }) => size > scale.own.size && base >= size && isShort(base / size),
  );
  if (!larger) return undefined;
  const count = Number((base / larger.size).toPrecision(6));
  const name = count === 1 ? larger.name.replace(/s$/, '') : larger.name;
  return `${showNumber(count)} ${name}`;
};

const isShort = (count: number): boolean => Math.abs(count * 2 - Math.round(count * 2)) < 1e-9;

/** How far an arrow key goes in a field of this unit. */
export const stepOf = (unit: string | undefined, max: number | undefined): number => {
  if (unit === 'bytes' || unit === 'KiB') return 1024;
  if (unit === 'MB' && max !== undefined && max >= 1024) return 64;
  if (unit === 'ms') return 100;
  if (unit === 's' && max !== undefined && max >= 43_200) return 60;
  return 1;
};

/** The next number up or down: on the grid of the step and within the limits. */
export const stepped = (
  from: number,
  direction: 1 | -1,
  {
    step,
    min = -Infinity,
    max = Infinity,
  }: { readonly step: number; readonly min?: number; readonly max?: number },
): number => {
  const cells = from / step;
  const next = (direction === 1 ? Math.floor(cells) + 1 : Math.ceil(cells) - 1) * step;
  return Math.min(Math.max(Number(next.toPrecision(15)), min), max);
};
