import { connection, design, node } from '../examples.ts';
import { addConnected } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { deadLetterQueueFor, redrive } from './dead-letter-queue.ts';

/** How a consumer takes messages from a queue. */
const consuming = ['event-source-mapping', 'pipe-source', 'worker-poll'];

export const sqsNoDlq = defineRule({
  meta: {
    id: 'sqs/no-dlq',
    severity: 'warning',
    messages: {
      none: '{node}: messages that always fail circulate until they expire; add a dead-letter queue.',
    },
    explain:
      'A message that cannot be processed returns to the queue after each attempt, costs an invocation every time and, in a FIFO queue, blocks its message group. After maxReceiveCount attempts SQS moves it to the dead-letter queue, where you can look at it and redrive it.',
    docs: {
      title: 'Using dead-letter queues in Amazon SQS',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    },
    overlaps: ['AwsSolutions-SQS3'],
  },
  on: nodes('sqs-queue'),
  check(queue, graph, report) {
    if (graph.outgoing(queue, { mechanism: consuming }).length === 0) return;
    if (graph.outgoing(queue, { mechanism: 'dead-letter' }).length > 0) return;
    // What ends up in a queue of failures has had its chances.
    if (graph.incoming(queue, { mechanism: ['dead-letter', 'failure-destination'] }).length > 0)
      return;
    report({
      message: 'none',
      data: { node: named(queue) },
      fixes: [
        {
          title: 'Add a dead-letter queue for messages that failed five times',
          edit: addConnected(queue.id, deadLetterQueueFor(graph, queue), (id) => [
            { type: redrive, from: queue.id, to: id, properties: { maxReceiveCount: 5 } },
          ]),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a consumer and a dead-letter queue',
        design: design(
          node('sqs-queue', 'orders', { fifoQueue: { Ref: 'Ordered' } }),
          node('sqs-queue', 'failures', { fifoQueue: { Ref: 'Ordered' } }),
          node('lambda', 'worker'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
          connection('sqs-queue--sqs-queue', 'orders', 'failures', { maxReceiveCount: 5 }),
        ),
      },
      {
        title: 'a function that looks at the dead letters',
        design: design(
          node('sqs-queue', 'orders'),
          node('sqs-queue', 'failures'),
          node('lambda', 'alarm'),
          connection('sqs-queue--sqs-queue', 'orders', 'failures'),
          connection('sqs-queue--lambda', 'failures', 'alarm'),
        ),
      },
      { title: 'nobody consumes', design: design(node('sqs-queue', 'orders')) },
    ],
    bad: [
      {
        title: 'a consumer and no dead-letter queue',
        design: design(
          node('sqs-queue', 'orders'),
          node('lambda', 'worker'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
        expect: ['none'],
      },
      {
        title: 'a FIFO queue',
        design: design(
          node('sqs-queue', 'orders', { fifoQueue: true }),
          node('lambda', 'worker'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
        expect: ['none'],
      },
    ],
  },
});
