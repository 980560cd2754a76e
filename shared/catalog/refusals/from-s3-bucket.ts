import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromS3Bucket = refusalsFrom<Kind>('s3-bucket', [
  {
    to: 'sqs-queue',
    level: 'conditional',
    why: 'S3 event notifications do not support FIFO queues.',
    when: ({ target }) => target('fifoQueue') === true,
    instead: ['event-bus', 'event-rule', 'sqs-queue'],
  },
  {
    to: 'sns-topic',
    level: 'conditional',
    why: 'S3 event notifications do not support FIFO topics.',
    when: ({ target }) => target('fifoTopic') === true,
    instead: ['event-bus', 'event-rule', 'lambda', 'sns-topic'],
  },
  {
    to: 'state-machine',
    level: 'impossible',
    why: 'S3 notifications go to Lambda, SQS, SNS or EventBridge only; EventBridge can start the workflow.',
    instead: ['event-bus', 'event-rule', 'state-machine'],
    autofix: 'insert-nodes',
  },
  {
    to: 'kinesis-stream',
    level: 'impossible',
    why: 'S3 cannot publish to Kinesis directly.',
    instead: ['event-bus', 'event-rule', 'kinesis-stream'],
    autofix: 'insert-nodes',
  },
  {
    to: 'firehose',
    level: 'impossible',
    why: 'S3 is a destination of Firehose, never its source.',
    instead: ['lambda', 'firehose'],
  },
  {
    to: 'event-rule',
    level: 'impossible',
    why: 'S3 sends events to the default event bus, and a rule on that bus filters them.',
    instead: ['event-bus', 'event-rule'],
    autofix: 'insert-nodes',
  },
  {
    to: 'rest-api',
    level: 'impossible',
    why: 'A bucket never calls an API; it can only emit notifications.',
    instead: ['lambda', 'rest-api'],
  },
  {
    to: 'subnet',
    level: 'impossible',
    why: 'A bucket is a regional service outside your VPC; reach it privately through a gateway endpoint.',
    instead: ['vpc-endpoint', 's3-bucket'],
    path: 'standalone',
  },
  {
    to: 'pipe',
    level: 'impossible',
    why: 'A pipe polls its source, and a bucket cannot be polled; let it notify a queue that feeds the pipe.',
    instead: ['sqs-queue', 'pipe'],
    autofix: 'insert-nodes',
  },
  {
    to: 'fargate-service',
    level: 'impossible',
    why: 'S3 cannot start a task; EventBridge can run it.',
    instead: ['event-bus', 'event-rule', 'fargate-service'],
    autofix: 'insert-nodes',
  },
]);
