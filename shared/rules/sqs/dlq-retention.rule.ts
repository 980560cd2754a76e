import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { formatDuration, named } from '../text.ts';
import { longestRetention } from './dead-letter-queue.ts';

const day = 86_400;
const withDeadLetters = (queue: object, failures: object) =>
  design(
    node('sqs-queue', 'orders', { ...queue }),
    node('sqs-queue', 'failures', { ...failures }),
    connection('sqs-queue--sqs-queue', 'orders', 'failures'),
  );

export const sqsDlqRetention = defineRule({
  meta: {
    id: 'sqs/dlq-retention',
    severity: 'warning',
    messages: {
      shorter:
        '{dlq} keeps messages for {dlqRetention}, {queue} for {retention}; let the dead-letter queue keep them for 14 days.',
      same: '{dlq} keeps messages for {dlqRetention}, as {queue} does, and counts from when they were first sent; let the dead-letter queue keep them for 14 days.',
    },
    explain:
      'In standard queues a message keeps its age when it is moved. If it waited three days in the source and the dead-letter queue keeps four, only one day is left to react. FIFO queues count from anew.',
    docs: {
      title: 'Using dead-letter queues in Amazon SQS',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    },
  },
  on: connections({ from: 'sqs-queue', to: 'sqs-queue', mechanism: 'dead-letter' }),
  check({ source: queue, target: dlq }, graph, report) {
    if (queue.id === dlq.id) return;
    const retention = graph.number(queue, 'messageRetentionPeriod');
    const dlqRetention = graph.number(dlq, 'messageRetentionPeriod');
    if (retention === undefined || dlqRetention === undefined || dlqRetention > retention) return;
    // sqs/attribute-range speaks of more than there can be.
    if (retention > longestRetention) return;
    const isShorter = dlqRetention < retention;
    const isStandard =
      graph.boolean(queue, 'fifoQueue') === false && graph.boolean(dlq, 'fifoQueue') === false;
    if (!isShorter && (!isStandard || dlqRetention >= longestRetention)) return;
    const found = {
      at: dlq,
      property: 'messageRetentionPeriod',
      fixes: [
        {
          title: `Let ${named(dlq)} keep messages for 14 days`,
          edit: setProperty(dlq.id, 'messageRetentionPeriod', longestRetention),
        },
      ],
    };
    const data = {
      dlq: named(dlq),
      queue: named(queue),
      dlqRetention: formatDuration(dlqRetention),
    };
    if (isShorter)
      report({
        message: 'shorter',
        data: { ...data, retention: formatDuration(retention) },
        ...found,
      });
    else report({ message: 'same', data, ...found });
  },
  examples: {
    good: [
      {
        title: 'longer than the source',
        design: withDeadLetters({}, { messageRetentionPeriod: 14 * day }),
      },
      {
        title: 'a time set by a parameter',
        design: withDeadLetters({}, { messageRetentionPeriod: { Ref: 'Seconds' } }),
      },
      {
        title: 'FIFO queues, which count from anew',
        design: withDeadLetters({ fifoQueue: true }, { fifoQueue: true }),
      },
      {
        title: 'as long as there is',
        design: withDeadLetters(
          { messageRetentionPeriod: 14 * day },
          { messageRetentionPeriod: 14 * day },
        ),
      },
    ],
    bad: [
      {
        title: 'shorter than the source',
        design: withDeadLetters({}, { messageRetentionPeriod: day }),
        expect: ['shorter'],
      },
      { title: 'the default of both', design: withDeadLetters({}, {}), expect: ['same'] },
    ],
  },
});
