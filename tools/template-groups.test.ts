import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplates } from './assets.mjs';
import { inGroups, templateGroups } from './template-groups.mjs';

const ids = Object.keys(readTemplates(join(import.meta.dirname, '..')));

test('every template has a place in one group', () => {
  const named = templateGroups.flatMap(({ templates }) => templates);
  expect(named).toHaveLength(new Set(named).size);
  expect(ids.filter((id) => !named.includes(id))).toEqual([]);
});

test('the templates come in the order of their groups, and none is left out', () => {
  const shown = inGroups(ids);
  expect(shown[0]).toEqual({ id: 'serverless-rest-api', group: 'First steps' });
  expect(shown.map(({ id }) => id).sort()).toEqual([...ids].sort());
});

test('one that no group names comes last', () => {
  expect(inGroups(['quite-new', 'cron-job'])).toEqual([
    { id: 'cron-job', group: 'First steps' },
    { id: 'quite-new', group: 'More' },
  ]);
});
