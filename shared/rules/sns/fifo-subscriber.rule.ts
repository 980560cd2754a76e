import { sequence } from '../../model/edits/index.ts';
import { titleOf } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { addNear, removeConnection, whileThere } from '../fixes.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph, type RuleContext } from '../rule.ts';
import { longestVisibility } from '../sqs/recommended-visibility.ts';
import { named } from '../text.ts';

/** A FIFO queue between the topic and the function, hidden long enough for it. */
const insertQueue = (
  graph: Graph,
  { catalog }: RuleContext,
  { connection, source, target }: Link,
): readonly Fix[] => {
  if (target.kind !== 'lambda') return [];
  const timeout = graph.number(target, 'timeout');
  const [added] = addNear(
    graph,
    catalog,
    'Insert a FIFO queue between',
    source,
    {
      kind: 'sqs-queue',
      name: `${target.name} queue`,
      properties: {
        fifoQueue: true,
        ...(timeout !== undefined && {
          visibilityTimeout: Math.min(Math.max(6 * timeout, 30), longestVisibility),
        }),
      },
    },
    (id) => [
      { type: 'sns-topic--sqs-queue', from: source.id, to: id },
      { type: 'sqs-queue--lambda', from: id, to: target.id },
    ],
  );
  return added
    ? [
        {
          title: added.title,
          edit: whileThere(
            [connection.id, target.id],
            sequence(added.edit, removeConnection(catalog, connection).edit),
          ),
        },
      ]
    : [];
};

export const snsFifoSubscriber = defineRule({
  meta: {
    id: 'sns/fifo-subscriber',
    severity: 'error',
    messages: {
      notQueue:
        'The FIFO topic {topic} delivers only to SQS queues, not to {target} ({kind}); put a queue in between.',
    },
    explain:
      'Order and freedom from duplicates can only be kept into queues. Functions, e-mail, HTTP endpoints or Firehose are reached through a queue that subscribes. A standard queue is accepted but gives up order and freedom from duplicates.',
    docs: {
      title: 'Amazon SNS message delivery for FIFO topics',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html',
    },
    overlaps: ['W3694'],
  },
  on: connections({ from: 'sns-topic', mechanism: 'subscription' }),
  check(link, graph, report, context) {
    const { connection, source, target } = link;
    if (target.kind === 'sqs-queue' || graph.boolean(source, 'fifoTopic') !== true) return;
    report({
      message: 'notQueue',
      data: {
        topic: named(source),
        target: named(target),
        kind: titleOf(context.catalog, target.kind),
      },
      fixes: [...insertQueue(graph, context, link), removeConnection(context.catalog, connection)],
    });
  },
  examples: {
    good: [
      {
        title: 'FIFO all the way',
        design: design(
          node('sns-topic', 'placed', { fifoTopic: true }),
          node('sqs-queue', 'orders', { fifoQueue: true }),
          node('lambda', 'worker'),
          connection('sns-topic--sqs-queue', 'placed', 'orders'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
      },
      {
        title: 'a type set by a parameter',
        design: design(
          node('sns-topic', 'placed', { fifoTopic: { Ref: 'Ordered' } }),
          node('lambda', 'worker'),
          connection('sns-topic--lambda', 'placed', 'worker'),
        ),
      },
    ],
    bad: [
      {
        title: 'a function',
        design: design(
          node('sns-topic', 'placed', { fifoTopic: true }),
          node('lambda', 'worker', { timeout: 60 }),
          connection('sns-topic--lambda', 'placed', 'worker'),
        ),
        expect: ['notQueue'],
      },
      {
        title: 'a web hook',
        design: design(
          node('sns-topic', 'placed', { fifoTopic: true }),
          node('external-endpoint', 'partner'),
          connection('sns-topic--external-endpoint', 'placed', 'partner'),
        ),
        expect: ['notQueue'],
      },
    ],
  },
});
