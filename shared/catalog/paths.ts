import { connections, connectionsBetween, serviceOf } from './catalog.ts';
import type { ConnectionDefinition } from './connection.ts';
import { carriesFlow } from './flow.ts';

const isFlow = (row: ConnectionDefinition): boolean => carriesFlow(row) && row.preview !== true;

const flowsFrom = new Map<string, ConnectionDefinition[]>();
for (const row of connections) {
  if (!isFlow(row)) continue;
  const rows = flowsFrom.get(row.from);
  if (rows) rows.push(row);
  else flowsFrom.set(row.from, [row]);
}

/** Kinds that people put between two others to pass on what flows, the usual ones first. */
const usual: readonly string[] = [
  'lambda',
  'event-rule',
  'sqs-queue',
  'sns-topic',
  'event-bus',
  'state-machine',
  'http-api',
  'rest-api',
  'pipe',
];
const rank = (kind: string): number => {
  const at = usual.indexOf(kind);
  return at === -1 ? usual.length : at;
};

/**
 * The shortest way from one kind to another over connections that carry something, each step the usual
 * connection of its pair; of several ways the one over the more usual kinds. Undefined when there is none.
 * Actors are ends only: nothing flows through a browser.
 */
export const shortestPath = (
  from: string,
  to: string,
): readonly ConnectionDefinition[] | undefined => {
  const cameBy = new Map<string, ConnectionDefinition>();
  let edge = [from];
  const seen = new Set<string>(from === to ? [] : [from]);
  while (edge.length > 0) {
    const next: string[] = [];
    for (const kind of [...edge].sort((a, b) => rank(a) - rank(b))) {
      if (kind !== from && serviceOf(kind)?.category === 'actor') continue;
      for (const row of flowsFrom.get(kind) ?? []) {
        if (seen.has(row.to)) continue;
        seen.add(row.to);
        cameBy.set(row.to, usualOf(row));
        if (row.to === to) return wayBack(cameBy, from, to);
        next.push(row.to);
      }
    }
    edge = next;
  }
  return undefined;
};

/** The preferred connection of the row's pair, if that one carries something too. */
const usualOf = (row: ConnectionDefinition): ConnectionDefinition =>
  connectionsBetween(row.from, row.to).find(isFlow) ?? row;

const wayBack = (
  cameBy: ReadonlyMap<string, ConnectionDefinition>,
  from: string,
  to: string,
): readonly ConnectionDefinition[] => {
  const way: ConnectionDefinition[] = [];
  let kind = to;
  do {
    const row = cameBy.get(kind);
    if (!row) break;
    way.unshift(row);
    kind = row.from;
  } while (kind !== from);
  return way;
};
