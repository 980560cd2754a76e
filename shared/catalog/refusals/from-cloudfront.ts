import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromCloudfront = refusalsFrom<Kind>('cloudfront', [
  {
    to: 'rest-api',
    level: 'conditional',
    why: 'A private REST API has no public name that CloudFront could use; make it REGIONAL.',
    when: ({ target }) => target('endpointType') === 'PRIVATE',
    instead: [],
    alternative:
      'A VPC origin to an internal load balancer that forwards to the execute-api endpoint.',
  },
  {
    to: 'dynamodb-table',
    level: 'impossible',
    why: 'CloudFront speaks HTTP to an origin; DynamoDB needs signed API calls, so a compute layer is required.',
    instead: ['http-api', 'lambda', 'dynamodb-table'],
  },
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'A database does not speak HTTP and cannot be an origin.',
    instead: ['http-api', 'lambda', 'rds-proxy', 'rds-instance'],
  },
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'A queue is not an HTTP origin.',
    instead: ['http-api', 'sqs-queue'],
  },
  {
    to: 'sns-topic',
    level: 'impossible',
    why: 'A topic is not an HTTP origin.',
    instead: ['rest-api', 'sns-topic'],
  },
  {
    to: 'state-machine',
    level: 'impossible',
    why: 'A state machine is not an HTTP origin.',
    instead: ['http-api', 'state-machine'],
  },
  {
    to: 'cognito-user-pool',
    level: 'impossible',
    why: 'CloudFront cannot use a user pool as authorizer.',
    instead: ['http-api', 'cognito-user-pool'],
    alternative: 'http-api with JWT authorizer, or sign-in code in lambda-edge',
  },
  {
    to: 'vpc',
    level: 'impossible',
    why: 'A distribution is global and is never placed in a VPC; it calls a function by its URL, and the function may stand in a subnet.',
    instead: ['lambda', 'subnet', 'vpc'],
    alternative: 'A VPC origin leads to a private load balancer.',
  },
  {
    to: 'fargate-service',
    level: 'impossible',
    why: 'Tasks come and go and have no lasting name; a load balancer has to stand in front of them.',
    instead: ['alb', 'fargate-service'],
    autofix: 'insert-nodes',
  },
]);
