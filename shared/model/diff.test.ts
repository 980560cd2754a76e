import { expect, test } from 'vitest';
import { connection, design, node, settings, suppress } from '../rules/examples.ts';
import { diffDesigns, isSame } from './diff.ts';

const before = design(
  settings({ name: 'Orders', suppressions: [suppress('sqs/no-dlq', 'a test')] }),
  node('lambda', 'worker', { timeout: 30, memorySize: 128 }),
  node('sqs-queue', 'orders'),
  connection('sqs-queue--lambda', 'orders', 'worker', { batchSize: 10 }, 'feed'),
);

test('a design does not differ from itself, whatever the order', () => {
  expect(isSame(diffDesigns(before, before))).toBe(true);
  expect(isSame(diffDesigns(before, { ...before, nodes: [...before.nodes].reverse() }))).toBe(true);
});

test('names what was added, removed and changed', () => {
  const after = design(
    settings({ name: 'Shop', stage: 'prod' }),
    node('lambda', 'worker', { timeout: 60, runtime: 'python3.13' }),
    node('dynamodb-table', 'table'),
    connection('sqs-queue--lambda', 'orders', 'worker', { batchSize: 5 }, 'feed'),
  );
  const found = diffDesigns(before, after);
  expect(found.settings).toEqual([
    { field: 'name', before: 'Orders', after: 'Shop' },
    { field: 'stage', before: undefined, after: 'prod' },
  ]);
  expect(found.nodes.added.map(({ id }) => id)).toEqual(['table']);
  expect(found.nodes.removed.map(({ id }) => id)).toEqual(['orders']);
  expect(found.nodes.changed[0]?.properties).toEqual([
    { field: 'memorySize', before: 128, after: undefined },
    { field: 'runtime', before: undefined, after: 'python3.13' },
    { field: 'timeout', before: 30, after: 60 },
  ]);
  expect(found.connections.changed[0]?.properties).toEqual([
    { field: 'batchSize', before: 10, after: 5 },
  ]);
  expect(found.suppressions.removed).toHaveLength(1);
  expect(isSame(found)).toBe(false);
});

test('tells what was only moved from what was changed', () => {
  const moved = {
    ...before,
    nodes: before.nodes.map((item) => ({ ...item, position: { x: 9, y: 9 } })),
  };
  const { changed } = diffDesigns(before, moved).nodes;
  expect(changed.map(({ isOnlyMoved }) => isOnlyMoved)).toEqual([true, true]);
  const [renamed] = diffDesigns(before, {
    ...moved,
    nodes: moved.nodes.map((item) => ({ ...item, name: 'other' })),
  }).nodes.changed;
  expect(renamed?.isOnlyMoved).toBe(false);
});

test('compares keys that are names of the prototype', () => {
  const odd = JSON.parse('{ "__proto__": 1, "constructor": 2 }');
  const after = { ...before, nodes: before.nodes.map((item) => ({ ...item, properties: odd })) };
  const fields = diffDesigns(before, after).nodes.changed[0]?.properties.map(({ field }) => field);
  expect(fields).toEqual(['__proto__', 'constructor']);
});
