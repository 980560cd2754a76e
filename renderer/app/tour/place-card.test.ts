import { describe, expect, test } from 'vitest';
import { type Box, holeAround, placeCard } from './place-card.ts';

const window = { width: 1280, height: 800 };
const card = { width: 340, height: 200 };

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the card of the tour', () => {
  test.each([
    ['a pane on the left', { x: 0, y: 44, width: 260, height: 500 }],
    ['a pane on the right', { x: 940, y: 44, width: 340, height: 500 }],
    ['a pane at the bottom', { x: 0, y: 540, width: 1280, height: 230 }],
    ['a button at the top', { x: 1150, y: 8, width: 90, height: 30 }],
    ['the canvas between closed panes', { x: 0, y: 44, width: 1280, height: 500 }],
  ])('stands beside %s', (_, hole) => {
    const at = { ...placeCard(hole, card, window), ...card };
    expect(overlaps(at, hole)).toBe(false);
    expect(overlaps(at, { x: 0, y: 0, ...window })).toBe(true);
  });

  test('lies over the lower end of what leaves no room', () => {
    const hole = { x: 100, y: 44, width: 1080, height: 730 };
    expect(placeCard(hole, card, window)).toEqual({ x: 470, y: 560 });
  });

  test('stays in a window that is too small for it', () => {
    expect(placeCard(undefined, card, { width: 300, height: 150 })).toEqual({ x: 14, y: 14 });
  });

  test('is in the middle when there is nothing to point at', () => {
    expect(placeCard(undefined, card, window)).toEqual({ x: 463, y: 293 });
  });
});

test('the hole never leaves the window', () => {
  expect(holeAround({ x: 0, y: 540, width: 1280, height: 300 }, window, 4)).toEqual({
    x: 2,
    y: 536,
    width: 1276,
    height: 262,
  });
});
