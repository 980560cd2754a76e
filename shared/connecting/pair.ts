import { connectionsBetween, serviceOf } from '../catalog/catalog.ts';
import type { ConnectionDefinition } from '../catalog/connection.ts';
import { shortestPath } from '../catalog/paths.ts';
import type { Refusal } from '../catalog/refusal.ts';
import { catalogFacts } from '../rules/catalog.ts';

/*
 * What the tables say of two kinds, whatever the nodes are. Worked out once for each pair, so that a thousand nodes
 * can be asked while a line is being drawn.
 */

/** One connection that drawing a line can make. */
export interface PairWay {
  readonly definition: ConnectionDefinition;
  /** It starts where the line ends. */
  readonly isReversed: boolean;
}

/** What drawing a line from one kind to another can mean. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  /** Connections that a line makes, the usual one first; those the other way round last. */
  readonly ways: readonly PairWay[];
  /** Always true of the pair, whatever the nodes say. */
  readonly refusals: readonly Refusal[];
  /** Only while the nodes say so. */
  readonly conditional: readonly Refusal[];
  /** Made by putting one into the other, not by a line. */
  readonly nesting: { readonly inner: string; readonly outer: string } | undefined;
  /** The shortest way over other kinds; undefined when there is none. */
  readonly path: () => readonly ConnectionDefinition[] | undefined;
}

const isLine = ({ gesture, preview }: ConnectionDefinition): boolean =>
  gesture !== 'nesting' && preview !== true;

const waysOf = (from: string, to: string): readonly PairWay[] => {
  const direct = connectionsBetween(from, to).filter(isLine);
  // Between two of one kind both directions are the same table.
  const back = from === to ? [] : connectionsBetween(to, from).filter(isLine);
  return [
    ...direct.map((definition) => ({ definition, isReversed: false })),
    ...back
      .filter(({ reversible }) => direct.length === 0 || reversible === true)
      .map((definition) => ({ definition, isReversed: true })),
  ];
};

const nestingOf = (from: string, to: string): Pair['nesting'] => {
  const rows = [...connectionsBetween(from, to), ...connectionsBetween(to, from)];
  if (!rows.some(({ gesture }) => gesture !== 'edge')) return undefined;
  const holds = (outer: string, inner: string): boolean =>
    serviceOf(inner)?.placement.parents.includes(outer) === true;
  if (holds(to, from)) return { inner: from, outer: to };
  return holds(from, to) ? { inner: to, outer: from } : undefined;
};

const known = new Map<string, Pair>();

/** What the tables say of a line from one kind to another; an unknown kind has no ways. */
export const pairOf = (from: string, to: string): Pair => {
  const key = `${from} ${to}`;
  const present = known.get(key);
  if (present) return present;
  const refusals = catalogFacts.refusals(from, to);
  let path: readonly ConnectionDefinition[] | undefined | 'unknown' = 'unknown';
  const pair: Pair = {
    from,
    to,
    ways: waysOf(from, to),
    refusals: refusals.filter(({ when }) => when === undefined),
    conditional: refusals.filter(({ when }) => when !== undefined),
    nesting: nestingOf(from, to),
    path: () => {
      if (path === 'unknown') path = from === to ? undefined : shortestPath(from, to);
      return path;
    },
  };
  known.set(key, pair);
  return pair;
};
