import { connectionsFrom } from '../connection.ts';
import { type Backup, backup } from '../mechanisms/backup.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { notification } from '../mechanisms/notification.mechanism.ts';
import { replication } from '../mechanisms/replication.mechanism.ts';
import { days, list } from '../property.ts';
import type { Kind } from '../services/index.ts';

/** A resource that the plan backs up; the role has AWS's own policies for backups. */
const backsUp = (
  actions: readonly string[],
  by: Backup['by'] = 'plan',
  { explain, refuses }: { readonly explain?: string; readonly refuses?: Backup['refuses'] } = {},
) =>
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
    ...(explain === undefined ? {} : { explain }),
    docs: 'AWS Backup feature availability',
    options: { by, ...(refuses === undefined ? {} : { refuses }) },
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
  'ec2-instance': backsUp(
    ['ec2:CreateImage', 'ec2:CreateSnapshot', 'ec2:CreateTags', 'ec2:DescribeInstances'],
    'plan',
    {
      explain:
        'The backup is an image of the instance with all its disks, from which a new instance can be started.',
    },
  ),
  redshift: backsUp(
    ['redshift:CreateClusterSnapshot', 'redshift:DescribeClusterSnapshots'],
    'plan',
    {
      explain:
        'The backup is a manual snapshot of the cluster, which the plan also deletes when its time is up.',
      refuses: ({ node, read }) =>
        read('deployment') === 'provisioned'
          ? undefined
          : `"${node.name}" is serverless, and the plan backs up provisioned clusters: remove the arrow, or set its deployment to provisioned.`,
    },
  ),
  'efs-file-system': backsUp(['elasticfilesystem:Backup', 'elasticfilesystem:DescribeTags']),
});
