import type { Node } from '../graph/graph.ts';

/** A node's name as messages show it, in quotes. */
export const named = (node: Node | undefined): string =>
  node ? `"${node.name}"` : 'a missing node';

/** `a`, `a and b`, `a, b and c`. */
export const listOf = (items: readonly string[], word = 'and'): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;

/** `a Lambda function`, `an SQS queue`. */
export const withArticle = (words: string): string =>
  `${/^(?:[AEIOaeio]|[FHLMNRSX][A-Z0-9]|U[^s])/.test(words) ? 'an' : 'a'} ${words}`;

/** `10,240`, `0.5`: the same on every machine. */
export const formatNumber = (value: number): string => {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Seconds in the largest unit that fits exactly: `15 minutes`, `90 seconds`, `14 days`. */
export const formatDuration = (seconds: number): string => {
  for (const [unit, size] of units)
    if (seconds >= size && seconds % size === 0) return counted(seconds / size, unit);
  return `${formatNumber(seconds)} seconds`;
};

/** `1 zone`, `2 zones`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${formatNumber(count)} ${count === 1 ? noun : plural}`;

/** Bytes in the largest binary unit that is at least one: `4 KB`, `1.5 MB`. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1024) return `${formatNumber(bytes)} bytes`;
  const [size, unit] =
    bytes < 1024 ** 2 ? [1024, 'KB'] : bytes < 1024 ** 3 ? [1024 ** 2, 'MB'] : [1024 ** 3, 'GB'];
  return `${formatNumber(Math.round((bytes / size) * 10) / 10)} ${unit}`;
};

/** Bytes of the text in UTF-8, as AWS counts most sizes. */
export const utf8Length = (text: string): number => {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
};

/** The text with its slots filled; numbers get a comma for thousands. */
export const fillMessage = (
  template: string,
  data: Readonly<Record<string, string | number>>,
): string =>
  template.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    return value === undefined ? slot : typeof value === 'number' ? formatNumber(value) : value;
  });
