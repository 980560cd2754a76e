import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromFirehose = refusalsFrom<Kind>('firehose', [
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'DynamoDB is not a Firehose destination.',
    instead: ['s3-bucket', 'lambda', 'dynamodb-table'],
  },
  {
    to: 'kinesis-stream',
    level: 'wrong-direction',
    why: 'Kinesis is a source of Firehose, not a destination.',
    instead: ['kinesis-stream', 'firehose'],
    path: 'standalone',
  },
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'Queues are not a Firehose destination.',
    instead: ['s3-bucket', 'sqs-queue'],
  },
  {
    to: 'sns-topic',
    level: 'impossible',
    why: 'Topics are not a Firehose destination.',
    instead: ['s3-bucket', 'sns-topic'],
  },
  {
    to: 'athena-workgroup',
    level: 'impossible',
    why: 'Athena reads files. Firehose writes them to S3 first, and a Glue table says what is in them.',
    instead: ['s3-bucket', 'athena-workgroup'],
    autofix: 'insert-nodes',
  },
]);
