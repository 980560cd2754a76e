import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromLogGroup = refusalsFrom<Kind>('log-group', [
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'Subscription filters deliver to Lambda, Kinesis, Firehose or OpenSearch.',
    instead: ['lambda', 'sqs-queue'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sns-topic',
    level: 'impossible',
    why: 'Log events cannot be published to a topic; a metric filter and an alarm can notify it.',
    instead: ['cloudwatch-alarm', 'sns-topic'],
    autofix: 'insert-nodes',
  },
  {
    to: 'event-bus',
    level: 'impossible',
    why: 'Log events are not sent to EventBridge.',
    instead: ['lambda', 'event-bus'],
    autofix: 'insert-nodes',
  },
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'Subscription filters do not write items.',
    instead: ['lambda', 'dynamodb-table'],
    autofix: 'insert-nodes',
  },
  {
    to: 'opensearch',
    level: 'missing-node',
    why: 'A subscription of a log group delivers to functions and streams, not to OpenSearch itself; the console makes a function for it. Firehose in between delivers without code.',
    instead: ['firehose', 'opensearch'],
    autofix: 'insert-nodes',
  },
]);
