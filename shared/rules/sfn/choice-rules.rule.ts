import type { AslProblemCode, ChoiceCode } from '../../catalog/workflow/asl-problem.ts';
import { nodes } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { reportProblems, workflow } from './machine.ts';

const codes: ReadonlySet<string> = new Set<ChoiceCode>([
  'noNext',
  'innerNext',
  'noComparison',
  'manyComparisons',
  'noVariable',
  'operand',
  'noCondition',
]);
const isOurs = (code: AslProblemCode): code is ChoiceCode => codes.has(code);

const choice = (rule: Json, language: 'JSONPath' | 'JSONata' = 'JSONPath') =>
  workflow({
    QueryLanguage: language,
    StartAt: 'A',
    States: { A: { Type: 'Choice', Choices: [rule], Default: 'B' }, B: { Type: 'Succeed' } },
  });

export const sfnChoiceRules = defineRule({
  meta: {
    id: 'sfn/choice-rules',
    severity: 'error',
    messages: {
      noNext: '{node}: {place} does not say where to go; set its Next.',
      innerNext:
        '{node}: {place} has a Next inside And, Or or Not; only the rule as a whole has one. Move it out.',
      noComparison:
        '{node}: {place} compares nothing; add a comparison such as StringEquals, or And, Or or Not.',
      manyComparisons:
        '{node}: {place} has more than one comparison ({detail}); put them into And or Or.',
      noVariable:
        '{node}: {place} has {field} but no Variable; say what is compared, such as $.total.',
      operand: '{node}: {field} in {place} has to be {detail}.',
      noCondition:
        '{node}: {place} has no Condition; write one such as "{% $states.input.total > 100 %}".',
    },
    explain:
      'A Choice state tries its rules from top to bottom, and the first that fits says where to go. In JSONPath a rule compares one Variable in one way, and And, Or and Not put rules together; in JSONata it has one Condition. Each rule as a whole has a Next. AWS refuses a rule that is made otherwise.',
    docs: {
      title: 'Choice workflow state',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    reportProblems(graph, node, report, ({ code }) => (isOurs(code) ? code : undefined));
  },
  examples: {
    good: [
      {
        title: 'rules put together',
        design: choice({
          And: [
            { Variable: '$.total', NumericGreaterThan: 100 },
            { Not: { Variable: '$.country', StringEquals: 'NL' } },
          ],
          Next: 'B',
        }),
      },
      {
        title: 'a condition in JSONata',
        design: choice({ Condition: '{% $states.input.total > 100 %}', Next: 'B' }, 'JSONata'),
      },
      {
        title: 'a limit from a parameter',
        design: choice({ Variable: '$.total', NumericGreaterThan: { Ref: 'Limit' }, Next: 'B' }),
      },
    ],
    bad: [
      {
        title: 'a rule that leads nowhere',
        design: choice({ Variable: '$.total', NumericGreaterThan: 100 }),
        expect: ['noNext'],
      },
      {
        title: 'a Next inside',
        design: choice({ Not: { Variable: '$.total', IsNull: true, Next: 'B' }, Next: 'B' }),
        expect: ['innerNext'],
      },
      {
        title: 'nothing compared',
        design: choice({ Variable: '$.total', Next: 'B' }),
        expect: ['noComparison'],
      },
      {
        title: 'two comparisons at once',
        design: choice({
          Variable: '$.total',
          NumericGreaterThan: 1,
          NumericLessThan: 9,
          Next: 'B',
        }),
        expect: ['manyComparisons'],
      },
      {
        title: 'no variable, and a text as a number',
        design: choice({ NumericGreaterThan: '100', Next: 'B' }),
        expect: ['noVariable', 'operand'],
      },
      {
        title: 'no condition in JSONata',
        design: choice({ Next: 'B' }, 'JSONata'),
        expect: ['noCondition'],
      },
    ],
  },
});
