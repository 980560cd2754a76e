import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../shared/lib/json.ts';
import {
  formOf,
  type IntrinsicForm,
  intrinsicForms,
  intrinsicText,
  readIntrinsic,
  showIntrinsic,
} from './intrinsic.ts';

const cases: readonly (readonly [IntrinsicForm, Json, string])[] = [
  ['Ref', { Ref: 'Seconds' }, '!Ref Seconds'],
  ['Ref', { Ref: 'AWS::Region' }, '!Ref AWS::Region'],
  ['Fn::Sub', { 'Fn::Sub': '${AWS::StackName}-x' }, '!Sub ${AWS::StackName}-x'],
  ['Fn::GetAtt', { 'Fn::GetAtt': ['Orders', 'Arn'] }, '!GetAtt Orders.Arn'],
  ['Fn::ImportValue', { 'Fn::ImportValue': 'net-vpc' }, '!ImportValue net-vpc'],
  ['json', { 'Fn::Select': [0, { Ref: 'Names' }] }, '{"Fn::Select":[0,{"Ref":"Names"}]}'],
  ['json', { 'Fn::Sub': ['${a}', { a: 'b' }] }, '{"Fn::Sub":["${a}",{"a":"b"}]}'],
];

it.each(cases)('%s: shows and reads back %j', (form, intrinsic, line) => {
  expect(formOf(intrinsic)).toBe(form);
  expect(readIntrinsic(form, intrinsicText(intrinsic, form))).toEqual({
    kind: 'value',
    value: intrinsic,
  });
  expect(showIntrinsic(intrinsic)).toBe(line);
});

describe('what is no intrinsic', () => {
  it.each<[IntrinsicForm, string]>([
    ['Ref', ''],
    ['Ref', 'two words'],
    ['Fn::GetAtt', 'Orders'],
    ['Fn::Sub', ''],
    ['Fn::ImportValue', ' '],
    ['json', ''],
    ['json', '{"a": 1}'],
    ['json', '{'],
  ])('leaves the design alone: %s %j', (form, text) => {
    expect(readIntrinsic(form, text).kind).toBe('wrong');
  });
});

it('reads each of its own examples', () => {
  for (const { form, example } of intrinsicForms)
    expect(readIntrinsic(form, example).kind, form).toBe('value');
});
