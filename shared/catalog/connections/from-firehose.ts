import { connectionsFrom } from '../connection.ts';
import { backup } from '../mechanisms/backup.mechanism.ts';
import { catalog } from '../mechanisms/catalog.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { streamDelivery } from '../mechanisms/stream-delivery.mechanism.ts';
import { transform } from '../mechanisms/transform.mechanism.ts';
import { choice, integer, numeric, seconds, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { dimension, watchedBy } from './shared/watched.ts';

export const fromFirehose = connectionsFrom<Kind>('firehose', {
  lambda: transform({
    label: 'transforms records with',
    properties: {
      bufferSize: numeric({
        min: 0.2,
        max: 3,
        unit: 'MB',
        advanced: true,
        help: 'The function is called as soon as so much has come in; AWS takes 1 MB when this is empty.',
      }),
      bufferInterval: seconds({
        min: 0,
        max: 900,
        advanced: true,
        help: 'The function is called after this time at the latest; AWS takes a minute when this is empty.',
      }),
      retries: integer({
        default: 3,
        min: 0,
        max: 300,
        advanced: true,
        help: 'How often a call that fails is tried again.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['lambda:InvokeFunction', 'lambda:GetFunctionConfiguration'],
        resources: ['{target.arn}', '{target.arn}:*'],
      },
    ],
    docs: 'Transform source data in Amazon Data Firehose',
  }),
  's3-bucket': [
    streamDelivery({
      preferred: true,
      label: 'delivers to',
      delivery: 'stream',
      statements: [
        {
          side: 'source-role',
          actions: [
            's3:AbortMultipartUpload',
            's3:GetBucketLocation',
            's3:GetObject',
            's3:ListBucket',
            's3:ListBucketMultipartUploads',
            's3:PutObject',
          ],
          resources: ['{target.arn}', '{target.arn}/*'],
        },
      ],
      docs: 'Understand data delivery in Amazon Data Firehose',
      options: { to: 'bucket' },
    }),
    backup({
      variant: 'backup',
      label: 'backs up and stages in',
      delivery: 'async',
      reversible: true,
      properties: {
        backupMode: choice(['FailedOnly', 'All'], {
          default: 'FailedOnly',
          help: 'For an HTTP endpoint: only what it did not take, or everything. A bucket as destination keeps failed records itself, so its backup always gets everything as it came in.',
        }),
      },
      statements: [
        {
          side: 'source-role',
          actions: [
            's3:PutObject',
            's3:AbortMultipartUpload',
            's3:ListBucket',
            's3:GetBucketLocation',
          ],
          resources: ['{target.arn}', '{target.arn}/*'],
        },
      ],
      docs: 'Configure backup settings',
      options: { by: 'stream' },
    }),
  ],
  'external-endpoint': streamDelivery({
    label: 'posts to',
    delivery: 'stream',
    properties: {
      retryDuration: seconds({
        default: 300,
        min: 0,
        max: 7200,
        help: 'How long a batch is tried again before it goes to the backup bucket.',
      }),
    },
    explain:
      'Firehose posts each batch as JSON with the records in Base64, and expects an answer of its own form with the id of the request. What the endpoint does not take goes to the backup bucket, which such a stream must have.',
    docs: 'Understand data delivery in Amazon Data Firehose',
    options: { to: 'endpoint' },
  }),
  opensearch: streamDelivery({
    label: 'delivers to',
    delivery: 'stream',
    properties: {
      indexName: text({
        required: true,
        maxLength: 80,
        pattern: '^[^A-Z_-][^A-Z]*$',
        help: 'The index that the documents go into, in lower case.',
      }),
      indexRotationPeriod: choice(['NoRotation', 'OneHour', 'OneDay', 'OneWeek', 'OneMonth'], {
        default: 'OneDay',
        help: 'A new index for each period, named with its time, so that old ones can be deleted whole. Domains only.',
      }),
      retryDuration: seconds({
        default: 300,
        min: 0,
        max: 7200,
        advanced: true,
        help: 'How long a batch is tried again before it goes to the backup bucket.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: [
          'es:DescribeDomain',
          'es:DescribeDomains',
          'es:DescribeDomainConfig',
          'es:ESHttpPost',
          'es:ESHttpPut',
          'es:ESHttpGet',
        ],
        resources: ['{target.arn}', '{target.arn}/*'],
        when: ({ target }) => target('deployment') !== 'serverless',
      },
      {
        side: 'source-role',
        actions: ['aoss:APIAccessAll'],
        resources: ['{target.arn}'],
        when: ({ target }) => target('deployment') === 'serverless',
      },
    ],
    explain:
      'Firehose puts each record as a document into the index, many at a time. What the index does not take, because a field has another type for example, goes to the backup bucket, which such a stream must have.',
    docs: 'Understand data delivery in Amazon Data Firehose',
    options: { to: 'search' },
  }),
  redshift: streamDelivery({
    label: 'copies into',
    delivery: 'stream',
    properties: {
      tableName: text({
        required: true,
        maxLength: 512,
        pattern: '^[A-Za-z_][A-Za-z0-9_.$]*$',
        help: 'The table, which must be there already.',
      }),
      copyOptions: text({
        default: "JSON 'auto' GZIP",
        maxLength: 204_800,
        advanced: true,
        help: 'How COPY reads the files. With GZIP the files are packed.',
      }),
      retryDuration: seconds({
        default: 3600,
        min: 0,
        max: 7200,
        advanced: true,
        help: 'How long COPY is tried again.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        resources: ['{target.secretArn}'],
      },
    ],
    explain:
      'Firehose puts files into the bucket that is connected as backup and tells Redshift to copy them into the table. It logs in over the internet with the password from the secret, so Redshift must be publicly accessible; the export lets in the addresses of Firehose alone.',
    docs: 'Understand data delivery in Amazon Data Firehose',
    options: { to: 'warehouse' },
  }),
  'glue-database': catalog({
    label: 'reads the table schema of',
    properties: {
      tableName: text({
        required: true,
        maxLength: 255,
        pattern: '^[a-z0-9_]+$',
        help: 'The table whose columns the records have.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
        resources: ['the table {connection.tableName} of {target.name}'],
        byMechanism: true,
      },
    ],
    explain:
      'Firehose turns JSON records into Parquet or ORC, by the columns of this table. Set the format on the stream.',
    docs: 'Convert input data format in Amazon Data Firehose',
  }),
  'log-group': logging({
    label: 'writes delivery errors to',
    delivery: 'async',
    statements: [
      { side: 'source-role', actions: ['logs:PutLogEvents'], resources: ['{target.streamsArn}'] },
    ],
    docs: 'Monitor Amazon Data Firehose using CloudWatch Logs',
    options: { setting: 'delivery-stream' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/Firehose',
    ['DeliveryToS3.DataFreshness', 'DeliveryToS3.Success', 'ThrottledRecords'],
    dimension('DeliveryStreamName', 'name'),
  ),
});
