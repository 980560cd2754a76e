import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromDaxCluster = refusalsFrom<Kind>('dax-cluster', [
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'DAX caches DynamoDB only. For SQL results a function puts what it read into ElastiCache.',
    instead: ['lambda', 'elasticache'],
    path: 'standalone',
  },
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'DAX caches DynamoDB only. In front of a bucket stands CloudFront.',
    instead: ['cloudfront', 's3-bucket'],
    path: 'standalone',
  },
]);
