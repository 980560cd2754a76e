import type { Node } from '../../graph/graph.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const subscribed = (properties: Parameters<typeof node>[2], isDeadLetterQueue = false) =>
  design(
    node('sns-topic', 'placed'),
    node('sqs-queue', 'orders', isDeadLetterQueue ? {} : properties),
    node('sqs-queue', 'lost', isDeadLetterQueue ? properties : {}),
    connection('sns-topic--sqs-queue', 'placed', 'orders', { deadLetterQueue: 'lost' }),
  );

export const sqsAwsManagedKey = defineRule({
  meta: {
    id: 'sqs/aws-managed-key',
    severity: 'error',
    messages: {
      cannotUse:
        '{source} cannot send to {queue}, because AWS services may not use the key alias/aws/sqs that encrypts it; choose SSE-SQS.',
    },
    explain:
      'A queue with SSE-KMS is encrypted with the key that AWS manages for SQS. Its policy lets in the roles of your account and nobody else, and it cannot be changed. SNS, S3 and EventBridge send in their own name, not with a role of yours, so their messages are refused. SSE-SQS encrypts as well, costs nothing and lets them in.',
    docs: {
      title: 'Key management',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
    },
  },
  on: connections({ from: ['sns-topic', 's3-bucket', 'event-rule', 'event-bus'] }),
  check({ connection: link, source, target }, graph, report, { catalog }) {
    const hasQueue = Object.hasOwn(catalog.properties(link.type) ?? {}, 'deadLetterQueue');
    const queues: readonly (Node | undefined)[] = [
      target,
      hasQueue ? graph.nodeRef(link, 'deadLetterQueue') : undefined,
    ];
    for (const queue of queues)
      if (queue?.kind === 'sqs-queue' && graph.text(queue, 'encryption') === 'SSE-KMS')
        report({
          message: 'cannotUse',
          data: { source: named(source), queue: named(queue) },
          fixes: [
            {
              title: `Encrypt ${named(queue)} with SSE-SQS`,
              edit: setProperty(queue.id, 'encryption', 'SSE-SQS'),
            },
          ],
        });
  },
  examples: {
    good: [
      { title: 'a queue encrypted by SQS itself', design: subscribed({ encryption: 'SSE-SQS' }) },
      {
        title: 'an encryption set by a parameter',
        design: subscribed({ encryption: { Ref: 'Way' } }),
      },
      {
        title: 'a queue that functions of the account send to',
        design: design(
          node('lambda', 'sender'),
          node('sqs-queue', 'orders', { encryption: 'SSE-KMS' }),
          connection('lambda--sqs-queue', 'sender', 'orders'),
        ),
      },
    ],
    bad: [
      {
        title: 'a topic that delivers to a queue with the key of AWS',
        design: subscribed({ encryption: 'SSE-KMS' }),
        expect: ['cannotUse'],
      },
      {
        title: 'a dead-letter queue with that key',
        design: subscribed({ encryption: 'SSE-KMS' }, true),
        expect: ['cannotUse'],
      },
    ],
  },
});
