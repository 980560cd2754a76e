import { expect, test } from 'vitest';
import { lineShape, sideTowards } from './line-shape.ts';

const card = { x: 400, y: 200, width: 200, height: 80 };

test.each([
  ['right', { x: 900, y: 240 }],
  ['left', { x: 100, y: 600 }],
  ['bottom', { x: 500, y: 600 }],
  ['top', { x: 420, y: 0 }],
  ['right', { x: 600, y: 900 }],
] as const)('a line leaves on the %s towards %o', (side, point) => {
  expect(sideTowards(card, point, 'left')).toBe(side);
});

test('over its own card the line stays where it was pulled out', () => {
  expect(lineShape(card, { x: 500, y: 240 }, 'right')[0]).toEqual({ x: 600, y: 240 });
  expect(lineShape(card, { x: 500, y: 240 }, 'left')[0]).toEqual({ x: 400, y: 240 });
});

test('leftward it runs straight there, with no bow around the card', () => {
  const pointer = { x: 100, y: 260 };
  const [start, leaving, arriving, end] = lineShape(card, pointer, 'right');
  expect([start, end]).toEqual([{ x: 400, y: 240 }, pointer]);
  for (const { x } of [leaving, arriving]) {
    expect(x).toBeLessThanOrEqual(start.x);
    expect(x).toBeGreaterThanOrEqual(end.x);
  }
});

test('a card that it has caught is met on the side that looks back', () => {
  const left = { x: 0, y: 200, width: 200, height: 80 };
  expect(lineShape(card, left, 'right')[3]).toEqual({ x: 200, y: 240 });
  expect(lineShape(left, card, 'left')[3]).toEqual({ x: 400, y: 240 });
  const below = { x: 420, y: 600, width: 200, height: 80 };
  expect(lineShape(card, below, 'right')[0]).toEqual({ x: 500, y: 280 });
  expect(lineShape(card, below, 'right')[3]).toEqual({ x: 520, y: 600 });
});
