import {
  type AslMachine,
  type AslState,
  distributedFields,
  listOfObjects,
  mapModeOf,
  pathOf,
  startsExpress,
  statesAround,
} from '../../catalog/workflow/asl.ts';
import { heaviestWays, loopsOf } from '../../catalog/workflow/asl-ways.ts';
import { taskCallOf } from '../../catalog/workflow/task-call.ts';
import type { JsonObject } from '../../lib/json.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';
import { editState, machineOf, steps, workflow } from './machine.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-state-machine-executions */
const historyEvents = 25_000;

/** A state writes that it is entered and left; a task also that it is scheduled, started and done. */
const eventsOf = ({ type }: AslState, inside: readonly number[]): number => {
  switch (type) {
    case 'Task':
      return 5;
    case 'Parallel':
      return 4 + inside.reduce((sum, branch) => sum + branch, 0);
    // Each item writes that it starts and ends; how many there are is not known.
    case 'Map':
      return 4;
    case 'Succeed':
    case 'Fail':
      return 1;
    default:
      return 2;
  }
};

/** True for a state whose history is that of an Express execution, which has no limit. */
const isInExpress = (state: AslState): boolean => statesAround(state).some(startsExpress);

/** The inline Map states that share the history with the states around them. */
const inlineMaps = ({ states }: AslMachine): readonly AslState[] =>
  states.filter(
    (state) => state.type === 'Map' && mapModeOf(state) === 'inline' && !isInExpress(state),
  );

const comparison = /^(Numeric|Timestamp|IsPresent|IsNull)/;

/** True for a condition that can count rounds, look at the time or see that there is no more data. */
const counts = (value: unknown): boolean =>
  typeof value === 'string'
    ? /[<>]|\$exists|\$count|\$now|\$millis|RetryCount/.test(value)
    : typeof value === 'object' &&
      value !== null &&
      Object.entries(value).some(([key, inner]) => comparison.test(key) || counts(inner));

/** True when the loop has an end of its own, goes on in another execution, or is slow as somebody's answers. */
const isHarmless = (loop: readonly AslState[]): boolean =>
  loop.some((state) => {
    const { type, body } = state;
    if (type === 'Choice')
      return body.Choices !== undefined && !Array.isArray(body.Choices)
        ? true
        : listOfObjects(body.Choices).some(counts);
    if (type === 'Wait') return typeof body.Seconds !== 'number';
    if (type !== 'Task') return type === undefined;
    const call = taskCallOf(state);
    return call === undefined || call.wait !== 'answer' || call.service === 'states';
  });

/** How long the loop goes on, at least, until the history is full. */
const secondsToFill = (loop: readonly AslState[]): number => {
  const events = loop.reduce((sum, state) => sum + eventsOf(state, []), 0);
  const waited = loop.reduce(
    (sum, { type, body }) =>
      sum + (type === 'Wait' && typeof body.Seconds === 'number' ? body.Seconds : 0),
    0,
  );
  return (historyEvents / events) * waited;
};

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Retry: [] };
const map = (fields: JsonObject = {}) =>
  steps('Each', {
    Each: {
      Type: 'Map',
      End: true,
      ItemProcessor: {
        ...fields,
        StartAt: 'One',
        States: { One: { ...task, Next: 'Two' }, Two: { ...task, End: true } },
      },
    },
  });
const poll = (rule: JsonObject) =>
  steps('Ask', {
    Ask: { ...task, Next: 'Ready?' },
    'Ready?': { Type: 'Choice', Choices: [rule], Default: 'Wait' },
    Wait: { Type: 'Wait', Seconds: 10, Next: 'Ask' },
    Done: { Type: 'Succeed' },
  });
const isReady = { Variable: '$.status', StringEquals: 'ready', Next: 'Done' };

export const sfnHistoryLimit = defineRule({
  meta: {
    id: 'sfn/history-limit',
    severity: 'warning',
    messages: {
      map: '{node}: {items} items in the Map "{state}" write about {events} events into the history of one execution, and it fails at 25,000; make it a distributed Map.',
      loop: '{node}: nothing limits the rounds of the loop of {states}, and the execution fails when its history has 25,000 events; count the rounds, set TimeoutSeconds, or go on in a new execution.',
    },
    explain:
      'A Standard execution keeps a history of what it did, about five events for a task and two for another state, and it fails when there are 25,000. A distributed Map gives each item an execution with a history of its own. A loop that may run for very long starts a new execution from time to time.',
    docs: {
      title: 'Starting new executions to avoid reaching the history quota in Step Functions',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html#bp-history-limit',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    if (graph.text(node, 'stateMachineType') !== 'STANDARD') return;
    const machine = machineOf(graph, node);
    if (!machine) return;
    const items = graph.number(node, 'expectedItems');
    const maps = items === undefined ? [] : inlineMaps(machine);
    // With a distributed Map nobody knows whether that one has the many items.
    const others = machine.states.filter(({ type }) => type === 'Map').length - maps.length;
    if (items !== undefined && maps.length > 0 && others === 0) {
      const sums = heaviestWays(machine, eventsOf);
      const [least] = maps
        .map((state) => ({
          state,
          events: machine.scopes
            .filter(({ owner }) => owner === state)
            .reduce((sum, scope) => sum + (sums.get(scope) ?? 0), 2),
        }))
        .sort((a, b) => a.events - b.events);
      if (least && items * least.events > historyEvents)
        report({
          message: 'map',
          property: 'definition',
          path: pathOf(least.state),
          data: {
            node: named(node),
            state: least.state.name,
            items,
            events: items * least.events,
          },
          fixes: editState(
            graph,
            node,
            least.state,
            'Make it a distributed Map',
            distributedFields(least.state),
          ),
        });
    }
    const { TimeoutSeconds: timeout } = machine.body;
    for (const scope of machine.scopes) {
      if (scope.owner && [scope.owner, ...statesAround(scope.owner)].some(startsExpress)) continue;
      for (const loop of loopsOf(scope)) {
        if (isHarmless(loop)) continue;
        if (
          timeout !== undefined &&
          (typeof timeout !== 'number' || timeout <= secondsToFill(loop))
        )
          continue;
        report({
          message: 'loop',
          property: 'definition',
          ...(loop[0] && { path: pathOf(loop[0]) }),
          data: {
            node: named(node),
            states: listOf(loop.slice(0, 4).map(({ name }) => `"${name}"`)),
          },
        });
      }
    }
  },
  examples: {
    good: [
      { title: 'a hundred items', design: workflow(map(), { expectedItems: 100 }) },
      {
        title: 'ten thousand items in a distributed Map',
        design: workflow(
          map({ ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } }),
          { expectedItems: 10_000 },
        ),
      },
      {
        title: 'a loop that counts its rounds',
        design: workflow(poll({ Variable: '$.rounds', NumericGreaterThan: 100, Next: 'Done' })),
      },
      {
        title: 'a number of items from a parameter',
        design: workflow(map(), { expectedItems: { Ref: 'Items' } }),
      },
    ],
    bad: [
      {
        title: 'ten thousand items in an inline Map',
        design: workflow(map(), { expectedItems: 10_000 }),
        expect: ['map'],
      },
      {
        title: 'a loop without an end of its own',
        design: workflow(poll(isReady)),
        expect: ['loop'],
      },
    ],
  },
});
