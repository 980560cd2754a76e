import { expect, test } from 'vitest';
import { json } from '../../../../shared/catalog/property.ts';
import type { Finding } from '../../../../shared/rules/rule.ts';
import { codeLanguage, helpFor, markersOf } from './code-help.ts';
import { readText, textOf } from './reading.ts';

const asl = json({ format: 'asl' });
const finding = (path: Finding['path'], message = 'Wrong'): Finding => ({
  rule: 'sfn/state-fields',
  severity: 'warning',
  messageKey: 'wrong',
  message,
  at: { kind: 'node', id: 'flow' },
  property: 'definition',
  ...(path && { path }),
  data: {},
  fixes: [],
});
const yaml = '# Orders\nStartAt: A\nStates:\n  A:\n    Type: Succeed\n';

test('a definition is read and shown as it was written', () => {
  expect(readText(asl, yaml)).toEqual({ kind: 'value', value: yaml });
  expect(textOf(asl, yaml)).toBe(yaml);
  const open = '{"StartAt":"A","TimeoutSeconds":${Seconds}}';
  expect(readText(asl, open)).toEqual({ kind: 'value', value: open });
  expect(readText(asl, '{"StartAt":"A"}')).toEqual({ kind: 'value', value: { StartAt: 'A' } });
  expect(readText(asl, 'StartAt: "A')).toMatchObject({ kind: 'wrong' });
  expect(readText(asl, 'hello')).toMatchObject({ kind: 'wrong' });
  expect(readText(asl, ' ')).toEqual({ kind: 'unset' });
  expect(readText(json(), yaml)).toMatchObject({ kind: 'wrong' });
});

test('what the checks say stands in the line of its part, in either language', () => {
  const paths = [['States', 'A', 'Type'], ['States', 'B'], undefined] as const;
  const lines = (text: string) =>
    markersOf(
      asl,
      text,
      paths.map((path) => finding(path)),
    ).map(({ line }) => line);
  expect(lines(yaml)).toEqual([5, 3, 1]);
  expect(
    lines(
      '{\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Succeed"\n    }\n  }\n}',
    ),
  ).toEqual([5, 3, 1]);
  expect(markersOf(asl, 'A: 1', [finding(undefined, 'Line 7: odd')])[0]?.line).toBe(7);
  expect(markersOf(json(), '{\n"A": 1\n}', [finding(['A'])])[0]).toMatchObject({
    line: 2,
    severity: 'warning',
  });
});

test('the editor helps with definitions and policies, and knows YAML from JSON', () => {
  expect(helpFor(asl)?.name).toBe('asl');
  expect(helpFor(json({ format: 'iam-policy' }))?.name).toBe('iam-policy');
  expect(helpFor(json())).toBeUndefined();
  expect([codeLanguage(asl, yaml), codeLanguage(asl, '{}'), codeLanguage(asl, '')]).toEqual([
    'yaml',
    'json',
    'json',
  ]);
  expect(codeLanguage(json(), yaml)).toBe('json');
});
