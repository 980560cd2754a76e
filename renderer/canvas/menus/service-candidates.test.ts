import { expect, test } from 'vitest';
import { services } from '../../../shared/catalog/catalog.ts';
import { serviceCandidates } from './service-candidates.ts';

const list = (recent: readonly string[], fits: (kind: string) => boolean) =>
  serviceCandidates(services, { recent, fits, iconOf: () => undefined });

test('every service once, those added lately first, each group together', () => {
  const all = list(['sqs-queue', 'not-known', 'lambda'], () => true);
  expect(all.slice(0, 2).map(({ id }) => id)).toEqual(['sqs-queue', 'lambda']);
  expect(new Set(all.map(({ id }) => id)).size).toBe(services.length);
  const groups = all
    .map(({ group }) => group)
    .filter((group, at, every) => group !== every[at - 1]);
  expect(new Set(groups).size).toBe(groups.length);
});

test('what does not fit comes last and says so', () => {
  const all = list(['sqs-queue'], (kind) => kind === 'lambda');
  expect(all[0]).toMatchObject({ id: 'lambda', group: 'Compute' });
  expect(all.slice(1).every(({ group }) => group === 'Not in this container')).toBe(true);
});
