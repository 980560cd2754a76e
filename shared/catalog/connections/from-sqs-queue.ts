import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import { pipeSource } from '../mechanisms/pipe-source.mechanism.ts';
import { integer } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { mappingProperties } from './shared/mapping-properties.ts';
import { queueSourceProperties } from './shared/pipe-properties.ts';
import { worksOnQueue } from './shared/program-work.ts';
import { dimension, watchedBy } from './shared/watched.ts';

export const fromSqsQueue = connectionsFrom<Kind>('sqs-queue', {
  lambda: eventSourceMapping({
    label: 'triggers',
    delivery: 'poll',
    properties: {
      batchSize: integer({
        default: 10,
        min: 1,
        max: 10_000,
        help: 'Messages in one invocation. At most 10 for a FIFO queue; more than 10 needs a batching window.',
        cfn: 'BatchSize',
        cdk: 'batchSize',
      }),
      ...mappingProperties,
      maximumConcurrency: integer({
        min: 2,
        max: 1000,
        help: 'At most so many copies of the function work on this queue at once.',
        cfn: 'ScalingConfig.MaximumConcurrency',
        cdk: 'maxConcurrency',
      }),
      minimumPollers: integer({
        min: 2,
        max: 200,
        advanced: true,
        help: 'Provisioned mode: pollers that are always there and are paid by the hour. Not together with a maximum concurrency.',
        cfn: 'ProvisionedPollerConfig.MinimumPollers',
      }),
      maximumPollers: integer({
        min: 2,
        max: 2000,
        advanced: true,
        help: 'Provisioned mode: as many pollers as there may be.',
        cfn: 'ProvisionedPollerConfig.MaximumPollers',
      }),
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
        required: true,
        min: 1,
        max: 1000,
        help: 'How often a message may be received before it moves. Below 5, a short throttling of the function is enough to move good messages.',
      }),
    },
    docs: 'Using dead-letter queues in Amazon SQS',
    options: { on: 'queue' },
  }),
  pipe: pipeSource({
    label: 'feeds',
    delivery: 'poll',
    properties: queueSourceProperties,
    statements: [
      {
        side: 'target-role',
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: ['{source.arn}'],
      },
    ],
    docs: 'Amazon SQS as a source for EventBridge Pipes',
    options: { parameters: 'SqsQueueParameters', polled: 'arn' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/SQS',
    ['ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible', 'NumberOfMessagesSent'],
    dimension('QueueName', 'name'),
  ),
  'fargate-service': worksOnQueue({ scales: true }),
  'ec2-instance': worksOnQueue({ scales: false }),
});
