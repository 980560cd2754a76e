import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dominators, type Flow, spread } from './flow.ts';
import type { Node } from './graph.ts';

/** A flow of so many nodes over the pairs of places. */
const flow = (count: number, pairs: readonly (readonly [number, number])[]): Flow => ({
  nodes: Array.from({ length: count }, () => ({}) as Node),
  targets: Array.from({ length: count }, (_, place) =>
    pairs.filter(([from]) => from === place).map(([, to]) => to),
  ),
  incoming: [],
  fromNowhere: [],
  placeOf: () => undefined,
});

describe('spread', () => {
  test('names the start that leads to a node', () => {
    const pairs = [
      [0, 2],
      [1, 3],
      [2, 3],
      [4, 5],
    ] as const;
    expect(spread(flow(6, pairs), [0, 1])).toEqual([0, 1, 0, 1, -1, -1]);
  });

  test('goes on from an earlier answer', () => {
    const line = flow(4, [
      [0, 1],
      [2, 1],
      [2, 3],
    ]);
    expect(spread(line, [2], spread(line, [0]))).toEqual([0, 0, 2, 2]);
  });
});

describe('dominators', () => {
  test('of a chain, a diamond and what several starts lead to', () => {
    const chain = flow(3, [
      [0, 1],
      [1, 2],
    ]);
    expect(dominators(chain, [0])).toEqual([-1, 0, 1]);
    const diamond = flow(4, [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(dominators(diamond, [0])).toEqual([-1, 0, 0, 0]);
    const both = flow(4, [
      [0, 2],
      [1, 2],
      [2, 3],
    ]);
    expect(dominators(both, [0, 1])).toEqual([-1, -1, -1, 2]);
  });

  test('leaves out what no start reaches', () => {
    expect(dominators(flow(3, [[1, 2]]), [0])).toEqual([-1, -1, -1]);
  });

  test('are what every way passes', () => {
    const count = 8;
    const place = fc.integer({ min: 0, max: count - 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, place), { maxLength: 20 }),
        fc.uniqueArray(place, { minLength: 1, maxLength: 3 }),
        (pairs, starts) => {
          const all = flow(count, pairs);
          const above = dominators(all, starts);
          const reached = spread(all, starts);
          for (let node = 0; node < count; node++) {
            const passed = new Set<number>();
            for (let at = above[node] ?? -1; at !== -1; at = above[at] ?? -1) passed.add(at);
            for (let gone = 0; gone < count; gone++) {
              if (gone === node || reached[node] === -1) continue;
              const without = flow(
                count,
                pairs.filter(([from, to]) => from !== gone && to !== gone),
              );
              const left = spread(
                without,
                starts.filter((start) => start !== gone),
              );
              expect(passed.has(gone)).toBe(left[node] === -1);
            }
          }
        },
      ),
    );
  });
});
