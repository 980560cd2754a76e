import type { AslProblemCode, LanguageCode } from '../../catalog/workflow/asl-problem.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { reportProblems, steps, workflow } from './machine.ts';

const codes: ReadonlySet<string> = new Set<LanguageCode>([
  'mixed',
  'marked',
  'braces',
  'unclosed',
  'noPath',
  'noFunction',
]);
const isOurs = (code: AslProblemCode): code is Exclude<LanguageCode, 'otherLanguage'> =>
  codes.has(code);

const lambda = 'arn:aws:states:::lambda:invoke';
const jsonata = (states: Parameters<typeof steps>[1]) =>
  workflow({ QueryLanguage: 'JSONata', StartAt: 'A', States: states });

export const sfnQueryLanguage = defineRule({
  meta: {
    id: 'sfn/query-language',
    severity: 'error',
    messages: {
      onlyJsonPath:
        '{node}: {place} works in JSONata, and {field} belongs to JSONPath; use {detail} instead, or set QueryLanguage to JSONPath.',
      onlyJsonata:
        '{node}: {place} works in JSONPath, and {field} belongs to JSONata; use {detail} instead, or set QueryLanguage to JSONata.',
      mixed:
        '{node}: {place} is to work in JSONPath, but the whole workflow works in JSONata, which its states cannot leave; remove its QueryLanguage.',
      marked: {
        text: '{node}: {place} works in JSONata, where a name does not end in .$; write "{detail}" and a value such as "{% $states.input.id %}".',
        severity: 'warning',
      },
      braces: {
        text: '{node}: {place} works in JSONPath, so what stands between {% and %} in {field} stays a plain text; mark the name with .$ and write a path, or set QueryLanguage to JSONata.',
        severity: 'warning',
      },
      unclosed: {
        text: '{node}: {field} of {place} has {% or %} but is no expression: that begins with {% and ends with %}, with nothing around.',
        severity: 'warning',
      },
      noPath:
        '{node}: {field} of {place} ends in .$, so its value is a path such as $.order.id or a function such as States.Format(…).',
      noFunction:
        '{node}: {field} of {place} calls {detail}, which is no function of AWS; choose another one.',
    },
    explain:
      'A workflow works with data in JSONPath or in JSONata. JSONPath marks a name with .$ and has fields such as Parameters, ResultPath and OutputPath; JSONata writes expressions between {% and %} and has Arguments and Output. Without QueryLanguage JSONPath counts. States of a JSONPath workflow may work in JSONata, but not the other way round. AWS refuses a field of the other language; a value in its way of writing is taken as plain text.',
    docs: {
      title: 'Transforming data with JSONata in Step Functions',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    reportProblems(graph, node, report, ({ code, language }) => {
      if (code === 'otherLanguage') return language === 'JSONata' ? 'onlyJsonPath' : 'onlyJsonata';
      return isOurs(code) ? code : undefined;
    });
  },
  examples: {
    good: [
      {
        title: 'JSONPath',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Task',
              Resource: lambda,
              Parameters: { 'Payload.$': '$', 'Id.$': 'States.UUID()' },
              OutputPath: '$.Payload',
              End: true,
            },
          }),
        ),
      },
      {
        title: 'JSONata, in one state alone',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Task',
              QueryLanguage: 'JSONata',
              Resource: lambda,
              Arguments: { Payload: '{% $states.input %}' },
              Output: '{% $states.result.Payload %}',
              End: true,
            },
          }),
        ),
      },
      {
        title: 'a language from a parameter',
        design: workflow({
          QueryLanguage: { Ref: 'Language' },
          StartAt: 'A',
          States: { A: { Type: 'Pass', Output: 1, End: true } },
        }),
      },
    ],
    bad: [
      {
        title: 'Parameters in JSONata',
        design: jsonata({
          A: { Type: 'Task', Resource: lambda, Parameters: { Payload: 1 }, End: true },
        }),
        expect: ['onlyJsonPath'],
      },
      {
        title: 'Arguments in JSONPath, which counts when nothing is said',
        design: workflow(
          steps('A', {
            A: { Type: 'Task', Resource: lambda, Arguments: { Payload: 1 }, End: true },
          }),
        ),
        expect: ['onlyJsonata'],
      },
      {
        title: 'a state that goes back to JSONPath',
        design: jsonata({ A: { Type: 'Pass', QueryLanguage: 'JSONPath', End: true } }),
        expect: ['mixed'],
      },
      {
        title: 'a marked name and half an expression in JSONata',
        design: jsonata({
          A: { Type: 'Pass', Output: { 'id.$': '$.id', sum: '{% $states.input.sum' }, End: true },
        }),
        expect: ['marked', 'unclosed'],
      },
      {
        title:
          'an expression, a plain text as a path and a function that is not there, in JSONPath',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Pass',
              Parameters: {
                id: '{% $states.input.id %}',
                'name.$': 'name',
                'sum.$': 'States.Sum($.a, $.b)',
              },
              End: true,
            },
          }),
        ),
        expect: ['braces', 'noPath', 'noFunction'],
      },
    ],
  },
});
