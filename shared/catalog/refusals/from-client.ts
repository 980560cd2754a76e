import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromClient = refusalsFrom<Kind>('client', [
  {
    to: 'lambda-edge',
    level: 'impossible',
    why: 'Clients never call Lambda@Edge; CloudFront calls it for their requests.',
    instead: ['cloudfront'],
    path: 'replace-target',
  },
  {
    to: 'rds-proxy',
    level: 'impossible',
    why: 'RDS Proxy is reachable only inside its VPC.',
    instead: ['http-api', 'lambda', 'rds-proxy'],
  },
  {
    to: 'rds-instance',
    level: 'discouraged',
    why: 'Clients must not reach a database directly; put an API and a function before it.',
    instead: ['http-api', 'lambda', 'rds-proxy', 'rds-instance'],
  },
  {
    to: 'state-machine',
    level: 'discouraged',
    why: 'Start workflows through an API, so that authentication and throttling apply.',
    instead: ['http-api', 'state-machine'],
  },
  {
    to: 'event-rule',
    level: 'impossible',
    why: 'Clients put events on a bus (through an API); rules only filter them.',
    instead: ['http-api', 'event-bus', 'event-rule'],
  },
  {
    to: 'nat-gateway',
    level: 'impossible',
    why: 'A NAT gateway allows outgoing connections only; inbound traffic needs a load balancer or an API.',
    instead: ['http-api', 'lambda'],
    path: 'replace-target',
    alternative: 'In front of servers or containers stands an Application Load Balancer.',
  },
  {
    to: 'secret',
    level: 'discouraged',
    why: 'Secrets never go to clients.',
    instead: ['http-api', 'lambda', 'secret'],
  },
  {
    to: 'aurora-cluster',
    level: 'discouraged',
    why: 'Clients must not reach a database directly: whoever has the app would have its password.',
    instead: ['http-api', 'lambda', 'rds-proxy', 'aurora-cluster'],
  },
  {
    to: 'elasticache',
    level: 'impossible',
    why: 'Caches are reachable inside their VPC only.',
    instead: ['http-api', 'lambda', 'elasticache'],
  },
  {
    to: 'dax-cluster',
    level: 'impossible',
    why: 'A DAX cluster is reachable inside its VPC only.',
    instead: ['http-api', 'lambda', 'dax-cluster'],
  },
  {
    to: 'fargate-service',
    level: 'discouraged',
    why: 'Each task has another address, and gets a new one when it starts anew; a load balancer gives the service one name.',
    instead: ['alb', 'fargate-service'],
    autofix: 'insert-nodes',
  },
]);
