import { listOfObjects, pathOf } from '../../catalog/workflow/asl.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { machineOf, reportProblems, steps, workflow } from './machine.ts';

const withoutErrors = new Set(['Pass', 'Wait', 'Choice', 'Succeed', 'Fail']);

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error */
const ranges = [
  ['IntervalSeconds', 1, 99_999_999, '1 to 99,999,999'],
  ['MaxAttempts', 0, 99_999_999, '0 to 99,999,999'],
  ['BackoffRate', 1, Number.POSITIVE_INFINITY, '1 or more'],
  ['MaxDelaySeconds', 1, 31_622_400, '1 to 31,622,400'],
] as const;

export const sfnErrorHandlingOrder = defineRule({
  meta: {
    id: 'sfn/error-handling-order',
    severity: 'error',
    messages: {
      misplaced:
        '{node}: {field} of the state "{state}" is not possible on a {type} state; only Task, Parallel and Map states have {field}.',
      empty:
        '{node}: an entry of {field} of the state "{state}" names no errors; fill ErrorEquals.',
      notAlone:
        '{node}: {field} of the state "{state}" names States.ALL beside other errors; States.ALL stands alone.',
      notLast:
        '{node}: {field} of the state "{state}" has States.ALL before other entries, which are then never reached; move it to the end.',
      unknownError: {
        text: '{node}: {place} names the error {field}, which AWS does not have; {detail}',
        severity: 'warning',
      },
      range: '{node}: {name} in Retry of the state "{state}" is {value}, but has to be {range}.',
      // AWS's pages do not refuse it.
      neverGrows: {
        text: '{node}: MaxDelaySeconds in Retry of the state "{state}" is {value}, not more than the first wait of {interval} s, so the waits never grow; take a higher one, or leave it out.',
        severity: 'warning',
      },
    },
    explain:
      'When a state fails, Step Functions looks at the entries of Retry and Catch from top to bottom and takes the first that fits. States.ALL fits all errors, so it stands alone and in the last entry. Only Task, Parallel and Map states have Retry and Catch.',
    docs: {
      title: 'Handling errors in Step Functions workflows',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    for (const state of machineOf(graph, node)?.states ?? []) {
      const { name, type, body } = state;
      for (const field of ['Retry', 'Catch'] as const) {
        if (body[field] === undefined) continue;
        const path = [...pathOf(state), field];
        const data = { node: named(node), state: name, field };
        if (type !== undefined && withoutErrors.has(type)) {
          report({ message: 'misplaced', property: 'definition', path, data: { ...data, type } });
          continue;
        }
        const entries = listOfObjects(body[field]);
        entries.forEach((entry, index) => {
          const errors = entry.ErrorEquals;
          if (Array.isArray(errors)) {
            const all = errors.includes('States.ALL');
            if (errors.length === 0)
              report({ message: 'empty', property: 'definition', path: [...path, index], data });
            else if (all && errors.length > 1)
              report({ message: 'notAlone', property: 'definition', path: [...path, index], data });
            else if (all && index < entries.length - 1)
              report({ message: 'notLast', property: 'definition', path: [...path, index], data });
          }
          if (field === 'Catch') return;
          for (const [key, min, max, range] of ranges) {
            const value = entry[key];
            if (typeof value === 'number' && (value < min || value > max))
              report({
                message: 'range',
                property: 'definition',
                path: [...path, index, key],
                data: { node: named(node), state: name, name: key, value, range },
              });
          }
          const { MaxDelaySeconds: most, IntervalSeconds: interval = 1 } = entry;
          if (typeof most !== 'number' || typeof interval !== 'number') return;
          if (most > 0 && interval > 0 && most <= interval)
            report({
              message: 'neverGrows',
              property: 'definition',
              path: [...path, index, 'MaxDelaySeconds'],
              data: { node: named(node), state: name, value: most, interval },
            });
        });
      }
    }
    reportProblems(graph, node, report, ({ code }) => (code === 'unknownError' ? code : undefined));
  },
  examples: {
    good: [
      {
        title: 'two states in turn',
        design: workflow(steps('A', { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } })),
      },
      {
        title: 'the catch-all at the end',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Task',
              Resource: 'arn:aws:states:::lambda:invoke',
              End: true,
              Retry: [
                { ErrorEquals: ['States.Timeout'] },
                { ErrorEquals: ['States.ALL'], MaxAttempts: 2 },
              ],
            },
          }),
        ),
      },
      { title: 'a definition from a parameter', design: workflow({ Ref: 'Definition' }) },
    ],
    bad: [
      {
        title: 'the catch-all first',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Parallel',
              Branches: [{ StartAt: 'B', States: { B: { Type: 'Succeed' } } }],
              End: true,
              Retry: [
                { ErrorEquals: ['States.ALL'] },
                { ErrorEquals: ['States.Timeout'], IntervalSeconds: 0 },
              ],
            },
          }),
        ),
        expect: ['notLast', 'range'],
      },
      {
        title: 'the catch-all beside others, and no errors',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Parallel',
              Branches: [{ StartAt: 'B', States: { B: { Type: 'Succeed' } } }],
              End: true,
              Retry: [{ ErrorEquals: [] }, { ErrorEquals: ['States.ALL', 'States.Timeout'] }],
            },
          }),
        ),
        expect: ['empty', 'notAlone'],
      },
      {
        title: 'an error that is spelled wrong',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Parallel',
              Branches: [{ StartAt: 'B', States: { B: { Type: 'Succeed' } } }],
              End: true,
              Retry: [{ ErrorEquals: ['States.TimeOut'] }],
            },
          }),
        ),
        expect: ['unknownError'],
      },
      {
        title: 'waits that cannot grow, and one without an end',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Parallel',
              Branches: [{ StartAt: 'B', States: { B: { Type: 'Succeed' } } }],
              End: true,
              Retry: [
                { ErrorEquals: ['States.Timeout'], IntervalSeconds: 10, MaxDelaySeconds: 10 },
                { ErrorEquals: ['States.ALL'], MaxDelaySeconds: 31_622_401 },
              ],
            },
          }),
        ),
        expect: ['neverGrows', 'range'],
      },
      {
        title: 'a Pass state with Retry',
        design: workflow(
          steps('A', { A: { Type: 'Pass', End: true, Retry: [{ ErrorEquals: ['States.ALL'] }] } }),
        ),
        expect: ['misplaced'],
      },
    ],
  },
});
