import { describe, expect, test } from 'vitest';
import { connection, design, inside, node, suppress } from '../../shared/rules/examples.ts';
import type { Finding, Place, Severity } from '../../shared/rules/rule.ts';
import { suppressionOf } from './idle-suppressions.ts';
import { listProblems, neighbourOf, noFilter } from './problem-list.ts';

const shop = design(
  inside(node('vpc', 'net'), node('lambda', 'Worker', {}, 'worker')),
  node('sqs-queue', 'Orders', {}, 'orders'),
  connection('sqs-queue--lambda', 'orders', 'worker', {}, 'feed'),
);

const found = (severity: Severity, rule: string, at: Place, more: Partial<Finding> = {}): Finding =>
  ({ rule, severity, messageKey: 'key', message: rule, at, data: {}, fixes: [], ...more }) as const;

const findings: readonly Finding[] = [
  found('error', 'sqs/visibility-timeout', { kind: 'connection', id: 'feed' }),
  found('warning', 'lambda/timeout', { kind: 'node', id: 'worker' }, { data: { seconds: 3 } }),
  found('warning', 'sqs/no-dlq', { kind: 'node', id: 'orders' }),
  found('info', 'model/name', { kind: 'design' }),
  found('info', 'sqs/sse', { kind: 'node', id: 'orders' }, { suppressed: { reason: 'a test' } }),
];

const list = (filter: Partial<typeof noFilter> = {}, ...selection: string[]) =>
  listProblems(findings, shop, { ...noFilter, ...filter }, new Set(selection));
const rulesIn = (it: ReturnType<typeof list>) =>
  it.groups.map(({ group, entries }) => [group, entries.map(({ finding }) => finding.rule)]);

test('findings stand under their severity, those set aside at the end', () => {
  expect(rulesIn(list())).toEqual([
    ['error', ['sqs/visibility-timeout']],
    ['warning', ['lambda/timeout', 'sqs/no-dlq']],
    ['info', ['model/name']],
    ['suppressed', ['sqs/sse']],
  ]);
  expect(list()).toMatchObject({ shown: 4, total: 4 });
});

test('a place is called by the names of its nodes', () => {
  const places = list().groups.flatMap(({ entries }) => entries.map(({ place }) => place));
  expect(places).toEqual(['Orders → Worker', 'Worker', 'Orders', 'The design', 'Orders']);
});

describe('the filter', () => {
  test('looks for a text in message, rule and place, whatever its case', () => {
    expect(rulesIn(list({ text: ' ORDERS ' }))).toEqual([
      ['error', ['sqs/visibility-timeout']],
      ['warning', ['sqs/no-dlq']],
      ['suppressed', ['sqs/sse']],
    ]);
  });

  test('keeps to severities, and still counts the others', () => {
    const errors = list({ severities: new Set(['error']) });
    expect(rulesIn(errors)).toEqual([['error', ['sqs/visibility-timeout']]]);
    expect(errors.counts).toEqual({ error: 1, warning: 2, info: 1, suppressed: 1 });
    expect(errors).toMatchObject({ shown: 1, total: 4 });
  });

  test('keeps to a family, and still names the others', () => {
    const lambda = list({ family: 'lambda' });
    expect(rulesIn(lambda)).toEqual([['warning', ['lambda/timeout']]]);
    expect([...lambda.families]).toEqual([
      ['lambda', 1],
      ['model', 1],
      ['sqs', 3],
    ]);
  });

  test('keeps to the selection: what it holds, and its connections', () => {
    expect(rulesIn(list({ onlySelection: true }, 'net'))).toEqual([
      ['error', ['sqs/visibility-timeout']],
      ['warning', ['lambda/timeout']],
    ]);
    expect(rulesIn(list({ onlySelection: true }, 'feed'))).toEqual([
      ['error', ['sqs/visibility-timeout']],
    ]);
    expect(rulesIn(list({ onlySelection: true }))).toEqual([]);
  });
});

test('an entry keeps its key while its numbers change, and two alike have two keys', () => {
  const [, timeout] = findings;
  if (!timeout) throw new Error('no finding');
  const later = { ...timeout, message: 'other', data: { seconds: 4 } };
  const keyOf = (...all: Finding[]) =>
    listProblems(all, shop, noFilter, new Set()).groups.flatMap(({ entries }) =>
      entries.map(({ key }) => key),
    );
  expect(keyOf(later)).toEqual(keyOf(timeout));
  expect(new Set(keyOf(timeout, later)).size).toBe(2);
});

test('the next problem of the last is the first; what was set aside is passed over', () => {
  const all = list();
  const walk = (from: string | undefined, step: 1 | -1) =>
    neighbourOf(all, from, step)?.finding.rule;
  const last = all.groups[2]?.entries[0]?.key;
  expect(walk(undefined, 1)).toBe('sqs/visibility-timeout');
  expect(walk(undefined, -1)).toBe('model/name');
  expect(walk(last, 1)).toBe('sqs/visibility-timeout');
  expect(walk(last, -1)).toBe('sqs/no-dlq');
  expect(neighbourOf(list({ text: 'nowhere' }), last, 1)).toBeUndefined();
});

test('the suppression at the place counts before that of the design', () => {
  const [, timeout] = findings;
  if (!timeout) throw new Error('no finding');
  const everywhere = suppress('lambda/timeout', 'everywhere');
  const here = suppress('lambda/timeout', 'here', 'worker');
  const other = suppress('lambda/timeout', 'other', 'elsewhere');
  const of = (...suppressions: (typeof here)[]) =>
    suppressionOf({ ...shop, suppressions }, timeout)?.reason;
  expect(of(everywhere, here)).toBe('here');
  expect(of(other, everywhere)).toBe('everywhere');
  expect(of(other)).toBeUndefined();
});
