import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromEventBus = refusalsFrom<Kind>('event-bus', [
  {
    to: 'lambda',
    level: 'missing-node',
    why: 'A bus delivers nothing by itself; a rule selects events and names the target.',
    instead: ['event-rule', 'lambda'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sqs-queue',
    level: 'missing-node',
    why: 'A bus delivers nothing by itself; a rule selects events and names the target.',
    instead: ['event-rule', 'sqs-queue'],
    autofix: 'insert-nodes',
    allowedVariants: ['event-bus--sqs-queue--dead-letter'],
  },
  {
    to: 'sns-topic',
    level: 'missing-node',
    why: 'A bus delivers nothing by itself; a rule selects events and names the target.',
    instead: ['event-rule', 'sns-topic'],
    autofix: 'insert-nodes',
  },
  {
    to: 'state-machine',
    level: 'missing-node',
    why: 'A bus delivers nothing by itself; a rule selects events and names the target.',
    instead: ['event-rule', 'state-machine'],
    autofix: 'insert-nodes',
  },
  {
    to: 'kinesis-stream',
    level: 'missing-node',
    why: 'A bus delivers nothing by itself; a rule selects events and names the target.',
    instead: ['event-rule', 'kinesis-stream'],
    autofix: 'insert-nodes',
  },
  {
    to: 'firehose',
    level: 'missing-node',
    why: 'A bus delivers nothing by itself; a rule selects events and names the target.',
    instead: ['event-rule', 'firehose'],
    autofix: 'insert-nodes',
  },
  {
    to: 'rest-api',
    level: 'missing-node',
    why: 'A bus delivers nothing by itself; a rule selects events and names the target.',
    instead: ['event-rule', 'rest-api'],
    autofix: 'insert-nodes',
  },
  {
    to: 'pipe',
    level: 'impossible',
    why: 'A bus can be the target of a pipe, never its source; let a rule send to a queue that feeds the pipe.',
    instead: ['event-rule', 'sqs-queue', 'pipe'],
    autofix: 'insert-nodes',
  },
  {
    to: 'api-destination',
    level: 'missing-node',
    why: 'A bus delivers nothing by itself; a rule selects events and names the target.',
    instead: ['event-rule', 'api-destination'],
    autofix: 'insert-nodes',
  },
  {
    to: 'fargate-service',
    level: 'missing-node',
    why: 'A bus delivers nothing by itself; a rule selects events and names the target.',
    instead: ['event-rule', 'fargate-service'],
    autofix: 'insert-nodes',
  },
]);
