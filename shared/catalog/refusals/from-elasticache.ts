import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromElasticache = refusalsFrom<Kind>('elasticache', [
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'ElastiCache does not read from what stands behind it; the application fills it.',
    instead: ['lambda', 'dynamodb-table'],
    path: 'standalone',
    alternative: 'A dax-cluster, which reads the table itself',
  },
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'ElastiCache does not read from what stands behind it; the application fills it.',
    instead: ['lambda', 'rds-instance'],
    path: 'standalone',
  },
]);
