import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromAlb = refusalsFrom<Kind>('alb', [
  {
    to: 'lambda-edge',
    level: 'impossible',
    why: 'Lambda@Edge functions run on events of CloudFront only; take an ordinary function as target.',
    instead: ['lambda'],
    path: 'replace-target',
  },
  {
    to: 'state-machine',
    level: 'impossible',
    why: 'A load balancer forwards to instances, addresses and functions only.',
    instead: ['lambda', 'state-machine'],
    autofix: 'insert-nodes',
  },
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'A load balancer hands on HTTP requests; it cannot send messages.',
    instead: ['lambda', 'sqs-queue'],
    alternative: 'A REST API sends to a queue without any code.',
    autofix: 'insert-nodes',
  },
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'A load balancer hands on HTTP requests; it cannot call DynamoDB.',
    instead: ['lambda', 'dynamodb-table'],
    autofix: 'insert-nodes',
  },
  {
    to: 'rest-api',
    level: 'impossible',
    why: 'A load balancer cannot have an API as target. It can have the addresses of the endpoint through which a private API is reached.',
    instead: ['vpc-endpoint', 'rest-api'],
  },
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'An Application Load Balancer understands HTTP and no database protocol; connections to databases are shared out by RDS Proxy.',
    instead: ['lambda', 'rds-proxy', 'rds-instance'],
    autofix: 'insert-nodes',
  },
  {
    to: 's3-bucket',
    level: 'wrong-purpose',
    why: 'A load balancer writes its access logs to a bucket, but cannot serve what is in one. CloudFront serves files from a bucket.',
    instead: ['cloudfront', 's3-bucket'],
    path: 'standalone',
    allowedVariants: ['alb--s3-bucket'],
  },
  {
    to: 'cloudfront',
    level: 'wrong-direction',
    why: 'The distribution stands in front: viewers ask CloudFront, and the load balancer is its origin.',
    instead: ['cloudfront', 'alb'],
    path: 'standalone',
  },
  {
    to: 'nlb',
    level: 'wrong-direction',
    why: 'An Application Load Balancer cannot forward to a Network Load Balancer; the other way round works.',
    instead: ['nlb', 'alb'],
    path: 'standalone',
  },
]);
