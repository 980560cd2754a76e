import { pathOf } from '../../catalog/workflow/asl.ts';
import { isJsonObject, type Json } from '../../lib/json.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { machineOf, steps, workflow } from './machine.ts';

/** Tests that are true for one of both values, whatever the variable is. */
const tests = [
  'BooleanEquals',
  'IsPresent',
  'IsNull',
  'IsBoolean',
  'IsNumeric',
  'IsString',
  'IsTimestamp',
] as const;

/** Both values of a boolean test, or a condition that always holds. */
const isExhaustive = (rules: readonly Json[]): boolean => {
  const decided = new Set<string>();
  for (const rule of rules) {
    if (!isJsonObject(rule)) return true;
    const condition = rule.Condition;
    if (
      condition === true ||
      (typeof condition === 'string' && /^\{%\s*true\s*%\}$/.test(condition))
    )
      return true;
    for (const test of tests) {
      const wanted = rule[test];
      if (typeof rule.Variable !== 'string' || typeof wanted !== 'boolean') continue;
      if (decided.has(`${test} ${rule.Variable} ${!wanted}`)) return true;
      decided.add(`${test} ${rule.Variable} ${wanted}`);
    }
  }
  return false;
};

export const sfnChoiceDefault = defineRule({
  meta: {
    id: 'sfn/choice-default',
    severity: 'warning',
    messages: {
      noDefault:
        '{node}: the choice "{state}" has no Default, so the execution fails when no rule fits; add one.',
      noRules: {
        text: '{node}: the choice "{state}" has no rules; add one, or replace it with a Pass state.',
        severity: 'error',
      },
    },
    explain:
      'When no rule of a Choice state fits and there is no Default, the execution fails with States.NoChoiceMatched. A Default that leads to a clear Fail state explains the problem better.',
    docs: {
      title: 'Choice workflow state',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    for (const state of machineOf(graph, node)?.states ?? []) {
      const { name, type, body } = state;
      if (type !== 'Choice') continue;
      const data = { node: named(node), state: name };
      const { Choices: rules } = body;
      if (rules === undefined || (Array.isArray(rules) && rules.length === 0))
        report({ message: 'noRules', property: 'definition', path: pathOf(state), data });
      else if (Array.isArray(rules) && body.Default === undefined && !isExhaustive(rules))
        report({ message: 'noDefault', property: 'definition', path: pathOf(state), data });
    }
  },
  examples: {
    good: [
      {
        title: 'two states in turn',
        design: workflow(steps('A', { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } })),
      },
      {
        title: 'two rules that are opposites',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Choice',
              Choices: [
                { Variable: '$.x', BooleanEquals: true, Next: 'B' },
                { Variable: '$.x', BooleanEquals: false, Next: 'B' },
              ],
            },
            B: { Type: 'Succeed' },
          }),
        ),
      },
      {
        title: 'a field that is there or not',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Choice',
              Choices: [
                { Variable: '$.x', IsPresent: false, Next: 'B' },
                { Variable: '$.x', IsPresent: true, Next: 'B' },
              ],
            },
            B: { Type: 'Succeed' },
          }),
        ),
      },
      { title: 'a definition from a parameter', design: workflow({ Ref: 'Definition' }) },
    ],
    bad: [
      {
        title: 'one rule and nothing else',
        design: workflow(
          steps('A', {
            A: { Type: 'Choice', Choices: [{ Variable: '$.x', NumericEquals: 1, Next: 'B' }] },
            B: { Type: 'Succeed' },
          }),
        ),
        expect: ['noDefault'],
      },
      {
        title: 'no rules',
        design: workflow(
          steps('A', { A: { Type: 'Choice', Default: 'B' }, B: { Type: 'Succeed' } }),
        ),
        expect: ['noRules'],
      },
    ],
  },
});
