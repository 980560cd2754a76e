import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromSnsTopic = refusalsFrom<Kind>('sns-topic', [
  {
    to: 'state-machine',
    level: 'impossible',
    why: 'SNS has no Step Functions subscription.',
    instead: ['lambda', 'state-machine'],
    alternative: 'sqs-queue -> pipe -> state-machine',
    autofix: 'insert-nodes',
  },
  {
    to: 'kinesis-stream',
    level: 'impossible',
    why: 'SNS delivers to Firehose but not to Kinesis Data Streams.',
    instead: ['lambda', 'kinesis-stream'],
    alternative: 'firehose',
  },
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'SNS cannot write items.',
    instead: ['lambda', 'dynamodb-table'],
    autofix: 'insert-nodes',
  },
  {
    to: 'event-bus',
    level: 'impossible',
    why: 'SNS cannot publish to an event bus.',
    instead: ['lambda', 'event-bus'],
    autofix: 'insert-nodes',
  },
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'SNS cannot write objects; Firehose archives messages.',
    instead: ['firehose', 's3-bucket'],
    autofix: 'insert-nodes',
  },
  {
    to: 'lambda',
    level: 'conditional',
    why: 'A FIFO topic delivers to SQS queues only.',
    when: ({ source }) => source('fifoTopic') === true,
    instead: ['sqs-queue', 'lambda'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sqs-queue',
    level: 'conditional',
    why: 'A standard topic cannot deliver to a FIFO queue; make the topic FIFO.',
    when: ({ source, target }) => !(source('fifoTopic') === true) && target('fifoQueue') === true,
    instead: [],
    alternative: 'make the topic FIFO',
  },
  {
    to: 'sns-topic',
    level: 'impossible',
    why: 'A topic cannot subscribe to another topic.',
    instead: ['lambda', 'sns-topic'],
    alternative: 'publish to both',
  },
  {
    to: 'pipe',
    level: 'impossible',
    why: 'A topic pushes its messages, and a pipe polls; let a queue subscribe that feeds the pipe.',
    instead: ['sqs-queue', 'pipe'],
    autofix: 'insert-nodes',
  },
  {
    to: 'fargate-service',
    level: 'impossible',
    why: 'SNS cannot start tasks; let workers poll a subscribed queue.',
    instead: ['sqs-queue', 'fargate-service'],
    autofix: 'insert-nodes',
  },
]);
