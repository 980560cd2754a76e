import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromKinesisStream = refusalsFrom<Kind>('kinesis-stream', [
  {
    to: 's3-bucket',
    level: 'wrong-purpose',
    why: 'A data stream stores records only for its retention time; Firehose writes them to S3.',
    instead: ['firehose', 's3-bucket'],
    autofix: 'insert-nodes',
    allowedVariants: ['kinesis-stream--s3-bucket--mapping-on-failure'],
  },
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'A stream cannot write items; a consumer must.',
    instead: ['lambda', 'dynamodb-table'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sqs-queue',
    level: 'wrong-purpose',
    why: 'A stream does not push.',
    instead: ['pipe', 'sqs-queue'],
    autofix: 'insert-nodes',
    allowedVariants: ['kinesis-stream--sqs-queue--mapping-on-failure'],
  },
  {
    to: 'sns-topic',
    level: 'wrong-purpose',
    why: 'A stream does not push.',
    instead: ['pipe', 'sns-topic'],
    autofix: 'insert-nodes',
    allowedVariants: ['kinesis-stream--sns-topic--mapping-on-failure'],
  },
  {
    to: 'state-machine',
    level: 'impossible',
    why: 'A stream cannot start workflows.',
    instead: ['pipe', 'state-machine'],
    autofix: 'insert-nodes',
  },
  {
    to: 'event-bus',
    level: 'impossible',
    why: 'A stream does not push to a bus.',
    instead: ['pipe', 'event-bus'],
    autofix: 'insert-nodes',
  },
  {
    to: 'kinesis-stream',
    level: 'impossible',
    why: 'Streams cannot be chained; a consumer must copy the records.',
    instead: ['managed-flink', 'kinesis-stream'],
    autofix: 'insert-nodes',
  },
  {
    to: 'aurora-cluster',
    level: 'impossible',
    why: 'A stream cannot write rows. A function that reads it can.',
    instead: ['lambda', 'rds-proxy', 'aurora-cluster'],
  },
]);
