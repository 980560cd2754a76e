import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromDynamodbTable = refusalsFrom<Kind>('dynamodb-table', [
  {
    to: 'sns-topic',
    level: 'wrong-purpose',
    why: 'A DynamoDB stream is read by Lambda or a pipe; it cannot publish itself.',
    instead: ['pipe', 'sns-topic'],
    alternative: 'lambda',
    autofix: 'insert-nodes',
    allowedVariants: ['dynamodb-table--sns-topic--mapping-on-failure'],
  },
  {
    to: 'sqs-queue',
    level: 'wrong-purpose',
    why: 'A DynamoDB stream cannot push to a queue.',
    instead: ['pipe', 'sqs-queue'],
    autofix: 'insert-nodes',
    allowedVariants: ['dynamodb-table--sqs-queue--mapping-on-failure'],
  },
  {
    to: 'event-bus',
    level: 'impossible',
    why: 'DynamoDB publishes no item changes to EventBridge.',
    instead: ['pipe', 'event-bus'],
    autofix: 'insert-nodes',
  },
  {
    to: 'state-machine',
    level: 'impossible',
    why: 'DynamoDB cannot start a workflow.',
    instead: ['pipe', 'state-machine'],
    autofix: 'insert-nodes',
  },
  {
    to: 'firehose',
    level: 'impossible',
    why: 'DynamoDB streams to Kinesis Data Streams, which feeds Firehose.',
    instead: ['kinesis-stream', 'firehose'],
    autofix: 'insert-nodes',
  },
  {
    to: 'subnet',
    level: 'impossible',
    why: 'DynamoDB is a regional service outside your VPC; use a gateway endpoint.',
    instead: ['vpc-endpoint', 'dynamodb-table'],
    path: 'standalone',
  },
  {
    to: 'athena-workgroup',
    level: 'impossible',
    why: 'Athena does not read tables of DynamoDB directly; export the table to S3, or let Athena ask through a federated connector function.',
    instead: ['s3-bucket', 'athena-workgroup'],
  },
  {
    to: 'elasticache',
    level: 'impossible',
    why: 'DynamoDB does not fill a cache by itself. Let a function put into the cache what the stream of the table tells it, or use DAX.',
    instead: ['lambda', 'elasticache'],
    alternative: 'A dax-cluster in front of the table',
  },
  {
    to: 'dax-cluster',
    level: 'wrong-direction',
    why: 'It is the other way round: code calls DAX, and DAX reads the table.',
    instead: ['dax-cluster', 'dynamodb-table'],
    path: 'standalone',
  },
]);
