import type { AslState } from '../../catalog/workflow/asl.ts';
import { pathOf, statesAround } from '../../catalog/workflow/asl.ts';
import {
  resourcePlaceholderOf,
  type TaskCall,
  taskCallOf,
} from '../../catalog/workflow/task-call.ts';
import type { Graph, Node } from '../../graph/graph.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { namedNodes } from './called-nodes.ts';
import { editState, generatedTasks, machineOf, patternOf, steps, workflow } from './machine.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-lambda-serviceexception */
const lambdaErrors = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

const retryOf = (service: string): Json => [
  {
    ErrorEquals: service === 'lambda' ? lambdaErrors : ['States.TaskFailed'],
    IntervalSeconds: 1,
    MaxAttempts: 3,
    BackoffRate: 2,
    JitterStrategy: 'FULL',
  },
];

const day = 86_400;

const timeLimits = [
  'TimeoutSeconds',
  'TimeoutSecondsPath',
  'HeartbeatSeconds',
  'HeartbeatSecondsPath',
] as const;

/** What the task calls; a placeholder for a connected function is a call of it. */
const callOf = (graph: Graph, flow: Node, state: AslState): TaskCall | undefined => {
  const call = taskCallOf(state);
  if (call) return call;
  const placeholder = resourcePlaceholderOf(state);
  if (placeholder === undefined) return undefined;
  const functions = graph.targets(flow, { mechanism: 'workflow-task', kind: 'lambda' });
  return namedNodes(graph, [placeholder], functions).some(({ kind }) => kind === 'lambda')
    ? { service: 'lambda', action: 'invoke', wait: 'answer', names: [placeholder] }
    : undefined;
};

const retry = [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 }];
const task = (fields: Readonly<Record<string, Json>>) =>
  steps('Pay', {
    Pay: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true, ...fields },
  });
const waiting = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
const approval = (properties: Readonly<Record<string, Json>>) =>
  design(
    node('state-machine', 'flow'),
    node('sqs-queue', 'approvals'),
    connection('state-machine--sqs-queue', 'flow', 'approvals', {
      pattern: 'wait-for-task-token',
      ...properties,
    }),
  );

export const sfnTaskRetryAndTimeout = defineRule({
  meta: {
    id: 'sfn/task-retry-and-timeout',
    severity: 'warning',
    messages: {
      noRetry:
        '{node}: the task "{state}" has no Retry, so one hiccup of the service it calls ends the execution; add one, or an empty Retry when it must not run twice.',
      waits:
        '{node}: the task "{state}" waits without an end when nobody answers, up to a year; set TimeoutSeconds or HeartbeatSeconds.',
      arrowWaits:
        '{node}: the task for {target} waits without an end when nobody answers, up to a year; set its timeout.',
      noTimeout: {
        text: '{node}: the task "{state}" has no TimeoutSeconds; set one, a little more than the call may take.',
        severity: 'info',
      },
      heartbeat: {
        text: '{node}: the task "{state}" expects a heartbeat every {heartbeat} s but ends after {timeout} s; HeartbeatSeconds has to be less than TimeoutSeconds.',
        severity: 'error',
      },
    },
    explain:
      'Services and networks have short failures; without Retry the first of them ends the execution, and a Retry a second later would have helped. A task that waits for a token, a job or a worker goes on only when the answer comes: when it never comes, a Standard workflow stays open for up to a year. TimeoutSeconds limits the whole wait, HeartbeatSeconds the silence between two signs of life.',
    docs: {
      title: 'Best practices for Step Functions',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report, { catalog }) {
    // Express executions end after five minutes by themselves.
    const mayWaitLong = graph.text(node, 'stateMachineType') === 'STANDARD';
    const hasOwnEnd = graph.value(node, 'timeoutSeconds') !== undefined;
    for (const arrow of mayWaitLong && !hasOwnEnd ? generatedTasks(graph, node) : []) {
      if (patternOf(graph, catalog, arrow) === undefined) continue;
      if (graph.value(arrow, 'timeoutSeconds') !== undefined) continue;
      report({
        message: 'arrowWaits',
        at: arrow,
        property: 'timeoutSeconds',
        data: { node: named(node), target: named(graph.target(arrow)) },
        fixes: [{ title: 'Wait for a day', edit: setProperty(arrow.id, 'timeoutSeconds', day) }],
      });
    }
    const machine = machineOf(graph, node);
    for (const state of machine?.states ?? []) {
      const { body, name } = state;
      const call = state.type === 'Task' ? callOf(graph, node, state) : undefined;
      const data = { node: named(node), state: name };
      const { HeartbeatSeconds: heartbeat, TimeoutSeconds: timeout } = body;
      if (state.type === 'Task' && typeof heartbeat === 'number' && typeof timeout === 'number') {
        if (heartbeat >= timeout)
          report({
            message: 'heartbeat',
            property: 'definition',
            path: pathOf(state),
            data: { ...data, heartbeat, timeout },
          });
      }
      if (!call) continue;
      const around = [state, ...statesAround(state)];
      // A worker fetches the task: nothing is called.
      if (call.wait !== 'worker' && around.every((one) => one.body.Retry === undefined))
        report({
          message: 'noRetry',
          property: 'definition',
          path: pathOf(state),
          data,
          fixes: editState(graph, node, state, `Let "${name}" try again`, {
            Retry: retryOf(call.service),
          }),
        });
      const isLimited =
        !mayWaitLong ||
        machine?.body.TimeoutSeconds !== undefined ||
        timeLimits.some((field) => body[field] !== undefined) ||
        around.some((one) => one.scope.owner && one.scope.body.TimeoutSeconds !== undefined);
      if (isLimited) continue;
      if (call.wait === 'answer')
        report({ message: 'noTimeout', property: 'definition', path: pathOf(state), data });
      else
        report({
          message: 'waits',
          property: 'definition',
          path: pathOf(state),
          data,
          fixes: editState(graph, node, state, `Let "${name}" wait for a day`, {
            TimeoutSeconds: day,
          }),
        });
    }
  },
  examples: {
    good: [
      {
        title: 'a task with Retry and TimeoutSeconds',
        design: workflow(task({ Retry: retry, TimeoutSeconds: 35 })),
      },
      {
        title: 'a task whose timeout comes from a parameter',
        design: workflow(task({ Retry: retry, TimeoutSeconds: { Ref: 'Seconds' } })),
      },
      {
        title: 'a Parallel state that tries again what is in it',
        design: workflow({
          StartAt: 'Both',
          TimeoutSeconds: 600,
          States: {
            Both: { Type: 'Parallel', Branches: [task({})], Retry: retry, End: true },
          },
        }),
      },
      { title: 'an arrow that waits for a day', design: approval({ timeoutSeconds: 86_400 }) },
    ],
    bad: [
      {
        title: 'a task with neither',
        design: workflow(task({})),
        expect: ['noRetry', 'noTimeout'],
      },
      {
        title: 'a task that waits for a token without an end',
        design: workflow(task({ Resource: waiting, Retry: retry })),
        expect: ['waits'],
      },
      {
        title: 'an arrow that waits for a token without an end',
        design: approval({}),
        expect: ['arrowWaits'],
      },
      {
        title: 'a heartbeat that is longer than the timeout',
        design: workflow(
          task({ Resource: waiting, Retry: retry, HeartbeatSeconds: 600, TimeoutSeconds: 300 }),
        ),
        expect: ['heartbeat'],
      },
    ],
  },
});
