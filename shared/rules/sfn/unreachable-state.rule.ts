import { hasOpenExits, reachableStates } from '../../catalog/workflow/asl.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { machineOf, steps, workflow } from './machine.ts';

export const sfnUnreachableState = defineRule({
  meta: {
    id: 'sfn/unreachable-state',
    severity: 'error',
    messages: {
      never: '{node}: nothing leads to the state "{state}"; lead a transition to it, or delete it.',
    },
    explain:
      'Step Functions looks at the definition when it is made and refuses one with states that no way from the start leads to. Usually a transition has been forgotten.',
    docs: {
      title: 'State machine structure in Amazon States Language for Step Functions workflows',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    for (const scope of machineOf(graph, node)?.scopes ?? []) {
      const { states, body } = scope;
      if (typeof body.StartAt !== 'string' || !states.has(body.StartAt) || hasOpenExits(scope))
        continue;
      const reached = reachableStates(scope);
      for (const state of states.keys())
        if (!reached.has(state))
          report({
            message: 'never',
            property: 'definition',
            path: [...scope.path, 'States', state],
            data: { node: named(node), state },
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
        title: 'a state without a way to it',
        design: workflow(steps('A', { A: { Type: 'Succeed' }, Refund: { Type: 'Succeed' } })),
        expect: ['never'],
      },
    ],
  },
});
