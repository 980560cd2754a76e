import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const count = { property: 'maxReceiveCount', min: 1, max: 1000 };
/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const advised = 5;

const withFunction = (maxReceiveCount: number | { Ref: string }) =>
  design(
    node('sqs-queue', 'orders'),
    node('sqs-queue', 'failures'),
    node('lambda', 'worker'),
    connection('sqs-queue--lambda', 'orders', 'worker'),
    connection('sqs-queue--sqs-queue', 'orders', 'failures', { maxReceiveCount }),
  );

export const sqsMaxReceiveCount = defineRule({
  meta: {
    id: 'sqs/max-receive-count',
    severity: 'warning',
    messages: {
      tooSmall:
        '{queue} gives a message up after {count} tries, which throttling alone can use up; allow at least 5.',
      outside: {
        text: '{queue}: {property} {value} is outside {range}; correct it.',
        severity: 'error',
      },
    },
    explain:
      'A delivery that Lambda could not make because the function was throttled counts as a try as well. With a low count healthy messages end up in the dead-letter queue during a peak although the code would have handled them.',
    docs: {
      title: 'Creating and configuring an Amazon SQS event source mapping',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    },
  },
  on: connections({ from: 'sqs-queue', to: 'sqs-queue', type: 'sqs-queue--sqs-queue' }),
  check({ connection, source: queue }, graph, report) {
    const wrong = outOfRange(graph, connection, count);
    if (wrong) {
      const { property, value, range, fixes } = wrong;
      report({
        message: 'outside',
        property,
        data: { queue: named(queue), property, value, range },
        fixes,
      });
      return;
    }
    const tries = graph.number(connection, 'maxReceiveCount');
    if (tries === undefined || tries >= advised) return;
    if (graph.outgoing(queue, { mechanism: 'event-source-mapping', kind: 'lambda' }).length === 0)
      return;
    report({
      message: 'tooSmall',
      property: 'maxReceiveCount',
      data: { queue: named(queue), count: tries },
      fixes: [
        {
          title: 'Allow 5 tries',
          edit: setProperty(connection.id, 'maxReceiveCount', advised),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'five tries', design: withFunction(5) },
      { title: 'a count set by a parameter', design: withFunction({ Ref: 'Tries' }) },
      {
        title: 'one try without a function',
        design: design(
          node('sqs-queue', 'orders'),
          node('sqs-queue', 'failures'),
          connection('sqs-queue--sqs-queue', 'orders', 'failures', { maxReceiveCount: 1 }),
        ),
      },
    ],
    bad: [
      { title: 'one try', design: withFunction(1), expect: ['tooSmall'] },
      { title: 'no try at all', design: withFunction(0), expect: ['outside'] },
    ],
  },
});
