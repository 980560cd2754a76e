import { hasWildcard } from '../../catalog/event-pattern.ts';
import { connect, retargetConnection } from '../../model/edits/index.ts';
import { connection, design, inside, node, settings } from '../examples.ts';
import { addBeside } from '../fixes.ts';
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
import { ownPattern } from './pattern.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const mostTargets = 5;
const mostWildcards = 30;
const smallRegions = new Set(['af-south-1', 'eu-south-1']);
const rulesInSmallRegions = 100;

/** A second rule that picks the same events takes the targets that are too many. */
const splitRule = (graph: Graph, rule: Node, targets: readonly Connection[]): readonly Fix[] => {
  // An arrow to a dead-letter queue may name a target: it would have to move too.
  if (
    targets.length > 2 * mostTargets ||
    graph.outgoing(rule, { mechanism: 'dead-letter' }).length > 0
  )
    return [];
  const properties: Record<string, Json> = {};
  for (const property of ['eventPattern', 'scheduleExpression', 'state']) {
    const value = graph.isSet(rule, property) ? graph.value(rule, property) : undefined;
    if (value !== undefined) properties[property] = value;
  }
  const buses = graph.incoming(rule, { mechanism: 'event-routing' });
  const moved = targets.slice(mostTargets);
  return [
    {
      title: 'Move the targets after the fifth to a second rule with the same pattern',
      edit: addBeside(rule.id, { kind: 'event-rule', name: `${rule.name} 2`, properties }, (id) => [
        ...moved.map((target) => retargetConnection(target.id, { from: id })),
        ...buses.map((bus) => retargetCopy(bus, id)),
      ]),
    },
  ];
};

const retargetCopy = ({ type, from, properties }: Connection, to: Node['id']) =>
  connect({ type, from, to, properties });

const withTargets = (count: number) =>
  design(
    node('event-bus', 'shop', { name: 'shop' }),
    node('event-rule', 'placed', { eventPattern: { source: ['shop'] } }),
    connection('event-bus--event-rule', 'shop', 'placed'),
    ...Array.from({ length: count }, (_, at) => [
      node('lambda', `worker-${at}`),
      connection('event-rule--lambda', 'placed', `worker-${at}`),
    ]).flat(),
  );
const busWithRules = (count: number, eventPattern: Json) => [
  node('event-bus', 'shop', { name: 'shop' }),
  ...Array.from({ length: count }, (_, at) => node('event-rule', `rule-${at}`, { eventPattern })),
];
const itsRules = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    connection('event-bus--event-rule', 'shop', `rule-${at}`),
  );

export const eventsRuleLimits = defineRule({
  meta: {
    id: 'events/rule-limits',
    severity: 'error',
    messages: {
      targets: '{node} has {count} targets, five are the most; split it.',
      wildcards:
        '{node} has {count} rules with wildcards, 30 are the most; compare with prefix or suffix instead.',
      rules: '{node} has {count} rules, the account has {limit} for a bus; use a second bus.',
      manyRules: {
        text: '{node} has {count} rules, the default is {limit} for a bus (adjustable); use a second bus or have the quota raised.',
        severity: 'warning',
      },
    },
    explain:
      'Five targets for a rule is a fixed limit. For more receivers write a second rule with the same pattern, or send to a topic. The number of rules of a bus can be raised, the number of those with wildcards cannot.',
    docs: {
      title: 'Amazon EventBridge quotas',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
    },
  },
  on: nodes('event-rule', 'event-bus'),
  check(subject, graph, report, context) {
    const node = named(subject);
    if (subject.kind === 'event-rule') {
      const targets = graph.outgoing(subject, { mechanism: 'eventbridge-target' });
      if (targets.length > mostTargets)
        report({
          message: 'targets',
          data: { node, count: targets.length },
          fixes: splitRule(graph, subject, targets),
        });
      return;
    }
    const { length: count } = graph.outgoing(subject, { mechanism: 'event-routing' });
    if (count <= mostWildcards) return;
    const wildcards = graph.targets(subject, { mechanism: 'event-routing' }).filter((rule) => {
      const pattern = ownPattern(graph, rule);
      return pattern !== undefined && hasWildcard(pattern);
    });
    if (wildcards.length > mostWildcards)
      report({ message: 'wildcards', data: { node, count: wildcards.length } });
    const isEntered = context.isEntered('rulesPerEventBus');
    const limit =
      !isEntered && smallRegions.has(graph.region(subject))
        ? rulesInSmallRegions
        : context.limit('rulesPerEventBus');
    if (count > limit)
      report({ message: isEntered ? 'rules' : 'manyRules', data: { node, count, limit } });
  },
  examples: {
    good: [
      { title: 'five targets', design: withTargets(5) },
      {
        title: 'many rules, one of them with a pattern from elsewhere',
        design: design(...busWithRules(40, { source: { Ref: 'Source' } }), ...itsRules(40)),
      },
    ],
    bad: [
      { title: 'six targets', design: withTargets(6), expect: ['targets'] },
      {
        title: 'many wildcards',
        design: design(
          ...busWithRules(31, { source: [{ wildcard: 'shop.*.eu' }] }),
          ...itsRules(31),
        ),
        expect: ['wildcards'],
      },
      {
        title: 'many rules in a small Region',
        design: design(
          inside(
            node('region', 'cape', { code: 'af-south-1' }),
            ...busWithRules(101, { source: ['shop'] }),
          ),
          ...itsRules(101),
        ),
        expect: ['manyRules'],
      },
      {
        title: 'more than the account has',
        design: design(
          settings({ limits: { rulesPerEventBus: 31 } }),
          ...busWithRules(32, { source: ['shop'] }),
          ...itsRules(32),
        ),
        expect: ['rules'],
      },
    ],
  },
});
