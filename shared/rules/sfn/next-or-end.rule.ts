import { hasOpenExits, pathOf, reachableStates } from '../../catalog/workflow/asl.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { machineOf, steps, workflow } from './machine.ts';

const going = new Set(['Task', 'Pass', 'Wait', 'Parallel', 'Map']);
const standing = new Set(['Choice', 'Succeed', 'Fail']);

export const sfnNextOrEnd = defineRule({
  meta: {
    id: 'sfn/next-or-end',
    severity: 'error',
    messages: {
      nowhere:
        '{node}: the state "{state}" has neither Next nor End, so the workflow would not know how to go on; set one of them.',
      both: '{node}: the state "{state}" has both Next and End; keep one of them.',
      needless: '{node}: the state "{state}" is a {type} state, which has no {field}; remove it.',
      endless:
        '{node}: no way through {place} ever ends; let a state have End, or add a Succeed or Fail state.',
    },
    explain:
      'After each state a workflow must know where to go, or that it is finished. A Choice state decides by its rules, and Succeed and Fail are ends themselves, so these have no Next and no End of their own. AWS refuses a definition that has no end.',
    docs: {
      title: 'Discovering workflow states to use in Step Functions',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    const machine = machineOf(graph, node);
    for (const state of machine?.states ?? []) {
      const { name, type, body } = state;
      const path = pathOf(state);
      const data = { node: named(node), state: name };
      const next = body.Next !== undefined;
      const end = body.End !== undefined && body.End !== false;
      if (type !== undefined && going.has(type)) {
        if (next && body.End === true)
          report({ message: 'both', property: 'definition', path, data });
        if (!next && !end) report({ message: 'nowhere', property: 'definition', path, data });
      } else if (type !== undefined && standing.has(type) && (next || body.End !== undefined))
        report({
          message: 'needless',
          property: 'definition',
          path,
          data: { ...data, type, field: next ? 'Next' : 'End' },
        });
    }
    for (const scope of machine?.scopes ?? []) {
      const { owner, states, body } = scope;
      if (typeof body.StartAt !== 'string' || !states.has(body.StartAt) || hasOpenExits(scope))
        continue;
      const reached = [...reachableStates(scope)].flatMap((name) => states.get(name) ?? []);
      // A state that leads nowhere has a finding of its own.
      if (
        reached.some((state) =>
          state.type === undefined || !standing.has(state.type)
            ? state.body.Next === undefined
            : state.type !== 'Choice',
        )
      )
        continue;
      const place = owner ? `a part of the state "${owner.name}"` : 'the workflow';
      report({
        message: 'endless',
        property: 'definition',
        path: scope.path,
        data: { node: named(node), place },
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
        title: 'a state that leads nowhere',
        design: workflow(steps('A', { A: { Type: 'Pass' } })),
        expect: ['nowhere'],
      },
      {
        title: 'a state that goes on and ends',
        design: workflow(
          steps('A', { A: { Type: 'Pass', Next: 'B', End: true }, B: { Type: 'Succeed' } }),
        ),
        expect: ['both'],
      },
      {
        title: 'a Succeed state that goes on',
        design: workflow(steps('A', { A: { Type: 'Succeed', End: true } })),
        expect: ['needless'],
      },
      {
        title: 'a circle without an end',
        design: workflow(
          steps('A', {
            A: { Type: 'Pass', Next: 'B' },
            B: { Type: 'Wait', Seconds: 5, Next: 'A' },
          }),
        ),
        expect: ['endless'],
      },
    ],
  },
});
