import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromNlb = refusalsFrom<Kind>('nlb', [
  {
    to: 'lambda',
    level: 'impossible',
    why: 'Only Application Load Balancers can call functions.',
    instead: ['alb', 'lambda'],
    autofix: 'insert-nodes',
  },
]);
