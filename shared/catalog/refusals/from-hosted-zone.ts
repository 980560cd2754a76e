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
]);
