import { expect, test } from 'vitest';
import type { NodeId } from '../model/ids.ts';
import { attribute, intrinsic, join } from './expression.ts';
import { expressionText, jsonText, parsedJson } from './json-text.ts';

test('JSON without intrinsics is the text that JSON.stringify gives', () => {
  const value = { a: [1, 'x "y"', null, true], 'b-c': { d: {} }, e: [] };
  expect(jsonText(value)).toBe(JSON.stringify(value));
});

test('an intrinsic stands between quotes', () => {
  expect(jsonText({ at: { Ref: 'Place' }, n: 1 })).toEqual(
    join('{"at":"', intrinsic({ Ref: 'Place' }), '","n":1}'),
  );
});

test('attributes of nodes become texts, and what is undefined is left out', () => {
  const name = attribute('orders' as NodeId, 'name');
  expect(expressionText({ table: name, prefix: undefined })).toEqual(
    join('{"table":"', name, '"}'),
  );
});

test('a property may hold JSON or its text', () => {
  expect(parsedJson('{"a":1}')).toEqual({ a: 1 });
  expect(parsedJson({ a: 1 })).toEqual({ a: 1 });
  expect(parsedJson('tick')).toBe('tick');
  expect(parsedJson(undefined)).toBeUndefined();
});
