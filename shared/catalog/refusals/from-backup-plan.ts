import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromBackupPlan = refusalsFrom<Kind>('backup-plan', [
  {
    to: 'elasticache',
    level: 'impossible',
    why: 'AWS Backup does not cover ElastiCache; use its snapshots.',
    instead: [],
    alternative: 'automatic or manual snapshots of the cache',
  },
  {
    to: 'opensearch',
    level: 'impossible',
    why: 'AWS Backup does not cover OpenSearch; use its snapshots to S3.',
    instead: ['s3-bucket'],
    path: 'replace-target',
  },
  {
    to: 'redshift',
    level: 'conditional',
    why: 'The plan backs up provisioned clusters by their ARN; Redshift Serverless keeps recovery points of the last 24 hours by itself.',
    when: ({ target }) => target('deployment') !== 'provisioned',
    instead: [],
    alternative: 'manual snapshots of the namespace, which a schedule can make',
  },
  {
    to: 'dax-cluster',
    level: 'impossible',
    why: 'DAX is a cache; back up the table.',
    instead: ['dynamodb-table'],
    path: 'replace-target',
  },
  {
    to: 'sqs-queue',
    level: 'impossible',
    why: 'Queues cannot be backed up.',
    instead: ['s3-bucket'],
    path: 'replace-target',
  },
  {
    to: 'lambda',
    level: 'impossible',
    why: 'AWS Backup does not store functions; keep code in version control (CloudFormation stacks can be backed up).',
    instead: ['s3-bucket'],
    path: 'replace-target',
  },
]);
