import { connections, serviceOf } from './catalog.ts';
import type { ConnectionDefinition, OnPath } from './connection.ts';
import { onPath, rankBetween } from './flow.ts';

/** What a path is looked for in. */
export interface PathTable<Row extends Hop> {
  readonly rows: readonly Row[];
  /** Where the row may stand in a path. */
  readonly onPath: (row: Row) => OnPath;
  /** How usual the kind is between two others: the lowest is the first choice. */
  readonly rank: (kind: string) => number;
  /** People and programs outside: ends of a path, unless one of them uses another. */
  readonly isActor: (kind: string) => boolean;
}

type Hop = Pick<ConnectionDefinition, 'from' | 'to' | 'preferred'>;

/** A way to a kind, and how unusual the kinds on it are. */
interface Way<Row> {
  readonly hops: readonly Row[];
  readonly cost: number;
}

/**
 * Tells the shortest way from one kind to another, each step the usual connection of its pair; of several ways the
 * one over the more usual kinds. What leads from a kind to all others is worked out once.
 */
export const pathFinder = <Row extends Hop>(
  table: PathTable<Row>,
): ((from: string, to: string) => readonly Row[] | undefined) => {
  const rowsFrom = new Map<string, Row[]>();
  for (const row of table.rows) {
    if (table.onPath(row) === 'never') continue;
    const rows = rowsFrom.get(row.from);
    if (rows) rows.push(row);
    else rowsFrom.set(row.from, [row]);
  }
  // The usual way of a pair first, as everywhere.
  for (const rows of rowsFrom.values())
    rows.sort((a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false));

  const waysFrom = (from: string): ReadonlyMap<string, readonly Row[]> => {
    /** Where a path may end. */
    const ends = new Map<string, Way<Row>>();
    /** Where it may go on: what came in goes out again. */
    const passed = new Set([from]);
    let layer = new Map<string, Way<Row>>([[from, { hops: [], cost: 0 }]]);
    while (layer.size > 0) {
      const [next, reached] = [new Map<string, Way<Row>>(), new Map<string, Way<Row>>()];
      for (const [kind, way] of layer)
        for (const row of rowsFrom.get(kind) ?? []) {
          const place = table.onPath(row);
          if (place === 'first' && way.hops.length > 0) continue;
          const further = { hops: [...way.hops, row], cost: way.cost + table.rank(row.to) };
          if (!ends.has(row.to)) keepCheaper(reached, row.to, further);
          const isEnd = place === 'last' || (table.isActor(row.to) && !table.isActor(kind));
          if (!isEnd && !passed.has(row.to)) keepCheaper(next, row.to, further);
        }
      for (const [kind, way] of reached) ends.set(kind, way);
      for (const kind of next.keys()) passed.add(kind);
      layer = next;
    }
    return new Map([...ends].map(([kind, { hops }]) => [kind, hops]));
  };

  const known = new Map<string, ReadonlyMap<string, readonly Row[]>>();
  return (from, to) => {
    let ways = known.get(from);
    if (!ways) {
      ways = waysFrom(from);
      known.set(from, ways);
    }
    return ways.get(to);
  };
};

const keepCheaper = <Row>(ways: Map<string, Way<Row>>, kind: string, way: Way<Row>): void => {
  const present = ways.get(kind);
  if (!present || way.cost < present.cost) ways.set(kind, way);
};

/**
 * The shortest way from one kind to another over connections that carry something. Undefined when there is none.
 * What is in preview is in no way.
 */
export const shortestPath = pathFinder<ConnectionDefinition>({
  rows: connections.filter(
    ({ from, to, preview }) =>
      preview !== true && serviceOf(from)?.preview !== true && serviceOf(to)?.preview !== true,
  ),
  onPath,
  rank: rankBetween,
  isActor: (kind) => serviceOf(kind)?.category === 'actor',
});
