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
  {
    to: 'aurora-cluster',
    level: 'impossible',
    why: 'Firehose loads Redshift, not Aurora. Let it write files, and a function load them.',
    instead: ['s3-bucket', 'lambda', 'rds-proxy', 'aurora-cluster'],
  },
  {
    to: 'elasticache',
    level: 'impossible',
    why: 'A cache is no destination of Firehose. A function that reads a stream can fill it.',
    instead: ['kinesis-stream', 'lambda', 'elasticache'],
    path: 'standalone',
  },
]);
