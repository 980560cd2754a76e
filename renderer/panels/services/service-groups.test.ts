import { expect, test } from 'vitest';
import { services } from '../../../shared/catalog/services/index.ts';
import { serviceGroups } from './service-groups.ts';

test('every service stands in one category', () => {
  const groups = serviceGroups('', services, []);
  expect(groups.flatMap(({ members }) => members)).toHaveLength(services.length);
  expect(groups.map(({ title }) => title)).toContain('Compute');
});

test('what was used lately stands first, and in its category too', () => {
  const [recent, ...others] = serviceGroups('', services, ['lambda', 'gone', 'sns-topic']);
  expect(recent?.members.map(({ kind }) => kind)).toEqual(['lambda', 'sns-topic']);
  expect(others.flatMap(({ members }) => members)).toHaveLength(services.length);
});

test('typing makes one list', () => {
  const groups = serviceGroups('ddb', services, ['lambda']);
  expect(groups.map(({ id }) => id)).toEqual(['found']);
  expect(groups[0]?.members[0]?.kind).toBe('dynamodb-table');
  expect(serviceGroups('qqqq', services, ['lambda'])).toEqual([]);
});
