import { expect, test } from 'vitest';
import { isFarAt } from './level-of-detail.ts';

test('a small design is never painted, a large one from afar, and the two do not take turns', () => {
  expect(isFarAt(0.1, 60, false)).toBe(false);
  expect(isFarAt(0.1, 1000, false)).toBe(true);
  expect(isFarAt(1, 1000, true)).toBe(false);
  expect(isFarAt(0.51, 1000, true)).toBe(true);
  expect(isFarAt(0.51, 1000, false)).toBe(false);
});
