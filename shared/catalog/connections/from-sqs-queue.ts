import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import { integer, list, seconds, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromSqsQueue = connectionsFrom<Kind>('sqs-queue', {
  lambda: eventSourceMapping({
    label: 'triggers',
    delivery: 'poll',
    properties: {
      batchSize: integer({
        default: 10,
        min: 1,
        max: 10_000,
        help: 'Messages of one invocation; 10 at most for FIFO.',
        cfn: 'BatchSize',
        cdk: 'batchSize',
      }),
      maximumBatchingWindow: seconds({
        default: 0,
        min: 0,
        max: 300,
        help: 'Wait this long for a full batch.',
        cfn: 'MaximumBatchingWindowInSeconds',
        cdk: 'maxBatchingWindow',
      }),
      maximumConcurrency: integer({
        min: 2,
        max: 1000,
        help: 'At most so many invocations at once.',
        cfn: 'ScalingConfig.MaximumConcurrency',
        cdk: 'maxConcurrency',
      }),
      filters: list({
        help: 'Event patterns; only matching messages invoke the function. Five by default (adjustable).',
      }),
      reportBatchItemFailures: yesNo({
        default: true,
        help: 'Only the failed messages of a batch come again.',
      }),
      enabled: yesNo({ default: true, advanced: true, cfn: 'Enabled', cdk: 'enabled' }),
    },
    statements: [
      {
        side: 'target-role',
        actions: [
          'sqs:ReceiveMessage',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:ChangeMessageVisibility',
        ],
        resources: ['{source.arn}'],
      },
    ],
    refersTo: 'source',
    docs: 'Using Lambda with Amazon SQS',
    options: {
      samType: 'SQS',
      samSource: 'Queue',
      polled: 'arn',
      cdk: 'lambdaEventSources.SqsEventSource',
    },
  }),
  'sqs-queue': deadLetter({
    label: 'moves failed messages to',
    delivery: 'async',
    properties: {
      maxReceiveCount: integer({
        default: 5,
        min: 1,
        max: 1000,
        required: true,
        help: 'Tries before a message is moved; at least 5 when Lambda reads the queue.',
      }),
    },
    refersTo: 'target',
    docs: 'Using dead-letter queues in Amazon SQS',
    options: { on: 'queue' },
  }),
});
