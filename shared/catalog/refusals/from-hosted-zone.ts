import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromHostedZone = refusalsFrom<Kind>('hosted-zone', [
  {
    to: 'lambda',
    level: 'impossible',
    why: 'Function URLs cannot be an alias target and reject foreign host names.',
    instead: ['cloudfront', 'lambda'],
    autofix: 'insert-nodes',
  },
  {
    to: 'fargate-service',
    level: 'impossible',
    why: 'Tasks have no lasting address that a record could lead to; a load balancer has.',
    instead: ['alb', 'fargate-service'],
    autofix: 'insert-nodes',
  },
]);
