import { parseSchedule } from '../../catalog/schedules/schedule.ts';
import { replaceKind } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { isScheduled, ownPattern } from '../events/pattern.ts';
import { connection, design, node } from '../examples.ts';
import { startingProperties } from '../fixes.ts';
import { nodes } from '../on.ts';
import {
  type Connection,
  defineRule,
  type Fix,
  type Graph,
  type Json,
  type Node,
} from '../rule.ts';
import { named } from '../text.ts';

/** What a schedule connects to in place of what the rule connects to; undefined when it cannot. */
const typeFor = (
  graph: Graph,
  catalog: CatalogFacts,
  connection: Connection,
): string | undefined => {
  const target = graph.target(connection);
  const mechanism = graph.mechanism(connection);
  const wanted = mechanism === 'eventbridge-target' ? 'scheduler-target' : mechanism;
  const entry =
    target && catalog.between('schedule', target.kind).find((it) => it.mechanism === wanted);
  return entry && startingProperties(catalog, entry.id, target.name) ? entry.id : undefined;
};

/** A schedule has one target; what it cannot take over stays with the rule. */
const replaceFix = (graph: Graph, catalog: CatalogFacts, rule: Node): readonly Fix[] => {
  const outgoing = graph.outgoing(rule);
  const types = new Map<string, string>();
  for (const connection of outgoing) {
    const type = typeFor(graph, catalog, connection);
    if (type === undefined) return [];
    types.set(connection.id, type);
  }
  const targets = outgoing.filter((it) => graph.mechanism(it) === 'eventbridge-target');
  const expression = graph.value(rule, 'scheduleExpression');
  const isReadable =
    typeof expression !== 'string' || parseSchedule(expression, 'scheduler').kind !== 'invalid';
  if (targets.length > 1 || ownPattern(graph, rule) || expression === undefined || !isReadable)
    return [];
  return [
    {
      title: 'Make it a schedule of EventBridge Scheduler',
      edit: replaceKind(rule.id, 'schedule', {
        properties: { scheduleExpression: expression },
        connection(connection) {
          const type = types.get(connection.id);
          if (type === undefined) return undefined;
          const table = catalog.properties(type) ?? {};
          const properties = Object.fromEntries(
            Object.entries(connection.properties).filter(([name]) => Object.hasOwn(table, name)),
          );
          return { ...connection, type, properties };
        },
      }),
    },
  ];
};

const hourly = (expression: Json, ...more: string[]) =>
  design(
    node('event-rule', 'hourly', { scheduleExpression: expression }),
    node('lambda', 'worker'),
    connection('event-rule--lambda', 'hourly', 'worker', {
      inputTransformer: { input: { full: true } },
    }),
    ...more.flatMap((name) => [
      node('lambda', name),
      connection('event-rule--lambda', 'hourly', name),
    ]),
  );

export const schedulePreferScheduler = defineRule({
  meta: {
    id: 'schedule/prefer-scheduler',
    severity: 'info',
    messages: {
      legacy:
        '{node}: EventBridge Scheduler is the newer way to run things by the clock; consider it instead of the rule.',
    },
    explain:
      'Scheduler takes millions of schedules, has time zones, single runs, flexible windows, retries and a dead-letter queue, and calls more than 270 AWS services directly. Scheduled rules still work and are called legacy in the documentation.',
    docs: {
      title: 'What is Amazon EventBridge Scheduler?',
      url: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html',
    },
  },
  on: nodes('event-rule'),
  check(rule, graph, report, { catalog }) {
    if (!isScheduled(graph, rule)) return;
    report({
      message: 'legacy',
      property: 'scheduleExpression',
      data: { node: named(rule) },
      fixes: replaceFix(graph, catalog, rule),
    });
  },
  examples: {
    good: [
      {
        title: 'a schedule',
        design: design(
          node('schedule', 'hourly', { scheduleExpression: { Ref: 'Rhythm' } }),
          node('lambda', 'worker'),
          connection('schedule--lambda', 'hourly', 'worker'),
        ),
      },
      {
        title: 'a rule for events',
        design: design(node('event-rule', 'placed', { eventPattern: { source: ['shop'] } })),
      },
    ],
    bad: [
      { title: 'a scheduled rule', design: hourly('rate(1 hour)'), expect: ['legacy'] },
      {
        title: 'one with two targets',
        design: hourly('rate(1 hour)', 'other'),
        expect: ['legacy'],
      },
    ],
  },
});
