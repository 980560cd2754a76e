import type { AslProblemCode, FieldCode } from '../../catalog/workflow/asl-problem.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { reportProblems, steps, workflow } from './machine.ts';

const codes: ReadonlySet<string> = new Set<FieldCode>([
  'noType',
  'unknownType',
  'missing',
  'unknown',
  'wrong',
  'apart',
  'without',
]);
const isOurs = (code: AslProblemCode): code is FieldCode => codes.has(code);

export const sfnStateFields = defineRule({
  meta: {
    id: 'sfn/state-fields',
    severity: 'error',
    messages: {
      noType:
        '{node}: {place} does not say what it does; set Type to Task, Pass, Choice, Wait, Succeed, Fail, Parallel or Map.',
      unknownType: '{node}: {place} has the Type {field}, which AWS does not know{detail}',
      missing: '{node}: {place} has no {field}, which AWS asks for; add it.',
      unknown: '{node}: {place} has {field}, which is not possible there; {detail}',
      wrong: '{node}: {field} of {place} has to be {detail}.',
      apart: '{node}: {place} has both {field} and {detail}; keep one of them.',
      without: '{node}: {place} needs one of {field}; add it.',
    },
    explain:
      'Each type of state has fields of its own: a Wait state says how long, a Task what is called, a Map what is done with each item. AWS looks at all fields when the workflow is made, and refuses it when one is missing, is spelled wrong or holds something else.',
    docs: {
      title: 'Discovering workflow states to use in Step Functions',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-states.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    reportProblems(graph, node, report, ({ code }) => (isOurs(code) ? code : undefined));
  },
  examples: {
    good: [
      {
        title: 'a Wait state and a Succeed state',
        design: workflow(
          steps('A', { A: { Type: 'Wait', Seconds: 5, Next: 'B' }, B: { Type: 'Succeed' } }),
        ),
      },
      {
        title: 'seconds from a parameter',
        design: workflow(
          steps('A', { A: { Type: 'Wait', Seconds: { Ref: 'Seconds' }, End: true } }),
        ),
      },
      {
        title: 'a placeholder for a number in YAML',
        design: workflow(
          'StartAt: A\nStates:\n  A:\n    Type: Wait\n    Seconds: ${Seconds}\n    End: true\n',
        ),
      },
    ],
    bad: [
      {
        title: 'a state without a Type, and one that AWS does not have',
        design: workflow(steps('A', { A: { Next: 'B' }, B: { Type: 'Task ', End: true } })),
        expect: ['noType', 'unknownType'],
      },
      {
        title: 'a Task that calls nothing, with a field that is spelled wrong',
        design: workflow(
          'StartAt: A\nStates:\n  A:\n    Type: Task\n    Resorce: arn:aws:states:::lambda:invoke\n    End: true\n',
        ),
        expect: ['missing', 'unknown'],
      },
      {
        title: 'seconds as a text',
        design: workflow(steps('A', { A: { Type: 'Wait', Seconds: '5', End: true } })),
        expect: ['wrong'],
      },
      {
        title: 'a Wait state with two times, and one with none',
        design: workflow(
          steps('A', {
            A: { Type: 'Wait', Seconds: 5, Timestamp: '2030-01-31T12:00:00Z', Next: 'B' },
            B: { Type: 'Wait', End: true },
          }),
        ),
        expect: ['apart', 'without'],
      },
    ],
  },
});
