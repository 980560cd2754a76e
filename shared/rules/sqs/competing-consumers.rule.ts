import { areDisjoint } from '../../catalog/event-pattern.ts';
import { isPlainObject, parsedJson } from '../../catalog/json-text.ts';
import type { JsonObject } from '../../lib/json.ts';
import { hasIntrinsic } from '../../model/value.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Graph } from '../rule.ts';
import { named } from '../text.ts';

const consuming = ['event-source-mapping', 'pipe-source', 'worker-poll'];

/** What a consumer takes: the patterns of its filters, everything (no patterns), or unknown. */
const filtersOf = (graph: Graph, consumer: Connection): readonly JsonObject[] | undefined => {
  if (graph.mechanism(consumer) !== 'event-source-mapping') return [];
  if (graph.boolean(consumer, 'enabled') === undefined) return undefined;
  const filters = graph.value(consumer, 'filters');
  if (hasIntrinsic(filters)) return undefined;
  const list = graph.list(consumer, 'filters') ?? [];
  return list.map(parsedJson).filter(isPlainObject);
};

const isOff = (graph: Graph, consumer: Connection): boolean =>
  graph.mechanism(consumer) === 'event-source-mapping' &&
  graph.boolean(consumer, 'enabled') === false;

const takeTheSame = (one: readonly JsonObject[], other: readonly JsonObject[]): boolean =>
  one.length === 0 ||
  other.length === 0 ||
  one.some((filter) => other.some((otherFilter) => !areDisjoint(filter, otherFilter)));

const twoConsumers = (
  first: Parameters<typeof connection>[3],
  second: Parameters<typeof connection>[3],
) =>
  design(
    node('sqs-queue', 'orders'),
    node('lambda', 'billing'),
    node('lambda', 'shipping'),
    connection('sqs-queue--lambda', 'orders', 'billing', first),
    connection('sqs-queue--lambda', 'orders', 'shipping', second),
  );

export const sqsCompetingConsumers = defineRule({
  meta: {
    id: 'sqs/competing-consumers',
    severity: 'warning',
    messages: {
      shared:
        '{one} and {other} share the queue {node}: each message reaches only one of them. Use SNS or EventBridge with a queue for each.',
    },
    explain:
      'A queue hands each message to a single consumer, whoever asks first. If both should get it, publish to a topic or a bus and give each consumer a queue of its own. With filters of Lambda it is worse: a message that one consumer filters out is deleted and never reaches the other.',
    docs: {
      title: 'Fanout Amazon SNS notifications to Amazon SQS queues',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html',
    },
  },
  on: nodes('sqs-queue'),
  check(queue, graph, report) {
    const all = graph.outgoing(queue, { mechanism: consuming });
    if (all.length < 2) return;
    const consumers = all.flatMap((consumer) => {
      const filters = isOff(graph, consumer) ? undefined : filtersOf(graph, consumer);
      return filters ? [{ to: consumer.to, filters, target: graph.target(consumer) }] : [];
    });
    for (const [at, one] of consumers.entries())
      for (const other of consumers.slice(at + 1)) {
        if (one.to === other.to || !takeTheSame(one.filters, other.filters)) continue;
        report({
          message: 'shared',
          data: { one: named(one.target), other: named(other.target), node: named(queue) },
        });
        return;
      }
  },
  examples: {
    good: [
      {
        title: 'a queue for each',
        design: design(
          node('sns-topic', 'placed'),
          node('sqs-queue', 'to-bill'),
          node('sqs-queue', 'to-ship'),
          node('lambda', 'billing'),
          node('lambda', 'shipping'),
          connection('sns-topic--sqs-queue', 'placed', 'to-bill'),
          connection('sns-topic--sqs-queue', 'placed', 'to-ship'),
          connection('sqs-queue--lambda', 'to-bill', 'billing'),
          connection('sqs-queue--lambda', 'to-ship', 'shipping'),
        ),
      },
      {
        title: 'filters that share nothing',
        design: twoConsumers(
          { filters: [{ body: { type: ['bill'] } }] },
          { filters: ['{"body":{"type":["ship"]}}'] },
        ),
      },
      {
        title: 'a filter with a parameter',
        design: twoConsumers({}, { filters: [{ body: { type: [{ Ref: 'Type' }] } }] }),
      },
      { title: 'a consumer that is off', design: twoConsumers({}, { enabled: false }) },
    ],
    bad: [
      { title: 'two functions on one queue', design: twoConsumers({}, {}), expect: ['shared'] },
      {
        title: 'filters that overlap',
        design: twoConsumers(
          { filters: [{ body: { type: ['bill', 'both'] } }] },
          { filters: [{ body: { type: ['ship', 'both'] } }] },
        ),
        expect: ['shared'],
      },
    ],
  },
});
