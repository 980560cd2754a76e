import { retargetConnection } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { addBeside, whileThere } from '../fixes.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph } from '../rule.ts';
import { named } from '../text.ts';
import { deadLetterQueueFor } from './dead-letter-queue.ts';
import { makeFifo } from './fifo.ts';

/** Puts a queue that fits in the place of the one that does not. */
const newQueue = (graph: Graph, { connection, source }: Link): Fix => ({
  title: 'Use a new queue that fits',
  edit: whileThere(
    [connection.id],
    addBeside(source.id, deadLetterQueueFor(graph, source), (id) => [
      retargetConnection(connection.id, { to: id }),
    ]),
  ),
});

export const sqsDlqMismatch = defineRule({
  meta: {
    id: 'sqs/dlq-mismatch',
    severity: 'error',
    messages: {
      mismatch:
        '{dlq} cannot be the dead-letter queue of {queue}: {reason}; use a {type} queue in {region}.',
    },
    explain:
      'Only a FIFO queue can take over FIFO messages with their group ids, and standard queues need a standard one. SQS moves messages only inside one Region and account. A queue as its own dead-letter queue would be an endless loop.',
    docs: {
      title: 'Using dead-letter queues in Amazon SQS',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    },
    overlaps: ['E3502'],
  },
  on: connections({ from: 'sqs-queue', to: 'sqs-queue', mechanism: 'dead-letter' }),
  check(link, graph, report) {
    const { source: queue, target: dlq } = link;
    const fifo = graph.boolean(queue, 'fifoQueue');
    const dlqFifo = graph.boolean(dlq, 'fifoQueue');
    const region = graph.region(queue);
    const data = {
      dlq: named(dlq),
      queue: named(queue),
      type: fifo === undefined ? 'matching' : fifo ? 'FIFO' : 'standard',
      region,
    };
    if (queue.id === dlq.id) {
      report({
        message: 'mismatch',
        data: { ...data, reason: 'it is the queue itself' },
        fixes: [newQueue(graph, link)],
      });
      return;
    }
    if (fifo !== undefined && dlqFifo !== undefined && fifo !== dlqFifo)
      report({
        message: 'mismatch',
        property: 'fifoQueue',
        data: { ...data, reason: dlqFifo ? 'it is a FIFO queue' : 'it is a standard queue' },
        fixes: [
          ...(graph.region(dlq) === region ? [makeFifo(graph, dlq, fifo)] : []),
          newQueue(graph, link),
        ],
      });
    else if (graph.region(dlq) !== region)
      report({
        message: 'mismatch',
        data: { ...data, reason: `it is in ${graph.region(dlq)}` },
        fixes: [newQueue(graph, link)],
      });
  },
  examples: {
    good: [
      {
        title: 'both FIFO',
        design: design(
          node('sqs-queue', 'orders', { fifoQueue: true }),
          node('sqs-queue', 'failures', { fifoQueue: true }),
          connection('sqs-queue--sqs-queue', 'orders', 'failures'),
        ),
      },
      {
        title: 'a type set by a parameter',
        design: design(
          node('sqs-queue', 'orders', { fifoQueue: { Ref: 'Ordered' } }),
          node('sqs-queue', 'failures'),
          connection('sqs-queue--sqs-queue', 'orders', 'failures'),
        ),
      },
    ],
    bad: [
      {
        title: 'FIFO with standard',
        design: design(
          node('sqs-queue', 'orders', { fifoQueue: true }),
          node('sqs-queue', 'failures', { queueName: 'failures' }),
          connection('sqs-queue--sqs-queue', 'orders', 'failures'),
        ),
        expect: ['mismatch'],
      },
      {
        title: 'standard with FIFO',
        design: design(
          node('sqs-queue', 'orders'),
          node('sqs-queue', 'failures', { fifoQueue: true, queueName: 'failures.fifo' }),
          connection('sqs-queue--sqs-queue', 'orders', 'failures'),
        ),
        expect: ['mismatch'],
      },
      {
        title: 'another region',
        design: design(
          node('sqs-queue', 'orders'),
          inside(node('region', 'us', { code: 'us-east-1' }), node('sqs-queue', 'failures')),
          connection('sqs-queue--sqs-queue', 'orders', 'failures'),
        ),
        expect: ['mismatch'],
      },
      {
        title: 'the queue itself',
        design: design(
          node('sqs-queue', 'orders'),
          connection('sqs-queue--sqs-queue', 'orders', 'orders'),
        ),
        expect: ['mismatch'],
      },
    ],
  },
});
