import { connectionsFrom } from '../connection.ts';
import { backup } from '../mechanisms/backup.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { notification } from '../mechanisms/notification.mechanism.ts';
import { replication } from '../mechanisms/replication.mechanism.ts';
import { days, list } from '../property.ts';
import type { Kind } from '../services/index.ts';

/** A resource that the plan backs up; the role has AWS's own policies for backups. */
const backsUp = (actions: readonly string[], by: 'plan' | 'plan-with-versions' = 'plan') =>
  backup({
    label: 'backs up',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        side: 'service-role',
        actions,
        resources: ['{target.arn}'],
        principal: 'backup.amazonaws.com',
        byMechanism: true,
      },
    ],
    docs: 'AWS Backup feature availability',
    options: { by },
  });

export const fromBackupPlan = connectionsFrom<Kind>('backup-plan', {
  'dynamodb-table': backsUp([
    'dynamodb:StartAwsBackupJob',
    'dynamodb:DescribeBackup',
    'dynamodb:DeleteBackup',
    'dynamodb:DescribeTable',
  ]),
  'rds-instance': backsUp(['rds:CreateDBSnapshot', 'rds:DescribeDBSnapshots']),
  'aurora-cluster': backsUp(['rds:CreateDBClusterSnapshot', 'rds:DescribeDBClusterSnapshots']),
  's3-bucket': backsUp(
    [
      's3:GetInventoryConfiguration',
      's3:PutInventoryConfiguration',
      's3:GetBucketVersioning',
      's3:GetObject',
      's3:GetObjectVersion',
      's3:ListBucketVersions',
      's3:GetBucketNotification',
      's3:PutBucketNotification',
    ],
    'plan-with-versions',
  ),
  region: replication({
    label: 'copies backups to',
    delivery: 'async',
    properties: {
      deleteAfterDays: days({
        min: 1,
        max: 36_500,
        help: 'How long the copy is kept; empty: for ever.',
      }),
    },
    explain: 'Each backup is copied to a vault of the other Region when it is done.',
    docs: 'Creating backup copies across AWS Regions',
    options: { by: 'plan' },
  }),
  'sns-topic': notification({
    label: 'notifies',
    delivery: 'async',
    properties: {
      events: list({
        default: ['BACKUP_JOB_FAILED'],
        help: 'What is told, such as BACKUP_JOB_COMPLETED, BACKUP_JOB_FAILED, RESTORE_JOB_COMPLETED, COPY_JOB_FAILED.',
      }),
    },
    statements: [
      {
        side: 'target-policy',
        actions: ['sns:Publish'],
        resources: ['{target.arn}'],
        principal: 'backup.amazonaws.com',
        conditions: { StringEquals: { 'aws:SourceAccount': '{account}' } },
      },
    ],
    docs: 'Notification options with AWS Backup',
    options: { by: 'vault' },
  }),
  'event-bus': eventSource({
    variant: 'service-events',
    label: 'publishes job events to',
    delivery: 'async',
    properties: {
      detailTypes: list({ help: 'Backup Job State Change, Restore Job State Change.' }),
    },
    docs: 'Monitoring AWS Backup events using Amazon EventBridge',
  }),
  'efs-file-system': backsUp(['elasticfilesystem:Backup', 'elasticfilesystem:DescribeTags']),
});
