import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cycles } from './cycles.ts';
import { createGraph } from './incremental-graph.ts';
import { chains, reachable, walkPaths } from './paths.ts';
import { connection, designOf, node, smallFacts } from './testing/small-designs.ts';

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).join(' ');
/** Nodes a, b, c …; an edge `ab` is a connection from a to b, `ab!` one of another mechanism. */
const draw = (...edges: readonly string[]) =>
  createGraph(
    smallFacts,
    designOf(
      [...new Set(edges.flatMap((edge) => [edge[0] ?? '', edge[1] ?? '']))]
        .filter((id) => id !== '?')
        .map((id) => node(id, id < 'm' ? 'queue' : 'lambda')),
      edges.map((edge) =>
        connection(
          edge,
          edge[2] === '!' ? 'lambda--queue' : 'queue--lambda',
          edge[0] ?? '',
          edge[1] ?? '',
        ),
      ),
    ),
  );
const all = () => true;

test('reachable goes both ways, filtered and bounded, and survives missing ends', () => {
  const graph = draw('ab', 'bc', 'ca', 'cd!', 'c?', 'xa');
  const a = graph.node('a')!;
  expect(ids(reachable(graph, a))).toBe('b c d');
  expect(ids(reachable(graph, a, { direction: 'incoming' }))).toBe('c x b');
  expect(ids(reachable(graph, a, { follow: { mechanism: 'event-source-mapping' } }))).toBe('b c');
  expect(ids(reachable(graph, a, { follow: ({ to }) => to !== 'c' }))).toBe('b');
  expect(ids(reachable(graph, a, { limit: 1 }))).toBe('b');
});

test('chains take one connection a step', () => {
  const graph = draw('ab', 'ac', 'bd!', 'cd!', 'ce!', 'cf');
  const found = chains(graph, graph.node('a')!, [
    'event-source-mapping',
    ['iam-data-access', 'route'],
  ]);
  expect(found.map(({ nodes }) => ids(nodes))).toEqual(['a b d', 'a c d', 'a c e']);
  expect(found.map(({ connections }) => ids(connections))).toEqual(['ab bd!', 'ac cd!', 'ac ce!']);
  expect(chains(graph, graph.node('a')!, ['event-source-mapping'], 1)).toHaveLength(1);
  expect(chains(graph, graph.node('a')!, ['dead-letter'])).toEqual([]);
});

test('paths enter no node twice, and end where the visitor says', () => {
  const graph = draw('ab', 'ba', 'bc', 'cd', 'bd', 'dz!');
  const seen: string[] = [];
  walkPaths(
    graph,
    graph.node('a')!,
    { follow: { mechanism: 'event-source-mapping' } },
    ({ nodes }) => {
      seen.push(ids(nodes));
      return nodes.at(-1)?.id !== 'c';
    },
  );
  expect(seen).toEqual(['a b', 'a b c', 'a b d']);
  let count = 0;
  walkPaths(graph, graph.node('a')!, { follow: all, limit: 2 }, () => {
    count++;
    return true;
  });
  expect(count).toBe(2);
});

test('cycles are found whole, and only they', () => {
  const graph = draw('ab', 'bc', 'ca', 'cd', 'de', 'ee', 'xy', 'yx', 'ax', 'e?', '?a');
  expect(cycles(graph, all).map(({ nodes }) => ids(nodes))).toEqual(['a b c', 'e', 'x y']);
  expect(cycles(graph, all).map(({ connections }) => ids(connections))).toEqual([
    'ab bc ca',
    'ee',
    'xy yx',
  ]);
  expect(
    cycles(graph, ({ id }) => id !== 'ca' && id !== 'ee').map(({ nodes }) => ids(nodes)),
  ).toEqual(['x y']);
});

test('a long chain is no problem', () => {
  const count = 20_000;
  const graph = createGraph(
    smallFacts,
    designOf(
      Array.from({ length: count }, (_, at) => node(`n${at}`, 'queue')),
      Array.from({ length: count }, (_, at) =>
        connection(`c${at}`, 'queue--queue', `n${at}`, `n${(at + 1) % count}`),
      ),
    ),
  );
  expect(cycles(graph, all)[0]?.nodes).toHaveLength(count);
  expect(cycles(graph, ({ id }) => id !== 'c7')).toEqual([]);
  expect(reachable(graph, graph.node('n0')!)).toHaveLength(10_000);
});

test('two nodes are in one cycle exactly when each reaches the other', () => {
  const letter = fc.constantFrom(...'abcdefg');
  fc.assert(
    fc.property(
      fc.uniqueArray(
        fc.tuple(letter, letter).map(([a, b]) => a + b),
        { minLength: 1, maxLength: 14 },
      ),
      (edges) => {
        const graph = draw(...edges);
        const found = cycles(graph, all);
        const together = (one: string, other: string) =>
          found.some(({ nodes }) =>
            [one, other].every((id) => nodes.some((node) => node.id === id)),
          );
        for (const one of graph.nodes())
          for (const other of graph.nodes()) {
            if (one === other) continue;
            const reaches =
              reachable(graph, one).includes(other) && reachable(graph, other).includes(one);
            expect(together(one.id, other.id)).toBe(reaches);
          }
      },
    ),
  );
});
