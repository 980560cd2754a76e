import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromHttpApi = refusalsFrom<Kind>('http-api', [
  {
    to: 'lambda-edge',
    level: 'impossible',
    why: 'API Gateway cannot run Lambda@Edge; put your own distribution in front of the API.',
    instead: ['lambda-edge', 'cloudfront', 'http-api'],
    path: 'standalone',
  },
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'API Gateway cannot open database connections.',
    instead: ['lambda', 'rds-proxy', 'rds-instance'],
    autofix: 'insert-nodes',
  },
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'HTTP APIs have no DynamoDB integration.',
    instead: ['lambda', 'dynamodb-table'],
    alternative: 'rest-api',
    autofix: 'insert-nodes',
  },
  {
    to: 'sns-topic',
    level: 'impossible',
    why: 'HTTP APIs have no SNS integration.',
    instead: ['lambda', 'sns-topic'],
    alternative: 'rest-api',
    autofix: 'insert-nodes',
  },
  {
    to: 's3-bucket',
    level: 'impossible',
    why: 'HTTP APIs have no S3 integration; hand out presigned URLs.',
    instead: ['lambda', 's3-bucket'],
    alternative: 'rest-api',
    autofix: 'insert-nodes',
  },
  {
    to: 'firehose',
    level: 'impossible',
    why: 'HTTP APIs have no Firehose integration.',
    instead: ['kinesis-stream', 'firehose'],
    alternative: 'rest-api',
  },
  {
    to: 'xray',
    level: 'impossible',
    why: 'HTTP APIs do not send X-Ray traces; the function behind the API can.',
    instead: ['lambda', 'xray'],
    autofix: 'insert-nodes',
  },
  {
    to: 'aurora-cluster',
    level: 'impossible',
    why: 'API Gateway cannot open database connections.',
    instead: ['lambda', 'rds-proxy', 'aurora-cluster'],
    autofix: 'insert-nodes',
  },
  {
    to: 'ses-identity',
    level: 'impossible',
    why: 'An HTTP API calls only a few services directly, and SES is none of them; let it invoke a function that sends.',
    instead: ['lambda', 'ses-identity'],
    autofix: 'insert-nodes',
  },
]);
