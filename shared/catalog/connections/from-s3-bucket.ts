import { array, object, text as string } from '../../lib/typescript/syntax.ts';
import { connectionsFrom, type StatementTemplate } from '../connection.ts';
import { catalog } from '../mechanisms/catalog.mechanism.ts';
import { codeSource } from '../mechanisms/code-source.mechanism.ts';
import { dataImport } from '../mechanisms/data-import.mechanism.ts';
import { dataSource } from '../mechanisms/data-source.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { pushInvoke } from '../mechanisms/push-invoke.mechanism.ts';
import { replication } from '../mechanisms/replication.mechanism.ts';
import { choice, list, type PropertyTable, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  ingestionExplain,
  ingestionProperties,
  pipelineMay,
  pipelineWrites,
} from './shared/search-ingestion.ts';
import { watchedBy } from './shared/watched.ts';

const notification: PropertyTable = {
  events: list({
    default: ['s3:ObjectCreated:*'],
    items: choice(
      [
        's3:ObjectCreated:*',
        's3:ObjectCreated:Put',
        's3:ObjectRemoved:*',
        's3:ObjectRestore:Completed',
      ],
      { open: true },
    ),
    required: true,
    help: 'What S3 tells: s3:ObjectCreated:*, s3:ObjectRemoved:*, s3:ObjectRestore:Completed and the like.',
  }),
  prefix: text({ help: 'Only objects whose key begins like this, such as images/.' }),
  suffix: text({ help: 'Only objects whose key ends like this, such as .jpg.' }),
};

/** The target's own policy lets in this bucket of this account, and no other. */
const bucketMay = (...actions: readonly string[]): StatementTemplate => ({
  side: 'target-policy',
  actions,
  resources: ['{target.arn}'],
  principal: 's3.amazonaws.com',
  conditions: {
    ArnLike: { 'aws:SourceArn': '{source.arn}' },
    StringEquals: { 'aws:SourceAccount': '{account}' },
  },
});

export const fromS3Bucket = connectionsFrom<Kind>('s3-bucket', {
  lambda: [
    pushInvoke({
      preferred: true,
      label: 'notifies',
      delivery: 'async',
      properties: notification,
      statements: [bucketMay('lambda:InvokeFunction')],
      docs: 'Process Amazon S3 event notifications with Lambda',
      options: { cdk: 's3n.LambdaDestination' },
    }),
    codeSource({
      variant: 'code',
      label: 'holds the deployment package of',
      delivery: 'config',
      properties: {
        key: text({ required: true, maxLength: 1024, help: 'The key of the zip file.' }),
      },
      docs: 'Deploying Lambda functions as .zip file archives',
      options: { by: 'function' },
    }),
  ],
  'event-bus': eventSource({
    variant: 'service-events',
    label: 'publishes object events to',
    delivery: 'async',
    properties: {
      detailTypes: list({
        advanced: true,
        help: 'Which events matter here: Object Created, Object Deleted, Object Restore Completed, Object Tags Added and others. The bucket sends all; rules choose.',
      }),
    },
    explain:
      'The bucket sends an event for everything that happens to its objects to the default event bus. Rules there choose by bucket, key or size, and any number of them may want the same event.',
    docs: 'Using EventBridge',
  }),
  'sqs-queue': pushInvoke({
    label: 'notifies',
    delivery: 'async',
    properties: notification,
    statements: [bucketMay('sqs:SendMessage')],
    docs: 'Amazon S3 Event Notifications',
    options: {
      cdk: 's3n.SqsDestination',
      list: { name: 'QueueConfigurations', target: 'Queue' },
    },
  }),
  'sns-topic': pushInvoke({
    label: 'notifies',
    delivery: 'async',
    properties: notification,
    statements: [bucketMay('sns:Publish')],
    docs: 'Amazon S3 Event Notifications',
    options: {
      cdk: 's3n.SnsDestination',
      list: { name: 'TopicConfigurations', target: 'Topic' },
    },
  }),
  's3-bucket': [
    replication({
      variant: 'replication',
      preferred: true,
      label: 'replicates to',
      delivery: 'async',
      properties: {
        prefix: text({ default: '', help: 'Only objects whose key begins like this.' }),
        storageClass: choice(
          [
            'STANDARD',
            'STANDARD_IA',
            'ONEZONE_IA',
            'INTELLIGENT_TIERING',
            'GLACIER_IR',
            'GLACIER',
            'DEEP_ARCHIVE',
          ],
          { default: 'STANDARD', advanced: true, help: 'The storage class of the copies.' },
        ),
        deleteMarkers: yesNo({
          default: false,
          advanced: true,
          help: 'What is deleted here is deleted there as well.',
        }),
        replicationTimeControl: yesNo({
          default: false,
          advanced: true,
          help: 'Nearly all objects are copied within 15 minutes, for an extra charge.',
        }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
          resources: ['{source.arn}'],
          principal: 's3.amazonaws.com',
        },
        {
          side: 'service-role',
          actions: [
            's3:GetObjectVersionForReplication',
            's3:GetObjectVersionAcl',
            's3:GetObjectVersionTagging',
          ],
          resources: ['{source.arn}/*'],
          principal: 's3.amazonaws.com',
        },
        {
          side: 'service-role',
          actions: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'],
          resources: ['{target.arn}/*'],
          principal: 's3.amazonaws.com',
        },
      ],
      explain:
        'S3 copies every new object to the other bucket, which may be in another region. Objects that were there before stay where they are. Both buckets keep versions.',
      docs: 'Replicating objects within and across Regions',
      options: { by: 'bucket' },
    }),
    logging({
      variant: 'access-logs',
      label: 'writes server access logs to',
      delivery: 'async',
      properties: {
        prefix: text({
          default: 'access/',
          emitDefault: true,
          help: 'What the keys of the logs begin with.',
        }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['s3:PutObject'],
          resources: ['{target.arn}/{connection.prefix}*'],
          principal: 'logging.s3.amazonaws.com',
          conditions: {
            ArnLike: { 'aws:SourceArn': '{source.arn}' },
            StringEquals: { 'aws:SourceAccount': '{account}' },
          },
        },
      ],
      explain:
        'S3 writes a line for every request to the bucket into files in the other bucket, within some hours. The other bucket should not log to itself.',
      docs: 'Logging requests with server access logging',
      options: { setting: 'bucket' },
    }),
  ],
  'dynamodb-table': dataImport({
    label: 'is imported into',
    delivery: 'config',
    properties: {
      inputFormat: choice(['CSV', 'DYNAMODB_JSON', 'ION'], {
        default: 'DYNAMODB_JSON',
        required: true,
      }),
      compression: choice(['NONE', 'GZIP', 'ZSTD'], { default: 'NONE' }),
      keyPrefix: text({ help: 'Only objects whose key begins like this.' }),
    },
    statements: [
      {
        side: 'deployer',
        actions: [
          'dynamodb:ImportTable',
          'dynamodb:DescribeImport',
          's3:GetObject',
          's3:ListBucket',
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:PutLogEvents',
          'logs:PutRetentionPolicy',
        ],
        resources: ['{target.arn}', '{source.arn}', '{source.arn}/*'],
      },
    ],
    docs: 'DynamoDB data import from Amazon S3: how it works',
    options: { into: 'table' },
  }),
  'athena-workgroup': dataSource({
    label: 'is queried by',
    statements: [
      {
        side: 'caller-identity',
        actions: ['s3:GetObject', 's3:ListBucket', 's3:GetBucketLocation'],
        resources: ['{source.arn}', '{source.arn}/*'],
      },
    ],
    explain:
      'Athena reads the files during a query, with the rights of whoever asks; Isobar gives them to the functions and workflows that are connected to the workgroup. A table of the Data Catalog says what is in the files.',
    docs: 'Access to Amazon S3 from Athena',
    options: { by: 'reader' },
  }),
  'glue-crawler': catalog({
    label: 'is crawled by',
    delivery: 'poll',
    properties: {
      path: text({
        maxLength: 700,
        help: 'The folder in the bucket, such as sales/; empty: the whole bucket.',
      }),
      exclusions: list({
        advanced: true,
        help: 'Patterns of what to leave out, such as **.tmp.',
      }),
    },
    statements: [
      { side: 'target-role', actions: ['s3:ListBucket'], resources: ['{source.arn}'] },
      { side: 'target-role', actions: ['s3:GetObject'], resources: ['{source.arn}/*'] },
    ],
    docs: 'Using crawlers to populate the Data Catalog',
  }),
  'glue-job': dataSource({
    label: 'is read by',
    delivery: 'poll',
    statements: [
      { side: 'target-role', actions: ['s3:ListBucket'], resources: ['{source.arn}'] },
      { side: 'target-role', actions: ['s3:GetObject'], resources: ['{source.arn}/*'] },
    ],
    docs: 'Identity-based policy examples for AWS Glue',
    options: { by: 'reader', variable: { name: 'INPUT_BUCKET', value: '{source.name}' } },
  }),
  'managed-flink': codeSource({
    label: 'holds the code of',
    delivery: 'config',
    statements: [
      {
        side: 'target-role',
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: ['{source.arn}/*'],
      },
    ],
    docs: 'Creating Managed Service for Apache Flink applications',
    options: { by: 'application' },
  }),
  redshift: dataImport({
    label: 'is loaded by COPY into',
    delivery: 'async',
    statements: [
      {
        side: 'target-role',
        actions: ['s3:ListBucket', 's3:GetBucketLocation'],
        resources: ['{source.arn}'],
      },
      { side: 'target-role', actions: ['s3:GetObject'], resources: ['{source.arn}/*'] },
    ],
    explain:
      'COPY reads files of the bucket into a table, when somebody runs it. It says IAM_ROLE default and so takes the role that may read here.',
    docs: 'Loading data from Amazon S3 into Amazon Redshift',
    options: { into: 'warehouse' },
  }),
  opensearch: dataImport({
    label: 'is ingested into',
    delivery: 'async',
    properties: {
      ...ingestionProperties,
      prefix: text({ help: 'Only objects whose key begins like this, such as logs/.' }),
      codec: choice(['ndjson', 'json', 'csv', 'newline'], {
        default: 'ndjson',
        help: 'What is in the files: JSON in lines, a JSON array, CSV with names in the first line, or lines of text.',
      }),
      interval: text({
        default: 'PT15M',
        pattern: '^PT\\d+[SMH]$|^P\\d+D$',
        form: 'A span such as PT30S, PT15M, PT1H or P1D.',
        help: 'How often the pipeline looks for new objects: PT15M is 15 minutes, PT6H six hours, P1D a day.',
      }),
    },
    statements: [
      pipelineMay(['s3:ListBucket', 's3:GetBucketLocation'], ['{source.arn}']),
      pipelineMay(['s3:GetObject'], ['{source.arn}/{connection.prefix}*']),
      ...pipelineWrites,
    ],
    explain: `The pipeline looks for new objects again and again, and makes each line or entry of them a document. ${ingestionExplain}`,
    docs: 'Using an OpenSearch Ingestion pipeline with Amazon S3',
    options: { into: 'index', ingests: 'bucket' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/S3',
    ['5xxErrors', '4xxErrors', 'FirstByteLatency'],
    ({ attribute }) => ({ BucketName: attribute('name'), FilterId: 'EntireBucket' }),
    {
      explain:
        'A bucket reports requests only where request metrics are switched on; the arrow does that for the whole bucket.',
      enable: ({ out, id }) => {
        out.set(id, 'MetricsConfigurations', [{ Id: 'EntireBucket' }]);
        out.props(id, { metrics: array([object({ id: string('EntireBucket') })]) });
      },
    },
  ),
});
