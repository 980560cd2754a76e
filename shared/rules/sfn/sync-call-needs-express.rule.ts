import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** How each caller says that it waits for the end of the workflow. */
const calls: Readonly<
  Record<string, { property: string; waits: string | true; starts: string | false }>
> = {
  'lambda--state-machine': { property: 'sync', waits: true, starts: false },
  'http-api--state-machine': {
    property: 'integrationSubtype',
    waits: 'StepFunctions-StartSyncExecution',
    starts: 'StepFunctions-StartExecution',
  },
  'rest-api--state-machine': {
    property: 'action',
    waits: 'StartSyncExecution',
    starts: 'StartExecution',
  },
  'pipe--state-machine': {
    property: 'invocationType',
    waits: 'REQUEST_RESPONSE',
    starts: 'FIRE_AND_FORGET',
  },
  'event-subscriber--state-machine': {
    property: 'invocationType',
    waits: 'REQUEST_RESPONSE',
    starts: 'EVENT',
  },
};

const http = (integrationSubtype: string, machine: object) =>
  design(
    node('http-api', 'api'),
    node('state-machine', 'flow', { ...machine }),
    connection('http-api--state-machine', 'api', 'flow', { integrationSubtype, path: '/orders' }),
  );

export const sfnSyncCallNeedsExpress = defineRule({
  meta: {
    id: 'sfn/sync-call-needs-express',
    severity: 'error',
    messages: {
      standard:
        '{caller} waits for the end of {machine}, which only Express workflows allow; make it an Express workflow, or start it without waiting and ask for the result later.',
    },
    explain:
      'StartSyncExecution answers with the output of a workflow, and only Express workflows, which take five minutes at most, can be called in this way. A Standard workflow may run for a year, so starting it answers at once with the id of the execution. The client asks for the result later, or gets a message.',
    docs: {
      title: 'StartSyncExecution',
      url: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartSyncExecution.html',
    },
  },
  on: connections({ type: Object.keys(calls) }),
  check({ connection: call, source, target }, graph, report) {
    const how = calls[call.type];
    if (!how || graph.value(call, how.property) !== how.waits) return;
    // Sending back a token starts nothing.
    if (call.type === 'lambda--state-machine' && graph.text(call, 'access') === 'task-response')
      return;
    if (graph.text(target, 'stateMachineType') !== 'STANDARD') return;
    report({
      message: 'standard',
      property: how.property,
      data: { caller: named(source), machine: named(target) },
      fixes: [
        {
          title: `Make ${named(target)} an Express workflow`,
          edit: setProperty(target.id, 'stateMachineType', 'EXPRESS'),
        },
        {
          title: 'Start it without waiting',
          edit: setProperty(call.id, how.property, how.starts),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a call of an Express workflow',
        design: http('StepFunctions-StartSyncExecution', { stateMachineType: 'EXPRESS' }),
      },
      { title: 'a start of a Standard workflow', design: http('StepFunctions-StartExecution', {}) },
      {
        title: 'a type from a parameter',
        design: http('StepFunctions-StartSyncExecution', { stateMachineType: { Ref: 'Type' } }),
      },
    ],
    bad: [
      {
        title: 'a function that waits for a Standard workflow',
        design: design(
          node('lambda', 'worker'),
          node('state-machine', 'flow'),
          connection('lambda--state-machine', 'worker', 'flow', { sync: true }),
        ),
        expect: ['standard'],
      },
      {
        title: 'an HTTP API that waits for a Standard workflow',
        design: http('StepFunctions-StartSyncExecution', {}),
        expect: ['standard'],
      },
      {
        title: 'a REST API that waits for a Standard workflow',
        design: design(
          node('rest-api', 'api'),
          node('state-machine', 'flow'),
          connection('rest-api--state-machine', 'api', 'flow', {
            action: 'StartSyncExecution',
            path: '/orders',
          }),
        ),
        expect: ['standard'],
      },
      {
        title: 'a pipe that waits for a Standard workflow',
        design: design(
          node('sqs-queue', 'orders'),
          node('pipe', 'check'),
          node('state-machine', 'flow'),
          connection('sqs-queue--pipe', 'orders', 'check'),
          connection('pipe--state-machine', 'check', 'flow', {
            invocationType: 'REQUEST_RESPONSE',
          }),
        ),
        expect: ['standard'],
      },
      {
        title: 'a subscriber that waits for a Standard workflow',
        design: design(
          node('custom-event-bus', 'orders'),
          node('event-subscriber', 'placed'),
          node('state-machine', 'flow'),
          connection('custom-event-bus--event-subscriber', 'orders', 'placed'),
          connection('event-subscriber--state-machine', 'placed', 'flow', {
            invocationType: 'REQUEST_RESPONSE',
          }),
        ),
        expect: ['standard'],
      },
    ],
  },
});
