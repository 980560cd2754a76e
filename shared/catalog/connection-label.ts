import type { Connection, Graph } from '../graph/graph.ts';
import { isJsonObject, type Json } from '../lib/json.ts';
import { connectionOf } from './catalog.ts';
import type { ConnectionDefinition } from './connection.ts';
import type { PropertyReader } from './property.ts';
import { readerOf } from './reader.ts';

/*
 * What a line between two nodes says: `POST /orders`, `batch 10`, `read/write`. It follows from the names of
 * the properties, which mean the same in every row, so a new row has its label without a line here.
 */

type Part = (read: PropertyReader) => string | undefined;

const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const words = (value: Json | undefined): string | undefined => textOf(value)?.replaceAll('-', ' ');

const accesses: Readonly<Record<string, string>> = {
  readwrite: 'read/write',
  'send-and-consume': 'send/consume',
  read: 'read',
  write: 'write',
  consume: 'consume',
};

/** The first that has something to say gives the label. */
const parts: readonly Part[] = [
  (read) => {
    const path = textOf(read('path'));
    const method = textOf(read('method'));
    if (path === undefined || method === undefined || path === '/*') return undefined;
    return `${method} ${path}`;
  },
  (read) => textOf(read('routeKey')),
  (read) => words(read('eventType')),
  (read) => textOf(read('stateName')),
  (read) => {
    const size = read('batchSize');
    if (typeof size !== 'number') return undefined;
    const filters = read('filters');
    return `batch ${size}${Array.isArray(filters) && filters.length > 0 ? ', filtered' : ''}`;
  },
  (read) => {
    const count = read('maxReceiveCount');
    return typeof count === 'number'
      ? `after ${count} ${count === 1 ? 'try' : 'tries'}`
      : undefined;
  },
  (read) => {
    const events = read('events');
    const first = Array.isArray(events) ? textOf(events[0]) : undefined;
    if (first === undefined || !Array.isArray(events)) return undefined;
    const more = events.length > 1 ? ` +${events.length - 1}` : '';
    const [prefix, suffix] = [textOf(read('prefix')), textOf(read('suffix'))];
    const only =
      prefix === undefined && suffix === undefined ? '' : ` ${prefix ?? ''}*${suffix ?? ''}`;
    return `${first.replace(/^s3:/, '').replace(/:\*$/, '')}${more}${only}`;
  },
  (read) => words(read('trigger')),
  (read) => {
    const pattern = textOf(read('pathPattern'));
    return pattern === undefined || pattern.startsWith('default') ? undefined : pattern;
  },
  (read) => {
    const filter = read('filterPolicy');
    return isJsonObject(filter) && Object.keys(filter).length > 0 ? 'filtered' : undefined;
  },
  (read) => textOf(read('detailType')),
  (read) => textOf(read('recordName')),
  (read) => {
    const [from, to] = [read('fromPort'), read('toPort')];
    if (typeof from !== 'number' || typeof to !== 'number') return undefined;
    return `${textOf(read('protocol')) ?? ''} ${from === to ? from : `${from}-${to}`}`.trim();
  },
  (read) => {
    const access = textOf(read('access'));
    return access === undefined || !Object.hasOwn(accesses, access) ? undefined : accesses[access];
  },
];

/** What a line says, and a shorter word for where there is little room. */
export interface ConnectionLabel {
  readonly text: string;
  readonly short: string;
}

const plain = (text: string): ConnectionLabel => ({ text, short: text });

/** What a connection does, where its settings say nothing more exact: `publishes to` gives `publishes`. */
const verbOf = (definition: ConnectionDefinition): ConnectionLabel => {
  const text = definition.label.replace(
    / (?:to|with|of|in|on|into|from|through|by|items of|objects of|users of)$/,
    '',
  );
  return { text, short: text.split(' ')[0] ?? text };
};

/** Words for what happens only after a success or a failure; the row's variant tells. */
const outcomes: Readonly<Record<string, string>> = {
  'on-failure': 'on failure',
  'on-success': 'on success',
  'mapping-on-failure': 'on failure',
  'dead-letter': 'dead letter',
};

/** The label of a connection type with these settings. */
export const labelFor = (
  definition: ConnectionDefinition,
  read: PropertyReader,
): ConnectionLabel => {
  if (definition.variant !== undefined && Object.hasOwn(outcomes, definition.variant))
    return plain(outcomes[definition.variant] ?? '');
  for (const part of parts) {
    const label = part(read);
    if (label !== undefined) return plain(label);
  }
  return verbOf(definition);
};

/** What the line of a connection says; its type when the catalog does not know it. */
export const labelOf = (graph: Graph, connection: Connection): ConnectionLabel => {
  const definition = connectionOf(connection.type);
  return definition === undefined
    ? plain(connection.type)
    : labelFor(definition, readerOf(graph, connection));
};
