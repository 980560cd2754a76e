import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** True when the connection may hand the same event to the function twice. FIFO queues remove copies. */
const mayRepeat = (graph: Graph, trigger: Connection): boolean => {
  const source = graph.source(trigger);
  if (!source) return false;
  if (graph.mechanism(trigger) !== 'event-source-mapping') return true;
  if (graph.boolean(trigger, 'enabled') === false) return false;
  return source.kind !== 'sqs-queue' || graph.boolean(source, 'fifoQueue') === false;
};

/** A table that forgets its items by itself, as one that keeps the ids of events does. */
const isKeyTable = (graph: Graph, table: Node): boolean =>
  graph.isSet(table, 'timeToLiveAttribute');

/** What the function changes by an event; undefined when nothing, or when it has a table of keys. */
const changedBy = (graph: Graph, fn: Node): Node | undefined => {
  let found: Node | undefined;
  for (const way of graph.outgoing(fn, {
    mechanism: ['iam-data-access', 'network-access', 'http-call'],
    kind: [
      'dynamodb-table',
      'dynamodb-replica',
      'rds-instance',
      'aurora-cluster',
      'rds-proxy',
      'external-endpoint',
    ],
  })) {
    const target = graph.target(way);
    if (!target) continue;
    if (target.kind === 'dynamodb-table') {
      const access = graph.text(way, 'access');
      if (isKeyTable(graph, target)) return undefined;
      if (access !== 'write' && access !== 'readwrite') continue;
    }
    if (target.kind === 'external-endpoint') {
      const method = graph.text(target, 'method');
      if (method === undefined || method === 'GET' || method === 'HEAD') continue;
    }
    found ??= target;
  }
  return found;
};

const worker = (fn: object, queue: object = {}, method: string | { Ref: string } = 'POST') =>
  design(
    node('sqs-queue', 'orders', { ...queue }),
    node('lambda', 'charge', { ...fn }),
    node('external-endpoint', 'payments', { url: 'https://payments.example', method }),
    connection('sqs-queue--lambda', 'orders', 'charge'),
    connection('lambda--external-endpoint', 'charge', 'payments'),
  );

export const topologyAsyncIdempotency = defineRule({
  meta: {
    id: 'topology/async-idempotency',
    severity: 'info',
    messages: {
      twice:
        '{function} can receive the same event of {source} twice; make what it does at {target} idempotent, for example with a table of the ids that it has seen.',
    },
    explain:
      'Standard queues, topics, buses, buckets and streams promise at least once, not exactly once, and a retry after a timeout looks like a new event. A conditional write with the id of the event, as Powertools for AWS Lambda offers it, makes the second run harmless.',
    docs: {
      title: 'Best practices for working with AWS Lambda functions',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report, { catalog }) {
    if (graph.boolean(fn, 'idempotent') !== false) return;
    const trigger = graph
      .incoming(fn, {
        mechanism: ['event-source-mapping', 'push-invoke', 'subscription', 'eventbridge-target'],
      })
      .find((it) => mayRepeat(graph, it));
    if (!trigger) return;
    const target = changedBy(graph, fn);
    if (!target) return;
    report({
      message: 'twice',
      property: 'idempotent',
      data: {
        function: named(fn),
        source: named(graph.source(trigger)),
        target: named(target),
      },
      fixes: [
        ...addNear(
          graph,
          catalog,
          'Add a table of the ids that it has seen',
          fn,
          {
            kind: 'dynamodb-table',
            name: `${fn.name} seen`,
            properties: {
              partitionKey: { name: 'id', type: 'S' },
              timeToLiveAttribute: 'expiresAt',
            },
          },
          (id) => [{ type: 'lambda--dynamodb-table', from: fn.id, to: id, properties: {} }],
        ),
        {
          title: `Say that ${named(fn)} tolerates it`,
          edit: setProperty(fn.id, 'idempotent', true),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'code that tolerates it', design: worker({ idempotent: true }) },
      { title: 'something that a parameter says', design: worker({ idempotent: { Ref: 'Once' } }) },
      { title: 'a FIFO queue', design: worker({}, { fifoQueue: true }) },
      { title: 'a call that only reads', design: worker({}, {}, 'GET') },
      {
        title: 'a table of ids',
        design: design(
          node('sqs-queue', 'orders'),
          node('lambda', 'charge'),
          node('dynamodb-table', 'items'),
          node('dynamodb-table', 'seen', { timeToLiveAttribute: 'expiresAt' }),
          connection('sqs-queue--lambda', 'orders', 'charge'),
          connection('lambda--dynamodb-table', 'charge', 'items'),
          connection('lambda--dynamodb-table', 'charge', 'seen'),
        ),
      },
    ],
    bad: [
      { title: 'a queue, a function and payments', design: worker({}), expect: ['twice'] },
      {
        title: 'a topic, a function and a table',
        design: design(
          node('sns-topic', 'placed'),
          node('lambda', 'count'),
          node('dynamodb-table', 'totals'),
          connection('sns-topic--lambda', 'placed', 'count'),
          connection('lambda--dynamodb-table', 'count', 'totals', { access: 'write' }),
        ),
        expect: ['twice'],
      },
    ],
  },
});
