import { expect, test } from 'vitest';
import { freshConnectionId, freshIds, freshNodeId, newDesign } from './new-design.ts';
import { parseDesign } from './parse.ts';
import { serialiseDesign } from './serialise.ts';
import {
  connectionId,
  exampleConnection,
  exampleDesign,
  exampleNode,
} from './testing/example-design.ts';

test('a new design is a valid file', () => {
  const design = newDesign({ name: 'Orders', region: 'eu-west-1' });
  expect(parseDesign(serialiseDesign(design))).toEqual({
    ok: true,
    value: { design, readOnly: false, notes: [] },
  });
});

const design = exampleDesign(
  [exampleNode('order-queue'), exampleNode('orderTable'), exampleNode('b')],
  [
    exampleConnection('order-queue', 'b'),
    exampleConnection('b', 'b', { id: connectionId('to-itself') }),
  ],
);

test.each([
  ['Payment function', 'payment-function'],
  ['Order queue', 'order-queue-2'],
  ['order-queue-7', 'order-queue-7'],
  ['Order table', 'order-table-2'],
  ['order-queue--b', 'order-queue-b'],
  ['To itself', 'to-itself-2'],
  ['2nd try', 'node-2nd-try'],
  ['注文', 'node'],
  ['', 'node'],
  ['__proto__', 'proto'],
  ['x'.repeat(300), 'x'.repeat(100)],
])('the wish %j gives %j', (wish, id) => {
  expect(freshNodeId(design, wish)).toBe(id);
});

test('one source never gives an id twice', () => {
  const fresh = freshIds(design);
  expect([fresh.node('a'), fresh.node('a'), fresh.node('A 2'), fresh.node('a2')]).toEqual([
    'a',
    'a-2',
    'a-3',
    'a2-2',
  ]);
  expect([fresh.connection('a', 'b'), fresh.connection('a', 'b')]).toEqual(['a--b', 'a--b-2']);
});

test('a connection is named after its ends, however long these are', () => {
  expect(freshConnectionId(design, 'order-queue', 'b')).toBe('order-queue--b-2');
  const half = 'x'.repeat(55);
  expect(freshConnectionId(design, `${half}😀`, '😀'.repeat(64))).toBe(
    `${half}--${'😀'.repeat(28)}`,
  );
});

test('many copies of one wish are quick', () => {
  const fresh = freshIds(design);
  const start = performance.now();
  for (let count = 0; count < 20_000; count += 1) fresh.node('order-queue');
  expect(performance.now() - start).toBeLessThan(2000);
});
