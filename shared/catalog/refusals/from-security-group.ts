import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromSecurityGroup = refusalsFrom<Kind>('security-group', [
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'Security groups protect network interfaces; a bucket has policies instead.',
    instead: ['vpc-endpoint', 's3-bucket'],
  },
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'Security groups protect network interfaces; a table has IAM policies instead.',
    instead: ['vpc-endpoint', 'dynamodb-table'],
  },
  {
    to: 'rest-api',
    level: 'impossible',
    why: 'An API has no network interface; protect the execute-api endpoint instead.',
    instead: ['vpc-endpoint', 'rest-api'],
  },
]);
