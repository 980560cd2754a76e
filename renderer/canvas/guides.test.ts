import { expect, test } from 'vitest';
import { createGuides } from './guides.ts';

const box = (x: number, y: number, width = 200, height = 80) => ({ x, y, width, height });

test('an edge within reach is met, and shown from the one box to the other', () => {
  const { x, y, guides } = createGuides([box(0, 0)]).align(box(4, 300), 6);
  expect({ x, y }).toEqual({ x: -4, y: undefined });
  expect(guides).toEqual([{ axis: 'x', at: 0, from: 0, to: 380 }]);
});

test('middles meet middles, also of boxes of another size', () => {
  const { y } = createGuides([box(500, 100, 200, 40)]).align(box(0, 83), 6);
  expect(y).toBe(-3);
});

test('of several marks within reach the nearest is taken', () => {
  const { x } = createGuides([box(5, 0), box(2, 500)]).align(box(0, 200), 6);
  expect(x).toBe(2);
});

test('what is out of reach, or far away across, changes nothing', () => {
  expect(createGuides([box(7, 0)]).align(box(0, 300), 6).x).toBeUndefined();
  expect(createGuides([box(1, 5000)]).align(box(0, 0), 6).x).toBeUndefined();
  expect(createGuides([]).align(box(0, 0), 6).guides).toEqual([]);
});
