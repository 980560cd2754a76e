import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const ranges = [
  { property: 'visibilityTimeout', min: 0, max: 43_200, unit: 's' },
  { property: 'messageRetentionPeriod', min: 60, max: 1_209_600, unit: 's' },
  { property: 'delaySeconds', min: 0, max: 900, unit: 's' },
  { property: 'receiveMessageWaitTimeSeconds', min: 0, max: 20, unit: 's' },
  { property: 'maximumMessageSize', min: 1024, max: 1_048_576, unit: 'bytes' },
];

export const sqsAttributeRange = defineRule({
  meta: {
    id: 'sqs/attribute-range',
    severity: 'error',
    messages: { outside: '{node}: {property} {value} is outside {range}; correct it.' },
    explain:
      'Unless told otherwise a queue hides a message for 30 seconds, keeps it for 4 days, delays nothing, polls short and takes messages of up to 1 MiB. It keeps a message at most 14 days and hides it at most 12 hours. Lambda always polls long, so receiveMessageWaitTimeSeconds matters only for consumers of your own.',
    docs: {
      title: 'Amazon SQS message quotas',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html',
    },
    overlaps: ['E3501', 'E3034'],
  },
  on: nodes('sqs-queue'),
  check(queue, graph, report) {
    for (const range of ranges) {
      const wrong = outOfRange(graph, queue, range);
      if (!wrong) continue;
      const { property, fixes } = wrong;
      const data = { node: named(queue), property, value: wrong.value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
    }
  },
  examples: {
    good: [
      {
        title: 'usual values',
        design: design(
          node('sqs-queue', 'orders', { visibilityTimeout: 180, messageRetentionPeriod: 345_600 }),
        ),
      },
      {
        title: 'a delay set by a parameter',
        design: design(node('sqs-queue', 'orders', { delaySeconds: { Ref: 'Delay' } })),
      },
    ],
    bad: [
      {
        title: 'hidden for too long',
        design: design(node('sqs-queue', 'orders', { visibilityTimeout: 50_000 })),
        expect: ['outside'],
      },
      {
        title: 'kept for a month',
        design: design(node('sqs-queue', 'orders', { messageRetentionPeriod: 2_592_000 })),
        expect: ['outside'],
      },
      {
        title: 'tiny messages',
        design: design(node('sqs-queue', 'orders', { maximumMessageSize: 100 })),
        expect: ['outside'],
      },
    ],
  },
});
