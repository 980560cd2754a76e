import { expect, test } from 'vitest';
import { agoInWords, plainName } from './words.ts';

test.each([
  ['orders.isobar.json', 'orders'],
  ['orders.json', 'orders'],
  ['.json', '.json'],
  ['json.isobar.JSON', 'json'],
])('%s is shown as %s', (name, shown) => expect(plainName(name)).toBe(shown));

test.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 minute ago'],
  [7_200_000, '2 hours ago'],
  [86_400_000, 'yesterday'],
  [8 * 86_400_000, 'last week'],
  [400 * 86_400_000, 'last year'],
  [-5000, 'just now'],
])('%i milliseconds are %s', (passed, words) =>
  expect(agoInWords(1e12 - passed, 1e12)).toBe(words),
);
