import { describe, expect, it } from 'vitest';
import {
  choice,
  integer,
  json,
  list,
  map,
  type PropertyDefinition,
  record,
  seconds,
  text,
  yesNo,
} from '../../../../shared/catalog/property.ts';
import type { Json } from '../../../../shared/lib/json.ts';
import { draftOver, isShowable, readText, textOf } from './reading.ts';

describe('reading what was typed', () => {
  it.each<[PropertyDefinition, string, Json]>([
    [seconds(), '15 min', 900],
    [integer({ max: 5 }), '9', 9],
    [text({ pattern: '^/' }), 'orders', 'orders'],
    [text(), ' kept as typed ', ' kept as typed '],
    [choice([1, 3, 5]), '3', 3],
    [choice([1, 3, 5], { open: true }), '4', 4],
    [choice(['0.5', '1.6']), '0.5', '0.5'],
    [choice(['nodejs24.x'], { open: true }), 'nodejs99.x', 'nodejs99.x'],
    [json(), '{"a": [1]}', { a: [1] }],
    [json(), '"text"', 'text'],
    [list(), '["a"]', ['a']],
    [record(), '{}', {}],
    [yesNo(), 'true', true],
  ])('%#', (definition, typed, value) => {
    expect(readText(definition, typed)).toEqual({ kind: 'value', value });
  });

  it.each<[PropertyDefinition]>([[seconds()], [text()], [choice(['a'])], [json()], [map()]])(
    'takes an empty field for unset, %#',
    (definition) => {
      expect(readText(definition, '')).toEqual({ kind: 'unset' });
    },
  );

  it.each<[PropertyDefinition, string, RegExp]>([
    [seconds(), 'soon', /no number/],
    [integer(), '1.5', /whole number/],
    [json(), '{"a": ', /^Line 1: /],
    [json(), '{\n"a" 1}', /^Line 2: /],
    [list(), '{}', /A list is wanted/],
    [map(), '[]', /An object is wanted/],
    [record(), '1', /An object is wanted/],
  ])('leaves the design alone for what is no value, %#', (definition, typed, problem) => {
    const reading = readText(definition, typed);
    expect(reading.kind === 'wrong' ? reading.problem : reading.kind).toMatch(problem);
  });

  it('says so when JSON is nested deeper than a file can hold', () => {
    const deep = `${'['.repeat(498)}${']'.repeat(498)}`;
    expect(readText(json(), deep)).toEqual({ kind: 'wrong', problem: 'This is nested too deep.' });
  });
});

describe('showing a value', () => {
  it.each<[PropertyDefinition, Json | undefined, string]>([
    [seconds(), 900, '900'],
    [seconds(), undefined, ''],
    [seconds(), 'thirty', 'thirty'],
    [text(), { a: 1 }, '{"a":1}'],
    [json(), { a: 1 }, '{\n  "a": 1\n}'],
    [json(), '{"StartAt": "A"}', '{"StartAt": "A"}'],
    [json(), 'plain', '"plain"'],
  ])('%#', (definition, value, shown) => {
    expect(textOf(definition, value)).toBe(shown);
  });

  it('reads back what it showed', () => {
    for (const value of [{ a: [1, 'b', null] }, ['x'], 5, 'plain', true])
      expect(readText(json(), textOf(json(), value))).toEqual({ kind: 'value', value });
  });

  it('knows what its control cannot show', () => {
    expect(isShowable(yesNo(), 'yes')).toBe(false);
    expect(isShowable(list(), 'a')).toBe(false);
    expect(isShowable(choice(['a']), 'b')).toBe(true);
    expect(isShowable(yesNo(), undefined)).toBe(true);
  });
});

it('a draft counts until the design changes under it', () => {
  const draft = { typed: '9x', over: 9 };
  expect(draftOver(draft, 9)).toBe('9x');
  expect(draftOver(draft, 8)).toBeUndefined();
  expect(draftOver(undefined, 9)).toBeUndefined();
});
