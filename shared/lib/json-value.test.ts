import { expect, test } from 'vitest';
import { isJson, sameJson } from './json-value.ts';

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

test('isJson takes what JSON can hold, and no more', () => {
  for (const value of [
    null,
    true,
    0,
    -0,
    '',
    '\ud800',
    [],
    {},
    { a: [1, { b: null }] },
    nested(500),
  ]) {
    expect(isJson(value)).toBe(true);
  }
  const ring: unknown[] = [];
  ring.push(ring);
  for (const value of [
    undefined,
    Number.NaN,
    Infinity,
    1n,
    () => 1,
    Symbol('a'),
    [undefined],
    new Array(2),
    { a: undefined },
    nested(501),
    ring,
  ]) {
    expect(isJson(value)).toBe(false);
  }
});

test('sameJson compares content, not identity or the order of keys', () => {
  expect(sameJson({ a: 1, b: [2, {}] }, { b: [2, {}], a: 1 })).toBe(true);
  expect(
    sameJson(Object.fromEntries([['__proto__', 1]]), Object.fromEntries([['__proto__', 1]])),
  ).toBe(true);
  for (const [a, b] of [
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, {}],
    [{}, Object.fromEntries([['__proto__', 1]])],
    [{ toString: 1 }, { a: 1 }],
    [[1], [1, 2]],
    [[], {}],
    [null, {}],
    [0, -0],
    ['1', 1],
  ]) {
    expect(sameJson(a, b)).toBe(false);
    expect(sameJson(b, a)).toBe(false);
  }
});
