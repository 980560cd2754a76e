import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromLambdaEdge = refusalsFrom<Kind>('lambda-edge', [
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'Lambda@Edge cannot be attached to a VPC, so it cannot reach a private database.',
    instead: ['cloudfront', 'http-api', 'lambda', 'rds-proxy', 'rds-instance'],
  },
  {
    to: 'subnet',
    level: 'impossible',
    why: 'Lambda@Edge functions cannot be placed in a subnet.',
    instead: ['lambda', 'subnet'],
    path: 'standalone',
  },
  {
    to: 'aurora-cluster',
    level: 'impossible',
    why: 'Lambda@Edge cannot be attached to a VPC, so it cannot reach the cluster.',
    instead: ['cloudfront', 'http-api', 'lambda', 'rds-proxy', 'aurora-cluster'],
    path: 'standalone',
  },
  {
    to: 'elasticache',
    level: 'impossible',
    why: 'Lambda@Edge cannot be attached to a VPC, and caches are inside one.',
    instead: ['cloudfront', 'http-api', 'lambda', 'elasticache'],
    path: 'standalone',
  },
  {
    to: 'dax-cluster',
    level: 'impossible',
    why: 'A DAX cluster is reachable inside its VPC only, which Lambda@Edge cannot join. Ask the table itself.',
    instead: ['lambda-edge', 'dynamodb-table'],
    path: 'standalone',
  },
]);
