import { isDistributed } from '../../catalog/workflow/asl.ts';
import { setProperty } from '../../model/edits/index.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { machineOf, steps, workflow } from './machine.ts';

/** What a task waits for; undefined for one that only calls. */
const waitingFor = (resource: string): string | undefined =>
  /\.waitForTaskToken$/.test(resource)
    ? 'waits for a token (.waitForTaskToken)'
    : /\.sync(:\d)?$/.test(resource)
      ? 'waits for a job (.sync)'
      : /^arn:[^:]+:states:[^:]*:[^:]*:activity:/.test(resource)
        ? 'is an activity'
        : undefined;

const express = { stateMachineType: 'EXPRESS' };
const task = (Resource: string) => steps('A', { A: { Type: 'Task', Resource, End: true } });

export const sfnExpressPatterns = defineRule({
  meta: {
    id: 'sfn/express-patterns',
    severity: 'error',
    messages: {
      unsupported:
        '{node}: the state "{state}" {pattern}, which Express workflows cannot do; use a Standard workflow.',
    },
    explain:
      'To wait for a token, for example until a person approves, for the end of a job or for an activity worker, an execution has to be kept for a long time. Express workflows live five minutes at most and are not kept in this way; they call and go on. A Standard workflow can wait, and can start Express workflows for the rest.',
    docs: {
      title: 'Choosing workflow type in Step Functions',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    if (graph.text(node, 'stateMachineType') !== 'EXPRESS') return;
    for (const state of machineOf(graph, node)?.states ?? []) {
      const { Resource: resource } = state.body;
      const pattern =
        state.type === 'Task' && typeof resource === 'string'
          ? waitingFor(resource)
          : state.type === 'Map' && isDistributed(state)
            ? 'is a distributed Map'
            : undefined;
      if (pattern === undefined) continue;
      report({
        message: 'unsupported',
        property: 'definition',
        data: { node: named(node), state: state.name, pattern },
        fixes: [
          {
            title: 'Make it a Standard workflow',
            edit: setProperty(node.id, 'stateMachineType', 'STANDARD'),
          },
        ],
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
    ],
  },
});
