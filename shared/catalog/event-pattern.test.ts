import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../lib/json.ts';
import {
  areDisjoint,
  hasWildcard,
  isCatchAll,
  patternProblems,
  wrapScalars,
} from './event-pattern.ts';

describe('what is wrong in a pattern', () => {
  test.each<JsonObject>([
    {},
    { source: ['app.orders', { prefix: 'app.' }] },
    { detail: { status: ['paid', null, 3, true], total: [{ numeric: ['>', 0, '<=', 5] }] } },
    { detail: { file: [{ suffix: '.png' }, { wildcard: 'a/*/b' }, { exists: false }] } },
    { detail: { ip: [{ cidr: '10.0.0.0/8' }], name: [{ 'equals-ignore-case': 'ann' }] } },
    { detail: { a: [{ 'anything-but': 'x' }], b: [{ 'anything-but': ['x', 1] }] } },
    { detail: { a: [{ 'anything-but': { prefix: 'x' } }] } },
    { detail: { a: [{ 'anything-but': { suffix: ['x', 'y'] } }] } },
    { detail: { a: [{ prefix: { 'equals-ignore-case': 'x' } }] } },
    { $or: [{ source: ['a'] }, { 'detail-type': ['b'] }] },
    { source: { Ref: 'Source' }, account: [{ Ref: 'AWS::AccountId' }] },
    { detail: { a: [{ prefix: { Ref: 'Prefix' } }] } },
  ])('nothing in %j', (pattern) => expect(patternProblems(pattern)).toEqual([]));

  test.each<[JsonObject, string, string]>([
    [{ detail: { status: 'paid' } }, 'detail.status', 'not in a list'],
    [{ source: [] }, 'source', 'empty list'],
    [{ source: [['a']] }, 'source', 'list inside a list'],
    [{ source: [{ contains: 'a' }] }, 'source', 'unknown comparison "contains"'],
    [{ source: [{ prefix: 'a', suffix: 'b' }] }, 'source', 'exactly one'],
    [{ source: [{}] }, 'source', 'exactly one'],
    [{ source: [{ prefix: 1 }] }, 'source', 'does not take'],
    [{ detail: { a: [{ numeric: ['>'] }] } }, 'detail.a', 'does not take'],
    [{ detail: { a: [{ numeric: ['~', 1] }] } }, 'detail.a', 'does not take'],
    [{ detail: { a: [{ 'anything-but': [] }] } }, 'detail.a', 'does not take'],
    [{ detail: { a: [{ 'anything-but': { exists: true } }] } }, 'detail.a', 'does not take'],
    [{ detail: { $or: { a: ['b'] } } }, 'detail.$or', 'alternatives'],
    [{ $or: [{ a: 'b' }, { c: ['d'] }] }, '$or[0].a', 'not in a list'],
  ])('%j at %s', (pattern, path, problem) => {
    const [found, ...more] = patternProblems(pattern);
    expect(more).toEqual([]);
    expect(found?.path).toBe(path);
    expect(found?.problem).toContain(problem);
  });
});

test('puts single values into lists', () => {
  const pattern = { detail: { a: 1, b: [2], c: { Ref: 'C' } }, $or: [{ d: 'e' }, { f: ['g'] }] };
  const wrapped = wrapScalars(pattern);
  expect(wrapped).toEqual({
    detail: { a: [1], b: [2], c: { Ref: 'C' } },
    $or: [{ d: ['e'] }, { f: ['g'] }],
  });
  expect(patternProblems(wrapped)).toEqual([]);
});

test('finds wildcards', () => {
  expect(hasWildcard({ detail: { a: [{ wildcard: 'a*' }] } })).toBe(true);
  expect(hasWildcard({ detail: { a: [{ 'anything-but': { wildcard: 'a*' } }] } })).toBe(true);
  expect(hasWildcard({ detail: { wildcard: ['a*'] } })).toBe(false);
});

test.each<[JsonObject, boolean]>([
  [{}, true],
  [{ account: ['123456789012'], region: ['eu-west-1'] }, true],
  [{ source: [{ prefix: '' }] }, true],
  [{ source: [{ wildcard: '*' }], detail: {} }, true],
  [{ source: ['app'] }, false],
  [{ 'detail-type': ['Paid'] }, false],
  [{ detail: { a: ['b'] } }, false],
  [{ source: { Ref: 'Source' } }, false],
  [{ $or: [{ source: ['a'] }] }, false],
  [{ resources: ['arn:aws:s3:::bucket'] }, false],
])('%j matches everything: %s', (pattern, expected) => expect(isCatchAll(pattern)).toBe(expected));

describe('what two patterns share', () => {
  test.each<[JsonObject, JsonObject]>([
    [{ body: { type: ['a'] } }, { body: { type: ['b', 'c'] } }],
    [{ type: [1] }, { type: ['1'] }],
    [{ type: [{ prefix: 'a.' }] }, { type: ['b.c'] }],
    [{ type: ['b.c'] }, { type: [{ prefix: 'a.' }] }],
    [{ type: [{ prefix: 'a.' }] }, { type: [{ prefix: 'b.' }] }],
    [{ type: [{ suffix: '.a' }] }, { type: [{ suffix: '.b' }] }],
    [{ type: [{ suffix: '.a' }] }, { type: ['x.b'] }],
    [{ type: [{ exists: true }] }, { type: [{ exists: false }] }],
    [{ type: [{ exists: false }] }, { type: ['a'] }],
    [{ type: [{ 'anything-but': 'a' }] }, { type: ['a'] }],
    [{ type: [{ 'anything-but': ['a', 'b'] }] }, { type: ['a', 'b'] }],
    [{ total: [{ numeric: ['<', 10] }] }, { total: [10] }],
    [{ total: [{ numeric: ['>', 0, '<=', 5] }] }, { total: [0, 6] }],
    [{ total: [{ numeric: ['=', 1] }] }, { total: [2] }],
    [{ total: [{ numeric: ['>=', 3] }] }, { total: [2] }],
  ])('nothing: %j and %j', (one, other) => expect(areDisjoint(one, other)).toBe(true));

  test.each<[JsonObject, JsonObject]>([
    [{}, { type: ['a'] }],
    [{ type: ['a', 'b'] }, { type: ['b'] }],
    [{ type: ['a'] }, { other: ['b'] }],
    [{ type: [{ prefix: 'a' }] }, { type: [{ prefix: 'a.b' }] }],
    [{ type: [{ suffix: 'a' }] }, { type: [{ prefix: 'a' }] }],
    [{ type: ['a'] }, { type: [{ Ref: 'Type' }] }],
    [{ type: ['a'] }, { type: [{ wildcard: 'b*' }] }],
    [{ type: ['a'] }, { type: [{ 'anything-but': { prefix: 'a' } }] }],
    [{ $or: [{ type: ['a'] }] }, { type: ['b'] }],
    [{ type: [{ exists: true }] }, { type: ['a'] }],
    [{ type: [{ exists: false }] }, { type: [{ exists: false }] }],
    [{ total: [{ numeric: ['<', 10] }] }, { total: [9] }],
    [{ type: 'a' }, { type: ['b'] }],
    [{ type: [['a']] }, { type: [['b']] }],
  ])('perhaps: %j and %j', (one, other) => expect(areDisjoint(one, other)).toBe(false));
});

test('two patterns are told apart by fields, whichever comes first, and a dot in a name is no step', () => {
  const both = (one: JsonObject, other: JsonObject) => [
    areDisjoint(one, other),
    areDisjoint(other, one),
  ];
  expect(both({ source: ['a', 'b'] }, { source: ['c'] })).toEqual([true, true]);
  expect(both({ source: ['a', 'b'] }, { source: ['b', 'c'] })).toEqual([false, false]);
  expect(both({ source: [{ prefix: 'x' }] }, { source: ['a', 'xy'] })).toEqual([false, false]);
  expect(both({ source: [{ prefix: 'x' }] }, { source: ['a'] })).toEqual([true, true]);
  expect(both({ 'a.b': ['1'], a: { b: ['2'] } }, { 'a.b': ['1'] })).toEqual([false, false]);
});
