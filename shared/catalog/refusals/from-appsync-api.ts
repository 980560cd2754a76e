import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromAppsyncApi = refusalsFrom<Kind>('appsync-api', [
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'AppSync sends SQL through the Data API, which Aurora clusters have and RDS instances do not.',
    instead: ['lambda', 'rds-proxy', 'rds-instance'],
    autofix: 'insert-nodes',
  },
  {
    to: 'elasticache',
    level: 'impossible',
    why: 'A cache is inside a VPC, which AppSync cannot enter.',
    instead: ['lambda', 'elasticache'],
    autofix: 'insert-nodes',
  },
  {
    to: 'alb',
    level: 'conditional',
    why: 'AppSync calls public addresses only, and an internal load balancer has none. A function inside the VPC can call it.',
    when: ({ target }) => target('scheme') === 'internal',
    instead: ['lambda', 'alb'],
    autofix: 'insert-nodes',
  },
]);
