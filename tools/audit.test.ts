import { expect, test } from 'vitest';
import { weaknessesIn } from './audit.mjs';

const report = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    react: { name: 'react', severity: 'high', via: [{ title: 'bad', url: 'https://x' }] },
    vite: { name: 'vite', severity: 'critical', via: [] },
  },
});

test('only what ships counts', () => {
  expect(weaknessesIn(report, new Set(['react', 'zod']))?.map(({ name }) => name)).toEqual([
    'react',
  ]);
  expect(weaknessesIn(report, new Set(['zod']))).toEqual([]);
});

test.each([
  '',
  'not json',
  '{}',
  'null',
  '{"message":"405 Method Not Allowed","error":{}}',
  '{"vulnerabilities":null}',
])('an answer that is none is not taken for a good one: %j', (text) =>
  expect(weaknessesIn(text, new Set(['react']))).toBeUndefined(),
);
