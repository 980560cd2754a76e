import { exitsOf, pathOf } from '../../catalog/workflow/asl.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { machineOf, steps, workflow } from './machine.ts';

export const sfnTransitionTarget = defineRule({
  meta: {
    id: 'sfn/transition-target',
    severity: 'error',
    messages: {
      missing:
        '{node}: the state "{state}" leads to "{target}", which does not exist there; choose a state of the same part of the workflow.',
    },
    explain:
      'A transition stays among the states around it: a state in a branch of a Parallel cannot jump out of the branch or into another one. It leaves the branch only by ending it. AWS refuses a definition with a transition to a state that is not there.',
    docs: {
      title: 'Transitions in Step Functions workflows',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-transitions.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    for (const state of machineOf(graph, node)?.states ?? []) {
      const wrong = new Set<string>();
      for (const { to } of exitsOf(state)) if (!state.scope.states.has(to)) wrong.add(to);
      for (const target of wrong)
        report({
          message: 'missing',
          property: 'definition',
          path: pathOf(state),
          data: { node: named(node), state: state.name, target },
        });
    }
  },
  examples: {
    good: [
      {
        title: 'two states in turn',
        design: workflow(steps('A', { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } })),
      },
      { title: 'a definition from a parameter', design: workflow({ Ref: 'Definition' }) },
    ],
    bad: [
      {
        title: 'a target that is spelled wrong',
        design: workflow(
          steps('A', { A: { Type: 'Pass', Next: 'Chrage' }, Charge: { Type: 'Succeed' } }),
        ),
        expect: ['missing'],
      },
    ],
  },
});
