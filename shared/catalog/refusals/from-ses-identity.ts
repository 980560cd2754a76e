import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromSesIdentity = refusalsFrom<Kind>('ses-identity', [
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'SES tells topics, Firehose streams and the default bus of its mails, not queues; let the queue subscribe to a topic.',
    instead: ['sns-topic', 'sqs-queue'],
    autofix: 'insert-nodes',
  },
  {
    to: 'kinesis-stream',
    level: 'impossible',
    why: 'SES puts its events into a Firehose stream, not into a Kinesis data stream.',
    instead: ['firehose'],
    path: 'replace-target',
  },
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'SES cannot write items; let it hand the mail to a function that does.',
    instead: ['lambda', 'dynamodb-table'],
    autofix: 'insert-nodes',
  },
]);
