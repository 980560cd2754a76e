import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromCloudwatchAlarm = refusalsFrom<Kind>('cloudwatch-alarm', [
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'An alarm cannot send to a queue.',
    instead: ['sns-topic', 'sqs-queue'],
    autofix: 'insert-nodes',
  },
  {
    to: 'state-machine',
    level: 'impossible',
    why: 'An alarm cannot start a workflow; its state change event can.',
    instead: ['event-bus', 'event-rule', 'state-machine'],
    autofix: 'insert-nodes',
  },
  {
    to: 'user',
    level: 'impossible',
    why: 'Alarms notify people through a topic.',
    instead: ['sns-topic', 'user'],
    autofix: 'insert-nodes',
  },
  {
    to: 'external-endpoint',
    level: 'impossible',
    why: 'Alarms call no HTTP endpoints.',
    instead: ['sns-topic', 'external-endpoint'],
    autofix: 'insert-nodes',
  },
  {
    to: 'ses-identity',
    level: 'impossible',
    why: 'Alarms do not send mail through SES.',
    instead: ['sns-topic'],
    path: 'replace-target',
  },
]);
