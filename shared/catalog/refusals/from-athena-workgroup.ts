import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromAthenaWorkgroup = refusalsFrom<Kind>('athena-workgroup', [
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'Athena queries files, or other sources through a federated connector function, but no tables of DynamoDB directly.',
    instead: ['lambda', 'dynamodb-table'],
    alternative: 'Export the table to a bucket and query the files.',
  },
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'Athena reaches databases through a federated connector function.',
    instead: ['lambda', 'rds-instance'],
    autofix: 'insert-nodes',
  },
]);
