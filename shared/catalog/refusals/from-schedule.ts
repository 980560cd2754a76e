import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromSchedule = refusalsFrom<Kind>('schedule', [
  {
    to: 'external-endpoint',
    level: 'impossible',
    why: 'Scheduler calls AWS APIs only.',
    instead: ['event-bus', 'event-rule', 'api-destination', 'external-endpoint'],
    alternative: 'lambda',
    autofix: 'insert-nodes',
  },
  {
    to: 'rest-api',
    level: 'impossible',
    why: 'Scheduler calls AWS service APIs, not your API.',
    instead: ['lambda', 'rest-api'],
    autofix: 'insert-nodes',
  },
  {
    to: 'pipe',
    level: 'impossible',
    why: 'A schedule cannot feed a pipe; let it send to a queue that feeds the pipe.',
    instead: ['sqs-queue', 'pipe'],
    autofix: 'insert-nodes',
  },
]);
