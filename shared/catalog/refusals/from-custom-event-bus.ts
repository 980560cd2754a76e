import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

const delivers =
  'A Custom Event Bus delivers through a subscriber, which filters its events and has one target.';

export const refusedFromCustomEventBus = refusalsFrom<Kind>('custom-event-bus', [
  {
    to: 'lambda',
    level: 'missing-node',
    why: delivers,
    instead: ['event-subscriber', 'lambda'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sqs-queue',
    level: 'missing-node',
    why: delivers,
    instead: ['event-subscriber', 'sqs-queue'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sns-topic',
    level: 'missing-node',
    why: delivers,
    instead: ['event-subscriber', 'sns-topic'],
    autofix: 'insert-nodes',
  },
  {
    to: 'state-machine',
    level: 'missing-node',
    why: delivers,
    instead: ['event-subscriber', 'state-machine'],
    autofix: 'insert-nodes',
  },
  {
    to: 'kinesis-stream',
    level: 'missing-node',
    why: delivers,
    instead: ['event-subscriber', 'kinesis-stream'],
    autofix: 'insert-nodes',
  },
  {
    to: 'firehose',
    level: 'missing-node',
    why: delivers,
    instead: ['event-subscriber', 'firehose'],
    autofix: 'insert-nodes',
  },
  {
    to: 'event-rule',
    level: 'impossible',
    why: 'Rules belong to classic buses; a Custom Event Bus has subscribers.',
    instead: ['event-subscriber'],
    path: 'replace-target',
  },
]);
