import {
  type AslMachine,
  type AslState,
  distributedFields,
  mapModeOf,
  pathOf,
  startsExpress,
  statesAround,
} from '../../catalog/workflow/asl.ts';
import { bucketsOf, type TaskWait, taskCallOf } from '../../catalog/workflow/task-call.ts';
import { connect } from '../../model/edits/index.ts';
import { connection, design, type ExampleItem, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { namedNodes } from './called-nodes.ts';
import { editState, machineOf, steps, workflow } from './machine.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html */
const mostInline = 40;
const mostDistributed = 10_000;

const distributedOnly = ['ItemReader', 'ItemBatcher', 'ResultWriter'] as const;

const waits: Readonly<Record<Exclude<TaskWait, 'answer'>, string>> = {
  token: 'waits for a token',
  job: 'waits for a job',
  worker: 'is an activity',
};

/** What the Express executions of a Map cannot do, by state. */
const impossibleIn = (
  machine: AslMachine,
  map: AslState,
): readonly { readonly state: string; readonly problem: string }[] =>
  machine.states.flatMap((state) => {
    const around = statesAround(state);
    const nearest = around.find((one) => mapModeOf(one) === 'distributed');
    if (nearest !== map) return [];
    const wait = taskCallOf(state)?.wait ?? 'answer';
    if (wait !== 'answer') return [{ state: state.name, problem: waits[wait] }];
    return state.type === 'Map' && mapModeOf(state) === 'distributed'
      ? [{ state: state.name, problem: 'is a distributed Map' }]
      : [];
  });

const inner = { StartAt: 'Work', States: { Work: { Type: 'Pass', End: true } } };
const map = (fields: Readonly<Record<string, Json>>, config?: Json) =>
  steps('Each', {
    Each: {
      Type: 'Map',
      ItemProcessor: { ...(config === undefined ? {} : { ProcessorConfig: config }), ...inner },
      End: true,
      ...fields,
    },
  });
const distributed = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
const reader = {
  Resource: 'arn:aws:states:::s3:getObject',
  ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
  Arguments: { Bucket: '${OrdersName}', Key: 'orders.csv' },
};
const fromBucket = (...items: readonly ExampleItem[]) =>
  design(
    node('state-machine', 'flow', { definition: map({ ItemReader: reader }, distributed) }),
    node('s3-bucket', 'orders'),
    ...items,
  );

export const sfnMapLimits = defineRule({
  meta: {
    id: 'sfn/map-limits',
    severity: 'error',
    messages: {
      inline:
        '{node}: the Map "{state}" has {field}, which only a distributed Map has; set its Mode to DISTRIBUTED.',
      percentage:
        '{node}: the Map "{state}" tolerates {value} % of failures; ToleratedFailurePercentage is 0 to 100.',
      concurrency:
        '{node}: the Map "{state}" has a MaxConcurrency of {value}; it is 0, for no limit, or more.',
      express:
        '{node}: the state "{state}" {problem}, which the Express executions of the Map "{map}" cannot do; give the Map the ExecutionType STANDARD.',
      bucket:
        '{node}: the Map "{state}" works with {bucket}, but no connection is drawn, so the workflow has no right to do it; connect them.',
      manyInline: {
        text: '{node}: the Map "{state}" has a MaxConcurrency of {value}, but an inline Map works on about 40 items at a time; make it a distributed Map, or set 40 or less.',
        severity: 'warning',
      },
      manyDistributed: {
        text: '{node}: the Map "{state}" has a MaxConcurrency of {value}, but AWS runs 10,000 executions of a Map at a time; set 10,000 or less.',
        severity: 'warning',
      },
    },
    explain:
      'An inline Map works through a list inside the execution, about 40 items at a time. A distributed Map starts an execution for each item or batch, up to 10,000 at a time, and can read its items from S3 and write the results there. So many calls at once can overrun what is called; MaxConcurrency keeps them down.',
    docs: {
      title: 'Map workflow state',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    const machine = machineOf(graph, node);
    for (const state of machine?.states ?? []) {
      if (!machine || state.type !== 'Map') continue;
      const { body, name } = state;
      const data = { node: named(node), state: name };
      const mode = mapModeOf(state);
      const { MaxConcurrency: most, ToleratedFailurePercentage: tolerated } = body;
      const field = distributedOnly.find((key) => body[key] !== undefined);
      if (mode === 'inline' && field !== undefined)
        report({
          message: 'inline',
          property: 'definition',
          path: pathOf(state),
          data: { ...data, field },
          fixes:
            // Express workflows have no distributed Map.
            graph.text(node, 'stateMachineType') === 'STANDARD'
              ? editState(graph, node, state, 'Make it a distributed Map', distributedFields(state))
              : [],
        });
      if (typeof tolerated === 'number' && (tolerated < 0 || tolerated > 100))
        report({
          message: 'percentage',
          property: 'definition',
          path: pathOf(state),
          data: { ...data, value: tolerated },
          fixes: editState(graph, node, state, `Set ${tolerated < 0 ? 0 : 100} %`, {
            ToleratedFailurePercentage: tolerated < 0 ? 0 : 100,
          }),
        });
      const limit = mode === 'distributed' ? mostDistributed : mostInline;
      if (typeof most === 'number' && (most < 0 || (most > limit && mode !== undefined)))
        report({
          message: most < 0 ? 'concurrency' : mode === 'inline' ? 'manyInline' : 'manyDistributed',
          property: 'definition',
          path: pathOf(state),
          data: { ...data, value: most },
          fixes: editState(graph, node, state, most < 0 ? 'Set no limit' : `Set ${limit}`, {
            MaxConcurrency: most < 0 ? 0 : limit,
          }),
        });
      if (startsExpress(state))
        for (const found of impossibleIn(machine, state))
          report({
            message: 'express',
            property: 'definition',
            path: pathOf(state),
            data: { node: named(node), map: name, ...found },
          });
      const names = bucketsOf(state).flatMap((bucket) => bucket.names);
      if (names.length === 0) continue;
      const connected = graph.targets(node, { mechanism: 'workflow-task', kind: 's3-bucket' });
      for (const bucket of new Set(namedNodes(graph, names, connected))) {
        if (bucket.kind !== 's3-bucket' || connected.some(({ id }) => id === bucket.id)) continue;
        report({
          message: 'bucket',
          property: 'definition',
          path: pathOf(state),
          data: { ...data, bucket: named(bucket) },
          fixes: [
            {
              title: `Connect ${named(node)} with ${named(bucket)}`,
              edit: connect({
                type: 'state-machine--s3-bucket',
                from: node.id,
                to: bucket.id,
                properties: { action: 'all' },
              }),
            },
          ],
        });
      }
    }
  },
  examples: {
    good: [
      { title: 'ten items at a time', design: workflow(map({ MaxConcurrency: 10 })) },
      {
        title: 'a distributed Map of the lines of a connected bucket',
        design: fromBucket(
          connection('state-machine--s3-bucket', 'flow', 'orders', { action: 'all' }),
        ),
      },
      {
        title: 'a mode from a parameter',
        design: workflow(map({ ItemReader: reader, MaxConcurrency: 100 }, { Ref: 'Config' })),
      },
    ],
    bad: [
      {
        title: 'an inline Map that reads from S3',
        design: workflow(map({ ItemReader: reader })),
        expect: ['inline'],
      },
      {
        title: 'more than all failures tolerated',
        design: workflow(map({ ToleratedFailurePercentage: 101 }, distributed)),
        expect: ['percentage'],
      },
      {
        title: 'less than none at a time',
        design: workflow(map({ MaxConcurrency: -1 })),
        expect: ['concurrency'],
      },
      {
        title: 'a token in the Express executions of a Map',
        design: workflow(
          steps('Each', {
            Each: {
              Type: 'Map',
              ItemProcessor: {
                ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
                StartAt: 'Ask',
                States: {
                  Ask: {
                    Type: 'Task',
                    Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
                    End: true,
                  },
                },
              },
              End: true,
            },
          }),
        ),
        expect: ['express'],
      },
      {
        title: 'a Map of the lines of a bucket that is not connected',
        design: fromBucket(),
        expect: ['bucket'],
      },
      {
        title: 'an inline Map with a hundred items at a time',
        design: workflow(map({ MaxConcurrency: 100 })),
        expect: ['manyInline'],
      },
      {
        title: 'a distributed Map with 20,000 executions at a time',
        design: workflow(map({ MaxConcurrency: 20_000 }, distributed)),
        expect: ['manyDistributed'],
      },
    ],
  },
});
