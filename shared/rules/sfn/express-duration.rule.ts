import { type AslMachine, type AslScope, startsExpress } from '../../catalog/workflow/asl.ts';
import { heaviestWays } from '../../catalog/workflow/asl-ways.ts';
import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { formatDuration, named } from '../text.ts';
import { machineOf, steps, workflow } from './machine.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const longest = { EXPRESS: 300, STANDARD: 31_536_000 } as const;
const limits = { EXPRESS: '5 minutes', STANDARD: '365 days' } as const;

/** The longest wait that plain numbers add up to, for each part of the workflow. */
const waitsOf = (machine: AslMachine): ReadonlyMap<AslScope, number> =>
  heaviestWays(machine, ({ type, body }, inside) =>
    type === 'Wait'
      ? typeof body.Seconds === 'number' && body.Seconds > 0
        ? body.Seconds
        : 0
      : inside.reduce((most, seconds) => Math.max(most, seconds), 0),
  );

const wait = (...seconds: readonly number[]) =>
  steps(
    'W0',
    Object.fromEntries(
      seconds.map((Seconds, at) => [
        `W${at}`,
        {
          Type: 'Wait',
          Seconds,
          ...(at === seconds.length - 1 ? { End: true } : { Next: `W${at + 1}` }),
        },
      ]),
    ),
  );
const express = { stateMachineType: 'EXPRESS' };

export const sfnExpressDuration = defineRule({
  meta: {
    id: 'sfn/express-duration',
    severity: 'error',
    messages: {
      express:
        '{node}: one way through it waits for {wait}, but an Express workflow ends after 5 minutes; use a Standard workflow, or wait less.',
      standard:
        '{node}: one way through it waits for {wait}, but an execution ends after {limit}; wait less, or start a new execution later.',
      child:
        '{node}: one way through the items of the Map "{state}" waits for {wait}, but their Express executions end after 5 minutes; give the Map the ExecutionType STANDARD, or wait less.',
      timeout: {
        text: '{node}: a timeout of {timeout} has no effect, since its executions end after {limit} anyway; set a shorter one.',
        severity: 'warning',
      },
    },
    explain:
      'Express executions end after five minutes, Standard ones after a year, whatever state they are in. Express is paid by time, so waiting costs money; a Standard workflow pays for steps only and waits for free.',
    docs: {
      title: 'Choosing workflow type in Step Functions',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    const machine = machineOf(graph, node);
    const type = graph.text(node, 'stateMachineType');
    if (type !== 'EXPRESS' && type !== 'STANDARD') return;
    const limit = longest[type];
    const ownTimeout = machine?.body.TimeoutSeconds;
    const timeout =
      typeof ownTimeout === 'number' ? ownTimeout : graph.number(node, 'timeoutSeconds');
    // A Standard workflow that is not written by the user has a range of its own.
    if (timeout !== undefined && timeout > limit && (machine || type === 'EXPRESS'))
      report({
        message: 'timeout',
        property: machine ? 'definition' : 'timeoutSeconds',
        data: { node: named(node), timeout: formatDuration(timeout), limit: limits[type] },
        fixes: machine
          ? []
          : [
              {
                title: `Set the timeout to ${limits[type]}`,
                edit: setProperty(node.id, 'timeoutSeconds', limit),
              },
            ],
      });
    if (!machine) return;
    const waits = waitsOf(machine);
    for (const scope of machine.scopes) {
      const seconds = waits.get(scope) ?? 0;
      if (seconds <= longest.EXPRESS) continue;
      const waited = formatDuration(seconds);
      if (scope.owner) {
        if (startsExpress(scope.owner))
          report({
            message: 'child',
            property: 'definition',
            path: scope.path,
            data: { node: named(node), state: scope.owner.name, wait: waited },
          });
      } else if (type === 'EXPRESS')
        report({
          message: 'express',
          property: 'definition',
          path: scope.path,
          data: { node: named(node), wait: waited },
          fixes: [
            {
              title: 'Make it a Standard workflow',
              edit: setProperty(node.id, 'stateMachineType', 'STANDARD'),
            },
          ],
        });
      else if (seconds > limit)
        report({
          message: 'standard',
          property: 'definition',
          path: scope.path,
          data: { node: named(node), wait: waited, limit: limits[type] },
        });
    }
  },
  examples: {
    good: [
      { title: 'an Express workflow that waits a little', design: workflow(wait(10), express) },
      { title: 'a Standard workflow that waits for a month', design: workflow(wait(2_592_000)) },
      {
        title: 'a wait from a parameter',
        design: workflow(
          steps('A', { A: { Type: 'Wait', Seconds: { Ref: 'Seconds' }, End: true } }),
          express,
        ),
      },
    ],
    bad: [
      {
        title: 'an Express workflow that waits for ten minutes',
        design: workflow(wait(600), express),
        expect: ['express'],
      },
      {
        title: 'an Express workflow with several waits in turn',
        design: workflow(wait(200, 200), express),
        expect: ['express'],
      },
      {
        title: 'a Standard workflow that waits for two years',
        design: workflow(wait(63_072_000)),
        expect: ['standard'],
      },
      {
        title: 'items whose Express executions wait too long',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Map',
              End: true,
              ItemProcessor: {
                ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
                StartAt: 'B',
                States: { B: { Type: 'Wait', Seconds: 600, End: true } },
              },
            },
          }),
        ),
        expect: ['child'],
      },
      {
        title: 'an Express workflow with a timeout of an hour',
        design: design(node('state-machine', 'flow', { ...express, timeoutSeconds: 3600 })),
        expect: ['timeout'],
      },
    ],
  },
});
