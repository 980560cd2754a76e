import { connection, design, node } from '../examples.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph } from '../rule.ts';
import { isFifo, makeFifo } from '../sqs/fifo.ts';
import { named } from '../text.ts';

/** Fixes that change nothing for anybody else who uses the queue or the topic. */
const fixesFor = (graph: Graph, { source: topic, target: queue }: Link): readonly Fix[] => {
  const isQueueFree = ![
    ...graph.incoming(queue, { mechanism: ['dead-letter', 'subscription'] }).slice(1),
    ...graph.outgoing(queue, { mechanism: 'dead-letter' }),
  ].some(() => true);
  const isTopicFree =
    graph.outgoing(topic, { mechanism: 'subscription' }).every((subscription) => {
      const target = graph.target(subscription);
      return target?.kind === 'sqs-queue' && isFifo(graph, target) === true;
    }) &&
    graph.incoming(topic).every((incoming) => graph.mechanism(incoming) === 'iam-data-access');
  return [
    ...(isQueueFree ? [makeFifo(graph, queue, false)] : []),
    ...(isTopicFree ? [makeFifo(graph, topic, true)] : []),
  ];
};

const fanOut = (topic: object, queue: object) =>
  design(
    node('sns-topic', 'placed', { ...topic }),
    node('sqs-queue', 'orders', { ...queue }),
    connection('sns-topic--sqs-queue', 'placed', 'orders'),
  );

export const snsStandardTopicToFifoQueue = defineRule({
  meta: {
    id: 'sns/standard-topic-to-fifo-queue',
    severity: 'error',
    messages: {
      mixed:
        'The standard topic {topic} cannot deliver to the FIFO queue {queue}; make the topic FIFO or the queue standard.',
    },
    explain:
      'Messages of a standard topic carry no message group, so a FIFO queue cannot accept them. Either the whole way is FIFO or the queue is standard.',
    docs: {
      title: 'Fanout Amazon SNS notifications to Amazon SQS queues',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html',
    },
  },
  on: connections({ from: 'sns-topic', to: 'sqs-queue', mechanism: 'subscription' }),
  check(link, graph, report) {
    const { source: topic, target: queue } = link;
    if (graph.boolean(topic, 'fifoTopic') !== false) return;
    if (graph.boolean(queue, 'fifoQueue') !== true) return;
    report({
      message: 'mixed',
      data: { topic: named(topic), queue: named(queue) },
      fixes: fixesFor(graph, link),
    });
  },
  examples: {
    good: [
      { title: 'both FIFO', design: fanOut({ fifoTopic: true }, { fifoQueue: true }) },
      { title: 'both standard', design: fanOut({}, {}) },
      {
        title: 'a type set by a parameter',
        design: fanOut({ fifoTopic: { Ref: 'Ordered' } }, { fifoQueue: true }),
      },
    ],
    bad: [
      {
        title: 'a FIFO queue alone',
        design: fanOut({ topicName: 'placed' }, { fifoQueue: true, queueName: 'orders.fifo' }),
        expect: ['mixed'],
      },
      {
        title: 'a topic with a subscriber that is no queue, and a queue with dead letters',
        design: design(
          node('sns-topic', 'placed'),
          node('lambda', 'worker'),
          node('sqs-queue', 'orders', { fifoQueue: true }),
          node('sqs-queue', 'failures', { fifoQueue: true }),
          connection('sns-topic--lambda', 'placed', 'worker'),
          connection('sns-topic--sqs-queue', 'placed', 'orders'),
          connection('sqs-queue--sqs-queue', 'orders', 'failures'),
        ),
        expect: ['mixed'],
      },
    ],
  },
});
