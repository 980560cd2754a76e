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
]);
