import type { Connection, Graph, Node } from '../graph/graph.ts';
import { oneLine } from '../lib/words.ts';
import { connectionOf, serviceOf } from './catalog.ts';
import type { Category } from './service.ts';

/** How many findings a node has. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** What both ends of a connection are said to do: the first what the source does, the second what the target does. */
type Verbs = readonly [out: string, incoming: string];

const sends: Verbs = ['sends to', 'receives from'];
const calls: Verbs = ['calls', 'called by'];
const uses: Verbs = ['uses', 'used by'];
const byTarget: Partial<Record<Category, Verbs>> = {
  database: uses,
  storage: uses,
  security: uses,
  network: uses,
  integration: sends,
  streaming: sends,
  analytics: sends,
};

const verbsOf = ({ type }: Connection): Verbs => {
  const row = connectionOf(type);
  if (!row) return ['linked to', 'linked from'];
  switch (row.delivery) {
    case 'poll':
      return ['read by', 'reads from'];
    case 'stream':
      return ['streams to', 'receives the stream of'];
    case 'async':
      return sends;
    case 'config':
      return ['linked to', 'linked from'];
    case 'sync':
      return byTarget[serviceOf(row.to)?.category ?? 'actor'] ?? calls;
  }
};

/** More names than one keeps in mind while listening. */
const maxNames = 4;

/** `A`, `A and B`, `A, B and 3 more`. */
const listOf = (names: readonly string[]): string => {
  const shown = names.slice(0, names.length > maxNames ? maxNames - 1 : maxNames);
  const parts =
    shown.length < names.length ? [...shown, `${names.length - shown.length} more`] : shown;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
};

const count = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? '' : 's'}`;

/** What the neighbours of a node do to it, by verb: `receives from Order API`. */
const relationsOf = (graph: Graph, node: Node): readonly string[] => {
  const names = new Map<string, string[]>();
  const note = (verb: string, other: Node | undefined): void => {
    if (!other) return;
    const name = oneLine(other.name);
    const present = names.get(verb);
    if (!present) names.set(verb, [name]);
    else if (!present.includes(name)) present.push(name);
  };
  for (const connection of graph.incoming(node))
    note(verbsOf(connection)[1], graph.source(connection));
  for (const connection of graph.outgoing(node))
    note(verbsOf(connection)[0], graph.target(connection));
  return [...names].map(([verb, others]) => `${verb} ${listOf(others)}`);
};

/**
 * A node in words, for those who hear the canvas: `Orders queue, SQS queue, 1 warning, receives from Order API,
 * read by Worker`.
 */
export const describeNode = (graph: Graph, node: Node, findings?: FindingCounts): string => {
  const title = serviceOf(node.kind)?.title ?? node.kind;
  const name = oneLine(node.name);
  const held = graph.children(node).length;
  const parent = graph.parent(node);
  return [
    name,
    ...(name === title ? [] : [title]),
    ...(findings && findings.error > 0 ? [count(findings.error, 'error')] : []),
    ...(findings && findings.warning > 0 ? [count(findings.warning, 'warning')] : []),
    ...(held > 0 ? [`holds ${count(held, 'node')}`] : []),
    ...(parent ? [`in ${oneLine(parent.name)}`] : []),
    ...relationsOf(graph, node),
  ].join(', ');
};

/** A connection in words: `Order API sends messages to Orders queue`. */
export const describeConnection = (graph: Graph, connection: Connection): string => {
  const nameOf = (node: Node | undefined): string =>
    node ? oneLine(node.name) : 'something missing';
  const verb = connectionOf(connection.type)?.label ?? 'is linked to';
  return `${nameOf(graph.source(connection))} ${verb} ${nameOf(graph.target(connection))}`;
};
