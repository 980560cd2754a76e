import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromAppAutoScaling = refusalsFrom<Kind>('app-auto-scaling', [
  {
    to: 'ec2-instance',
    level: 'impossible',
    why: 'Application Auto Scaling does not scale single instances; EC2 Auto Scaling groups do.',
    instead: ['fargate-service'],
    path: 'replace-target',
  },
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'RDS instances scale storage only; use Aurora readers or Serverless v2.',
    instead: ['aurora-cluster'],
    path: 'replace-target',
  },
  {
    to: 'rest-api',
    level: 'impossible',
    why: 'API Gateway scales by itself.',
    instead: [],
    alternative: 'nothing to scale; a higher throttling quota where the present one is too low',
  },
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'SQS scales by itself; scale the consumers.',
    instead: ['fargate-service'],
    path: 'replace-target',
  },
]);
