import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromLambda = refusalsFrom<Kind>('lambda', [
  {
    to: 'cloudfront-function',
    level: 'impossible',
    why: 'Nothing invokes a CloudFront Function except a viewer event of its distribution.',
    instead: ['cloudfront'],
    path: 'replace-target',
  },
  {
    to: 'event-rule',
    level: 'missing-node',
    why: 'Code puts events on a bus; the rule then matches them.',
    instead: ['event-bus', 'event-rule'],
    autofix: 'insert-nodes',
  },
  {
    to: 'rds-instance',
    level: 'conditional',
    why: 'A function outside a VPC cannot reach a private database; attach it to private subnets.',
    when: ({ sourceInVpc }) => !sourceInVpc,
    instead: ['rds-proxy', 'rds-instance'],
    alternative: 'attach the function to private subnets of the VPC first',
  },
  {
    to: 'pipe',
    level: 'impossible',
    why: 'A pipe reads queues and streams, and a function is neither; let it send to a queue that feeds the pipe.',
    instead: ['sqs-queue', 'pipe'],
    autofix: 'insert-nodes',
  },
]);
