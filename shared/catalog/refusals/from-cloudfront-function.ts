import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromCloudfrontFunction = refusalsFrom<Kind>('cloudfront-function', [
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'CloudFront Functions have no network access, so they cannot call DynamoDB; small lookup data goes into a CloudFront KeyValueStore.',
    instead: ['lambda-edge', 'dynamodb-table'],
    path: 'standalone',
  },
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'CloudFront Functions have no network access and cannot read objects.',
    instead: ['lambda-edge', 's3-bucket'],
    path: 'standalone',
  },
  {
    to: 'external-endpoint',
    level: 'impossible',
    why: 'CloudFront Functions cannot open network connections.',
    instead: ['lambda-edge', 'external-endpoint'],
    path: 'standalone',
  },
  {
    to: 'lambda',
    level: 'impossible',
    why: 'CloudFront Functions cannot invoke other functions.',
    instead: ['cloudfront', 'lambda'],
  },
  {
    to: 'cognito-user-pool',
    level: 'impossible',
    why: 'A CloudFront Function can check a JWT signature in its own code but cannot call Cognito.',
    instead: ['cloudfront', 'http-api', 'cognito-user-pool'],
  },
  {
    to: 'secret',
    level: 'impossible',
    why: 'CloudFront Functions cannot call Secrets Manager.',
    instead: ['lambda-edge', 'secret'],
    path: 'standalone',
  },
  {
    to: 'rest-api',
    level: 'impossible',
    why: 'CloudFront Functions run on a distribution; they are not a client or an extension of API Gateway.',
    instead: ['cloudfront', 'rest-api'],
  },
]);
