import { expect, test } from 'vitest';
import { connection, design, node, suppress } from '../../shared/rules/examples.ts';
import type { Finding } from '../../shared/rules/rule.ts';
import { idleSuppressions, isGone } from './idle-suppressions.ts';
import { listProblems, noFilter } from './problem-list.ts';

const shop = {
  ...design(
    node('lambda', 'Worker', {}, 'worker'),
    node('sqs-queue', 'Orders', {}, 'orders'),
    connection('sqs-queue--lambda', 'orders', 'worker', {}, 'feed'),
  ),
  suppressions: [
    suppress('sqs/sse', 'a test', 'orders'),
    suppress('sqs/sse', 'everywhere'),
    suppress('sqs/no-dlq', 'mended since', 'orders'),
    suppress('sqs/visibility-timeout', 'slow on purpose', 'feed'),
    suppress('lambda/timeout', 'deleted since', 'ghost'),
  ],
};

const found = (at: string): Finding => ({
  rule: 'sqs/sse',
  severity: 'warning',
  messageKey: 'key',
  message: 'No encryption.',
  at: { kind: 'node', id: at },
  data: {},
  fixes: [],
  suppressed: { reason: 'a test' },
});

test('every suppression that sets nothing aside is listed with its reason and its place', () => {
  const idle = idleSuppressions([found('orders')], shop);
  expect(idle.map(({ rule, at, suppressed }) => [rule, at, suppressed?.reason])).toEqual([
    // The one at the node comes first, so that of the whole design is left over.
    ['sqs/sse', { kind: 'design' }, 'everywhere'],
    ['sqs/no-dlq', { kind: 'node', id: 'orders' }, 'mended since'],
    ['sqs/visibility-timeout', { kind: 'connection', id: 'feed' }, 'slow on purpose'],
    ['lambda/timeout', { kind: 'node', id: 'ghost' }, 'deleted since'],
  ]);
  expect(idle.map(({ at }) => isGone(shop, at))).toEqual([false, false, false, true]);
});

test('none is left over when each has its finding', () => {
  const [first, second] = shop.suppressions;
  const both = { ...shop, suppressions: [first!, second!] };
  expect(idleSuppressions([found('orders'), found('worker')], both)).toEqual([]);
});

test('they stand among those set aside, and count as no problem', () => {
  const list = listProblems([found('orders')], shop, noFilter, new Set());
  expect(list).toMatchObject({ total: 0, shown: 0, counts: { info: 0, suppressed: 5 } });
  expect(list.families).toEqual(new Map([['sqs', 1]]));
  expect(list.groups.map(({ group, entries }) => [group, entries.length])).toEqual([
    ['suppressed', 5],
  ]);
});
