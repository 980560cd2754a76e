import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromRestApi = refusalsFrom<Kind>('rest-api', [
  {
    to: 'lambda-edge',
    level: 'impossible',
    why: 'API Gateway cannot run Lambda@Edge; edge functions belong to a CloudFront distribution in front of the API.',
    instead: ['lambda-edge', 'cloudfront', 'rest-api'],
    path: 'standalone',
    alternative: 'lambda',
  },
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'API Gateway cannot open database connections.',
    instead: ['lambda', 'rds-proxy', 'rds-instance'],
    autofix: 'insert-nodes',
  },
  {
    to: 'client',
    level: 'impossible',
    why: 'REST is request and response; the server cannot push. Use a WebSocket API or AppSync subscriptions.',
    instead: ['websocket-api', 'client'],
    path: 'standalone',
  },
  {
    to: 'subnet',
    level: 'impossible',
    why: 'API Gateway is never placed in a subnet; private access works through an execute-api endpoint.',
    instead: ['vpc-endpoint', 'rest-api'],
    path: 'standalone',
  },
]);
