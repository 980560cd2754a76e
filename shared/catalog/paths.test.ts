import { expect, test } from 'vitest';
import { connectionsBetween, services } from './catalog.ts';
import { shortestPath } from './paths.ts';

const kinds = (from: string, to: string) => {
  const path = shortestPath(from, to);
  return path && [from, ...path.map((row) => row.to)];
};

test.each([
  ['sqs-queue', 'dynamodb-table', ['sqs-queue', 'lambda', 'dynamodb-table']],
  ['lambda', 'sqs-queue', ['lambda', 'sqs-queue']],
  ['certificate', 'lambda', undefined],
])('from %s to %s', (from, to, expected) => {
  expect(kinds(from, to)).toEqual(expected);
});

test('a queue reaches itself through a function', () => {
  expect(kinds('lambda', 'lambda')).toEqual(['lambda', 'lambda']);
});

test('every path is made of connections that exist, and is no longer than a direct one', () => {
  for (const { kind: from } of services)
    for (const { kind: to } of services) {
      const path = shortestPath(from, to);
      if (!path) continue;
      expect(path[0]?.from).toBe(from);
      expect(path.at(-1)?.to).toBe(to);
      for (const row of path) expect(connectionsBetween(row.from, row.to)).toContain(row);
    }
});
