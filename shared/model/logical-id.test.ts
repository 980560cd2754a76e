import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asNodeId } from './ids.ts';
import { logicalIds } from './logical-id.ts';
import { freshNodeId } from './new-design.ts';
import { anyDesign } from './testing/arbitraries.ts';
import { exampleDesign, exampleNode } from './testing/example-design.ts';

const of = (...ids: readonly string[]) =>
  Object.fromEntries(logicalIds(exampleDesign(ids.map((id) => exampleNode(id)))));

test('a logical id is the id in CloudFormation spelling', () => {
  expect(
    of('place-order', 'orders2', 'ordersTable', 'OrdersAPI', 'a.b_c:d/e', '2fast', 'N'),
  ).toEqual({
    'place-order': 'PlaceOrder',
    orders2: 'Orders2',
    ordersTable: 'OrdersTable',
    OrdersAPI: 'OrdersAPI',
    'a.b_c:d/e': 'ABCDE',
    '2fast': 'N2fast',
    N: 'N',
  });
});

test('of ids that read the same, the first keeps the plain one', () => {
  expect(of('place_order', 'placeorder', 'place-order')).toEqual({
    'place-order': 'PlaceOrder',
    place_order: 'PlaceOrderAFA6617F',
    placeorder: 'Placeorder53EFD0B0',
  });
});

test('an id that loses letters is told apart by a hash', () => {
  expect(of('注文', 'größe', '--')).toEqual({ 注文: 'NF45F1E55', größe: 'GrE0E2F6DA4', '--': 'N' });
});

test('a hash that is taken gives way', () => {
  const hashed = of('a-b', 'ab').ab!;
  expect(of('a-b', 'ab', hashed).ab).not.toBe(hashed);
});

test('no two are equal, all are valid, and the order in memory does not matter', () => {
  fc.assert(
    fc.property(anyDesign, (design) => {
      const ids = logicalIds(design);
      expect([...ids.keys()].sort()).toEqual([...new Set(design.nodes.map(({ id }) => id))].sort());
      expect(new Set([...ids.values()].map((id) => id.toLowerCase())).size).toBe(ids.size);
      for (const id of ids.values()) expect(id).toMatch(/^[A-Za-z][A-Za-z0-9]{0,199}$/);
      expect(logicalIds({ nodes: [...design.nodes].reverse() })).toEqual(ids);
    }),
    { numRuns: 500 },
  );
});

test('a new node with a fresh id changes no other', () => {
  fc.assert(
    fc.property(anyDesign, fc.string(), (design, wish) => {
      const id = freshNodeId(design, wish);
      expect(asNodeId(id)).toBe(id);
      const after = logicalIds({ nodes: [exampleNode(id), ...design.nodes] });
      for (const [old, logical] of logicalIds(design)) expect(after.get(old)).toBe(logical);
    }),
    { numRuns: 500 },
  );
});

test('the longest id fits, and the answer is remembered for a list of nodes', () => {
  const design = exampleDesign([exampleNode('a'.repeat(128))]);
  expect([...logicalIds(design).values()][0]).toHaveLength(128);
  expect(logicalIds(design)).toBe(logicalIds({ nodes: design.nodes }));
});
