import { expect, test } from 'vitest';
import { wrongReference } from './references.ts';

const of = (value: Parameters<typeof wrongReference>[0]) =>
  wrongReference(value, (id) => id === 'Orders');

test('takes what CloudFormation takes', () => {
  expect(of({ Ref: 'Stage' })).toBeUndefined();
  expect(of({ Ref: 'AWS::Region' })).toBeUndefined();
  expect(of([{ deep: { 'Fn::GetAtt': ['Orders', 'Arn'] } }])).toBeUndefined();
  expect(of({ 'Fn::GetAtt': 'Orders.Arn' })).toBeUndefined();
  expect(of({ 'Fn::Sub': '${Orders.Arn}/${Stage}/${!literal}/${AWS::Region}' })).toBeUndefined();
  expect(of({ 'Fn::Sub': ['${a b}', { 'a b': { Ref: 'Stage' } }] })).toBeUndefined();
});

test('says what has a wrong form', () => {
  expect(of({ Ref: 1 })).toContain('Ref takes');
  expect(of({ Ref: 'a b' })).toContain('Ref takes');
  expect(of({ 'Fn::Sub': 5 })).toContain('Fn::Sub takes a text');
  expect(of({ 'Fn::Sub': '${a b}' })).toContain('"a b"');
  expect(of({ 'Fn::GetAtt': ['Orders'] })).toContain('Fn::GetAtt takes');
  expect(of({ 'Fn::Join': ['', [{ 'Fn::GetAtt': null }]] })).toContain('Fn::GetAtt takes');
});

test('says what is not there', () => {
  expect(of({ 'Fn::GetAtt': ['Nothing', 'Arn'] })).toContain('Nothing');
  expect(of({ deep: [{ 'Fn::Sub': '${Nothing.Arn}' }] })).toContain('Nothing');
});

test('says what stands for nothing that is deployed', () => {
  const bare = (value: Parameters<typeof wrongReference>[0]) =>
    wrongReference(
      value,
      () => true,
      (id, attribute) => id === 'Person' && attribute !== 'Arn',
    );
  expect(bare({ Ref: 'Person' })).toContain('nothing is deployed');
  expect(bare({ 'Fn::Sub': 'x-${Person}' })).toContain('nothing is deployed');
  expect(bare({ 'Fn::Sub': '${Person.Name}' })).toContain('Person');
  expect(bare({ 'Fn::GetAtt': ['Person', 'Name'] })).toContain('Person');
  expect(bare({ 'Fn::GetAtt': ['Person', 'Arn'] })).toBeUndefined();
  expect(bare({ Ref: 'Orders' })).toBeUndefined();
});
