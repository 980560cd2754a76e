import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromSqsQueue = refusalsFrom<Kind>('sqs-queue', [
  {
    to: 'lambda-edge',
    level: 'impossible',
    why: 'Lambda@Edge has no event sources except CloudFront.',
    instead: ['lambda'],
    path: 'replace-target',
  },
  {
    to: 'state-machine',
    level: 'impossible',
    why: 'A queue does not push; a pipe or a function must read it and start the workflow.',
    instead: ['pipe', 'state-machine'],
    autofix: 'insert-nodes',
  },
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'A queue cannot write items.',
    instead: ['lambda', 'dynamodb-table'],
    autofix: 'insert-nodes',
  },
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'A queue cannot write objects.',
    instead: ['lambda', 's3-bucket'],
    alternative: 'pipe -> firehose -> s3-bucket',
    autofix: 'insert-nodes',
  },
  {
    to: 'sns-topic',
    level: 'impossible',
    why: 'A queue does not push to a topic.',
    instead: ['pipe', 'sns-topic'],
    autofix: 'insert-nodes',
  },
  {
    to: 'kinesis-stream',
    level: 'impossible',
    why: 'A queue does not push to a stream.',
    instead: ['pipe', 'kinesis-stream'],
    autofix: 'insert-nodes',
  },
  {
    to: 'event-bus',
    level: 'impossible',
    why: 'A queue does not push to a bus.',
    instead: ['pipe', 'event-bus'],
    autofix: 'insert-nodes',
  },
  {
    to: 'external-endpoint',
    level: 'impossible',
    why: 'A queue cannot call HTTP endpoints.',
    instead: ['pipe', 'api-destination', 'external-endpoint'],
    autofix: 'insert-nodes',
  },
  {
    to: 'rest-api',
    level: 'impossible',
    why: 'A queue cannot call an API.',
    instead: ['pipe', 'rest-api'],
    autofix: 'insert-nodes',
  },
  {
    to: 'client',
    level: 'impossible',
    why: 'Browsers do not receive messages from a queue; push over WebSocket or GraphQL subscriptions.',
    instead: ['lambda', 'websocket-api', 'client'],
  },
  {
    to: 'subnet',
    level: 'impossible',
    why: 'SQS is a regional service outside your VPC; use an interface endpoint.',
    instead: ['vpc-endpoint', 'sqs-queue'],
    path: 'standalone',
  },
]);
