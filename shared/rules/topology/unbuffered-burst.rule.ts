import { sequence, setProperty } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { connection, design, type ExampleItem, inside, node } from '../examples.ts';
import { addNear, removeConnection } from '../fixes.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** How many executions at once the fixes allow. */
const pace = 5;

/** Puts a queue between the source and the function; what both ways of triggering have, such as filters, stays. */
const queueBetween = (graph: Graph, catalog: CatalogFacts, link: Link): readonly Fix[] => {
  const { connection: trigger, source, target: fn } = link;
  const type = catalog.between(source.kind, 'sqs-queue').find(({ id }) => !id.includes('dead'));
  const timeout = graph.number(fn, 'timeout');
  if (!type || timeout === undefined) return [];
  const properties = Object.fromEntries(
    Object.entries(trigger.properties).filter(([name]) => Object.hasOwn(type.properties, name)),
  );
  const queue = {
    kind: 'sqs-queue',
    name: `${fn.name} queue`,
    properties: { visibilityTimeout: 6 * timeout },
  };
  return addNear(graph, catalog, 'Put a queue in between', fn, queue, (id) => [
    { type: type.id, from: source.id, to: id, properties },
    {
      type: 'sqs-queue--lambda',
      from: id,
      to: fn.id,
      properties: { maximumConcurrency: pace },
    },
  ]).map(({ title, edit }) => ({
    title,
    edit: sequence(edit, removeConnection(catalog, trigger).edit),
  }));
};

/** What the function calls that takes only so many connections; a proxy in front of a database shares them out. */
const narrowTarget = (graph: Graph, fn: Node): Node | undefined =>
  graph.targets(fn, {
    mechanism: ['network-access', 'cache', 'http-call'],
    kind: ['rds-instance', 'aurora-cluster', 'elasticache', 'external-endpoint'],
  })[0];

const toPartner = (source: readonly ExampleItem[], fn: object = {}) =>
  design(
    ...source,
    node('lambda', 'notify', { ...fn }),
    node('external-endpoint', 'partner', { url: 'https://partner.example' }),
    connection('lambda--external-endpoint', 'notify', 'partner'),
  );
const fromBucket = [
  node('s3-bucket', 'uploads'),
  connection('s3-bucket--lambda', 'uploads', 'notify', { prefix: 'in/' }),
];

export const topologyUnbufferedBurst = defineRule({
  meta: {
    id: 'topology/unbuffered-burst',
    severity: 'info',
    messages: {
      burst:
        'A burst of events from {source} makes {function} run hundreds of times at once against {target}; put a queue in between.',
    },
    explain:
      'Asynchronous sources deliver as fast as events come, and Lambda scales up quickly. The database or the foreign API behind the function does not. A queue keeps the rest waiting, and the maximum concurrency of its trigger sets the pace.',
    docs: {
      title: 'Invoking a Lambda function asynchronously',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html',
    },
  },
  on: connections({
    from: ['s3-bucket', 'sns-topic', 'event-rule'],
    to: 'lambda',
    mechanism: ['push-invoke', 'subscription', 'eventbridge-target'],
  }),
  check(link, graph, report, { catalog }) {
    const { source, target: fn } = link;
    if (graph.isSet(fn, 'reservedConcurrency')) return;
    // The clock does not come in bursts.
    if (source.kind === 'event-rule' && graph.isSet(source, 'scheduleExpression')) return;
    const target = narrowTarget(graph, fn);
    if (!target) return;
    report({
      message: 'burst',
      data: { source: named(source), function: named(fn), target: named(target) },
      fixes: [
        ...queueBetween(graph, catalog, link),
        {
          title: `Let ${named(fn)} run ${pace} times at once`,
          edit: setProperty(fn.id, 'reservedConcurrency', pace),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a queue in between',
        design: toPartner([
          node('s3-bucket', 'uploads'),
          node('sqs-queue', 'waiting'),
          connection('s3-bucket--sqs-queue', 'uploads', 'waiting'),
          connection('sqs-queue--lambda', 'waiting', 'notify', { maximumConcurrency: 5 }),
        ]),
      },
      {
        title: 'a concurrency by a parameter',
        design: toPartner(fromBucket, { reservedConcurrency: { Ref: 'Most' } }),
      },
      {
        title: 'a rule with a clock',
        design: toPartner([
          node('event-rule', 'nightly', { scheduleExpression: 'rate(1 day)' }),
          connection('event-rule--lambda', 'nightly', 'notify'),
        ]),
      },
    ],
    bad: [
      {
        title: 'a bucket, a function and a foreign API',
        design: toPartner(fromBucket),
        expect: ['burst'],
      },
      {
        title: 'a topic, a function and a database',
        design: design(
          node('sns-topic', 'placed'),
          inside(
            node('vpc', 'net', { natGateways: 1 }),
            inside(
              node('subnet', 'private'),
              node('lambda', 'store'),
              node('rds-instance', 'db', { multiAz: true }),
            ),
          ),
          connection('sns-topic--lambda', 'placed', 'store'),
          connection('lambda--rds-instance--network', 'store', 'db'),
        ),
        expect: ['burst'],
      },
    ],
  },
});
