import { mapModeOf, pathOf, statesAround } from '../../catalog/workflow/asl.ts';
import { type TaskWait, taskCallOf } from '../../catalog/workflow/task-call.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { generatedTasks, machineOf, patternOf, steps, workflow } from './machine.ts';

/** What Express workflows cannot wait for. */
const waits: Readonly<Record<Exclude<TaskWait, 'answer'>, string>> = {
  token: 'waits for a token (.waitForTaskToken)',
  job: 'waits for a job (.sync)',
  worker: 'is an activity',
};

const express = { stateMachineType: 'EXPRESS' };
const task = (Resource: string) => steps('A', { A: { Type: 'Task', Resource, End: true } });

export const sfnExpressPatterns = defineRule({
  meta: {
    id: 'sfn/express-patterns',
    severity: 'error',
    messages: {
      unsupported:
        '{node}: the state "{state}" {pattern}, which Express workflows cannot do; use a Standard workflow.',
      arrow:
        '{node}: the task for {target} {pattern}, which Express workflows cannot do; let it only call, or use a Standard workflow.',
    },
    explain:
      'To wait for a token, for example until a person approves, for the end of a job or for an activity worker, an execution has to be kept for a long time. Express workflows live five minutes at most and are not kept in this way; they call and go on. A Standard workflow can wait, and can start Express workflows for the rest.',
    docs: {
      title: 'Choosing workflow type in Step Functions',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report, { catalog }) {
    if (graph.text(node, 'stateMachineType') !== 'EXPRESS') return;
    const standard = {
      title: 'Make it a Standard workflow',
      edit: setProperty(node.id, 'stateMachineType', 'STANDARD'),
    };
    for (const task of generatedTasks(graph, node)) {
      const pattern = patternOf(graph, catalog, task);
      if (pattern === undefined) continue;
      report({
        message: 'arrow',
        at: task,
        property: 'pattern',
        data: {
          node: named(node),
          target: named(graph.target(task)),
          pattern: waits[pattern === 'sync' ? 'job' : 'token'],
        },
        fixes: [
          {
            title: 'Only call, and do not wait',
            edit: setProperty(task.id, 'pattern', 'request-response'),
          },
          standard,
        ],
      });
    }
    for (const task of graph.outgoing(node, { mechanism: 'worker-poll' }))
      report({
        message: 'arrow',
        at: task,
        data: { node: named(node), target: named(graph.target(task)), pattern: waits.worker },
        fixes: [standard],
      });
    for (const state of machineOf(graph, node)?.states ?? []) {
      // The executions that a distributed Map starts have a type of their own.
      if (statesAround(state).some((around) => mapModeOf(around) === 'distributed')) continue;
      const wait = taskCallOf(state)?.wait ?? 'answer';
      const pattern =
        wait !== 'answer'
          ? waits[wait]
          : state.type === 'Map' && mapModeOf(state) === 'distributed'
            ? 'is a distributed Map'
            : undefined;
      if (pattern === undefined) continue;
      report({
        message: 'unsupported',
        property: 'definition',
        path: pathOf(state),
        data: { node: named(node), state: state.name, pattern },
        fixes: [standard],
      });
    }
  },
  examples: {
    good: [
      {
        title: 'a Standard workflow that waits for a token',
        design: workflow(task('arn:aws:states:::sqs:sendMessage.waitForTaskToken')),
      },
      {
        title: 'an Express workflow that calls and goes on',
        design: workflow(task('arn:aws:states:::sqs:sendMessage'), express),
      },
      {
        title: 'a type from a parameter',
        design: workflow(task('arn:aws:states:::sqs:sendMessage.waitForTaskToken'), {
          stateMachineType: { Ref: 'Type' },
        }),
      },
    ],
    bad: [
      {
        title: 'an Express workflow that waits for a token',
        design: workflow(task('arn:aws:states:::sqs:sendMessage.waitForTaskToken'), express),
        expect: ['unsupported'],
      },
      {
        title: 'an Express workflow that waits for a job',
        design: workflow(task('arn:aws:states:::codebuild:startBuild.sync'), express),
        expect: ['unsupported'],
      },
      {
        title: 'an Express workflow with a distributed Map',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Map',
              End: true,
              ItemProcessor: {
                ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
                StartAt: 'B',
                States: { B: { Type: 'Succeed' } },
              },
            },
          }),
          express,
        ),
        expect: ['unsupported'],
      },
      {
        title: 'an arrow of an Express workflow that waits for a token',
        design: design(
          node('state-machine', 'flow', express),
          node('sqs-queue', 'approvals'),
          connection('state-machine--sqs-queue', 'flow', 'approvals', {
            pattern: 'wait-for-task-token',
          }),
        ),
        expect: ['arrow'],
      },
      {
        title: 'an activity of an Express workflow',
        design: design(
          inside(node('vpc', 'net'), inside(node('subnet', 'app'), node('ec2-instance', 'server'))),
          node('state-machine', 'flow', express),
          connection('state-machine--ec2-instance--activity', 'flow', 'server', {
            activityName: 'render',
          }),
        ),
        expect: ['arrow'],
      },
    ],
  },
});
