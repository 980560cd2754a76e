import { isJsonObject } from '../lib/json.ts';
import { compareText, sortedBy } from '../lib/order.ts';
import type { Connection, Design, Node, Suppression } from './design.ts';
import { isIntrinsic } from './value.ts';

/*
 * The canonical text of a design: the same design gives the same bytes on every machine, and a small
 * change gives a small diff. Known fields come first in a fixed order, unknown ones after them by name.
 * Nodes and connections are sorted by id, properties by name. Inside a property's value the order is the
 * user's: the states of a state machine read best as they were written.
 */
const designFields = [
  '$schema',
  'formatVersion',
  'name',
  'description',
  'region',
  'stage',
  'limits',
  'nodes',
  'connections',
  'suppressions',
];
const nodeFields = ['id', 'kind', 'name', 'parent', 'position', 'size', 'properties'];
const connectionFields = ['id', 'type', 'from', 'to', 'properties'];
const suppressionFields = ['rule', 'at', 'reason'];
const positionFields = ['x', 'y'];
const sizeFields = ['width', 'height'];

/** A short list of plain values stays on one line up to this width, brackets included. */
const lineLength = 80;

/**
 * What is nested deeper than anybody writes stays on one line: else a small file whose values lie hundreds of levels
 * deep would become one of gigabytes, nearly all of it white space.
 */
const deepestIndent = 64;

/** The design as the text of its file, without loss: unknown fields and odd keys included. */
export const serialiseDesign = (design: Design): string =>
  `${objectText(design, designFields, 0, (key, value, indent) => {
    if (key === 'nodes')
      return listText(
        sortedBy(value as readonly Node[], (node) => node.id),
        indent,
        nodeText,
      );
    if (key === 'connections') {
      return listText(
        sortedBy(value as readonly Connection[], ({ id }) => id),
        indent,
        connectionText,
      );
    }
    if (key === 'suppressions') {
      return listText(
        [...(value as readonly Suppression[])].sort(bySuppressed),
        indent,
        suppressionText,
      );
    }
    if (key === 'limits') return objectText(value as object, [], indent, anyField);
    return jsonText(value, indent);
  })}\n`;

const bySuppressed = (a: Suppression, b: Suppression): number =>
  compareText(a.rule, b.rule) || compareText(a.at ?? '', b.at ?? '');

const nodeText = (node: unknown, indent: number): string =>
  objectText(node as object, nodeFields, indent, (key, value, inner) => {
    if (key === 'properties') return objectText(value as object, [], inner, anyField);
    if (key === 'position') return lineText(value as object, positionFields, inner);
    if (key === 'size') return lineText(value as object, sizeFields, inner);
    return jsonText(value, inner);
  });

const connectionText = (connection: unknown, indent: number): string =>
  objectText(connection as object, connectionFields, indent, (key, value, inner) =>
    key === 'properties'
      ? objectText(value as object, [], inner, anyField)
      : jsonText(value, inner),
  );

const suppressionText = (suppression: unknown, indent: number): string =>
  objectText(suppression as object, suppressionFields, indent, anyField);

type FieldText = (key: string, value: unknown, indent: number) => string;
const anyField: FieldText = (_key, value, indent) => jsonText(value, indent);

/** The object's own keys: the known ones in their order, then the others by name. A field that is undefined is absent. */
const orderedEntries = (
  object: object,
  known: readonly string[],
): readonly (readonly [string, unknown])[] => {
  const entries: (readonly [string, unknown])[] = [];
  const fields = object as { readonly [key: string]: unknown };
  for (const key of known) {
    if (Object.hasOwn(fields, key)) entries.push([key, fields[key]]);
  }
  const others = Object.keys(fields).filter((key) => !known.includes(key));
  for (const key of others.sort(compareText)) entries.push([key, fields[key]]);
  return entries.filter(([, value]) => value !== undefined);
};

const objectText = (
  object: object,
  known: readonly string[],
  indent: number,
  field: FieldText,
): string =>
  block(
    '{',
    '}',
    indent,
    orderedEntries(object, known),
    ([key, value], inner) => `${quoted(key)}: ${field(key, value, inner)}`,
  );

const listText = (
  items: readonly unknown[],
  indent: number,
  item: (value: unknown, indent: number) => string,
): string => block('[', ']', indent, items, item);

const block = <T>(
  open: string,
  close: string,
  indent: number,
  items: readonly T[],
  item: (value: T, indent: number) => string,
): string => {
  if (items.length === 0) return open + close;
  if (indent > deepestIndent)
    return `${open}${items.map((value) => item(value, indent)).join(', ')}${close}`;
  const inner = indent + 2;
  const start = `\n${' '.repeat(inner)}`;
  // Joined, not added up: a long chain of additions keeps every piece alive until the end.
  const parts = items.map((value) => item(value, inner));
  return `${open}${start}${parts.join(`,${start}`)}\n${' '.repeat(indent)}${close}`;
};

/** A small object of plain values on one line: `{ "x": 0, "y": 0 }`. */
const lineText = (object: object, known: readonly string[], indent: number): string =>
  Object.values(object).every(isPlain)
    ? `{ ${orderedEntries(object, known)
        .map(([key, value]) => `${quoted(key)}: ${plainText(value)}`)
        .join(', ')} }`
    : objectText(object, known, indent, anyField);

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them.
const needsEscape = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text in quotes. Most need no escape, and asking first is faster. */
const quoted = (text: string): string =>
  needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;

/** As JSON.stringify does it, except that minus zero keeps its sign. */
const plainText = (value: unknown): string => {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && Number.isFinite(value))
    return Object.is(value, -0) ? '-0' : `${value}`;
  return JSON.stringify(value) ?? 'null';
};

const jsonText = (value: unknown, indent: number): string => {
  if (isPlain(value)) return plainText(value);
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isPlain)) {
      const line = `[${value.map(plainText).join(', ')}]`;
      if (line.length <= lineLength) return line;
    }
    return listText(value, indent, jsonText);
  }
  if (!isJsonObject(value)) return 'null';
  if (isIntrinsic(value)) {
    const [entry] = Object.entries(value);
    const text = entry === undefined ? '' : jsonText(entry[1], indent + 2);
    if (entry !== undefined && !text.includes('\n')) return `{ ${quoted(entry[0])}: ${text} }`;
  }
  return block(
    '{',
    '}',
    indent,
    Object.entries(value),
    ([key, item], inner) => `${quoted(key)}: ${jsonText(item, inner)}`,
  );
};
