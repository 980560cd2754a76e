import { expect, test } from 'vitest';
import { filterPolicyFacts } from './filter-policy.ts';

test('counts attributes', () => {
  expect(filterPolicyFacts({ a: ['1', '2', '3'], b: ['1'], c: ['1', { prefix: 'x' }] })).toEqual({
    keys: 3,
    combinations: 6,
    isNested: false,
    single: undefined,
  });
});

test('counts the depth of fields in a body', () => {
  const facts = filterPolicyFacts({
    a: { b: { c: ['1', '2', '3', '4'] } },
    d: { e: ['1', '2', '3'] },
    f: ['1', '2', '3'],
  });
  expect(facts.combinations).toBe(4 * 3 * (3 * 2) * 3);
  expect(facts.isNested).toBe(true);
  expect(facts.keys).toBe(3);
});

test('counts the example of AWS as AWS does, and only keys that have values', () => {
  const facts = filterPolicyFacts({
    a: { b: { c: ['1', '2', '3', '4'] } },
    d: { e: ['1', '2', '3'] },
  });
  expect(facts.combinations).toBe(72);
  expect(facts.keys).toBe(2);
  expect(filterPolicyFacts({ a: { b: ['1'], c: ['1'], d: { e: ['1'], f: ['1'] } } }).keys).toBe(4);
});

test('does not count what it cannot know', () => {
  expect(filterPolicyFacts({ a: { Ref: 'Types' } }).combinations).toBeUndefined();
  expect(filterPolicyFacts({ a: { Ref: 'Types' } }).single).toBeUndefined();
  expect(filterPolicyFacts({ $or: [{ a: ['1'] }, { b: ['2'] }] }).combinations).toBeUndefined();
});

test('finds single values', () => {
  expect(filterPolicyFacts({ a: ['1'], b: { c: 'x' } }).single).toBe('b.c');
});
