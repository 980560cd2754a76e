import { describe, expect, test } from 'vitest';
import { type Area, freePlace } from './free-place.ts';

const size = { width: 100, height: 50 };
const overlaps = (a: Area, b: Area): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('freePlace', () => {
  test('is the wished place when that is free', () => {
    expect(freePlace(size, { x: 7, y: 9 }, [])).toEqual({ x: 7, y: 9 });
    expect(freePlace(size, { x: 0, y: 0 }, [{ x: 116, y: 0, ...size }])).toEqual({ x: 0, y: 0 });
  });
  test('is near, and clear of what is taken', () => {
    const taken = [{ x: 0, y: 0, ...size }];
    const place = freePlace(size, { x: 8, y: 8 }, taken, { gap: 16 });
    expect(overlaps({ ...place, ...size }, { x: -16, y: -16, width: 132, height: 82 })).toBe(false);
    expect(Math.hypot(place.x - 8, place.y - 8)).toBeLessThan(100);
  });
  test('fills a place again and again without an overlap', () => {
    const taken: Area[] = [];
    for (let count = 0; count < 60; count += 1) {
      const place = freePlace(size, { x: 0, y: 0 }, taken);
      expect(taken.some((area) => overlaps(area, { ...place, ...size }))).toBe(false);
      taken.push({ ...place, ...size });
    }
  });
  test('keeps to an area while there is room, then goes below', () => {
    const within = { x: 0, y: 0, width: 240, height: 60 };
    const first = freePlace(size, { x: 500, y: 500 }, [], { within });
    expect(first).toEqual({ x: 140, y: 10 });
    const second = freePlace(size, first, [{ ...first, ...size }], { within });
    expect(second.x).toBeLessThanOrEqual(24);
    const third = freePlace(size, first, [{ ...within }], { within });
    expect(third).toEqual({ x: 0, y: 76 });
  });
  test('gives up on a crowd and goes below it', () => {
    const crowd = { x: -10_000, y: -10_000, width: 20_000, height: 20_000 };
    expect(freePlace(size, { x: 0, y: 0 }, [crowd])).toEqual({ x: 0, y: 10_016 });
  });
});
