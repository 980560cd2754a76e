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
  {
    to: 'cognito-identity-pool',
    level: 'impossible',
    why: 'An identity pool hands out AWS credentials and checks nothing for an API. Use a user pool as the authorizer, or let the routes ask for IAM and the pool allow its users to call them.',
    instead: ['cognito-user-pool'],
    path: 'replace-target',
  },
  {
    to: 'identity-provider',
    level: 'impossible',
    why: 'REST APIs check tokens of Cognito user pools only. Check others in a Lambda authorizer, or take an HTTP API, which checks tokens of any OIDC provider.',
    instead: ['lambda'],
    path: 'replace-target',
    alternative: 'A Lambda authorizer on the REST API, or an HTTP API with a JWT authorizer.',
  },
  {
    to: 'elasticache',
    level: 'impossible',
    why: 'API Gateway cannot talk to a cache. It has a cache of its own for each stage; a function can use this one.',
    instead: ['lambda', 'elasticache'],
  },
  {
    to: 'dax-cluster',
    level: 'impossible',
    why: 'API Gateway does not speak the protocol of DAX. A function does.',
    instead: ['lambda', 'dax-cluster'],
  },
  {
    to: 'alb',
    level: 'conditional',
    why: 'An internal load balancer has no public address, and API Gateway lives outside the VPC; a VPC link leads inside.',
    when: ({ target }) => target('scheme') === 'internal',
    instead: ['vpc-link', 'alb'],
    autofix: 'insert-nodes',
  },
  {
    to: 'nlb',
    level: 'conditional',
    why: 'An internal load balancer has no public address, and API Gateway lives outside the VPC; a VPC link leads inside.',
    when: ({ target }) => target('scheme') === 'internal',
    instead: ['vpc-link', 'nlb'],
    autofix: 'insert-nodes',
  },
  {
    to: 'fargate-service',
    level: 'impossible',
    why: 'API Gateway reaches tasks through a VPC link and a load balancer.',
    instead: ['vpc-link', 'alb', 'fargate-service'],
    autofix: 'insert-nodes',
  },
]);
