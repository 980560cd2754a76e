import { isGlobalTable } from '../../dynamodb/global-table.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { choice } from '../../property.ts';
import { bucketAccessProperties, bucketAccessStatements } from './bucket-access.ts';
import { tableAccessProperties, tableAccessStatements } from './table-access.ts';

/* What code does with data, wherever it runs: in a function, a container or on a server. */

/** Code that reads and writes a table. */
export const usesTable = iamDataAccess({
  label: 'reads and writes items',
  properties: tableAccessProperties,
  statements: tableAccessStatements,
  environment: [{ name: 'TABLE_NAME', value: '{target.name}' }],
  docs: 'Actions, resources, and condition keys for Amazon DynamoDB',
  options: {
    grant: { read: 'grantReadData', write: 'grantWriteData', readwrite: 'grantReadWriteData' },
    // The grants of a global table are for all its replicas.
    grantFits: ({ target }) => !isGlobalTable(target),
  },
});

/** Code that reads and writes the objects of a bucket. */
export const usesBucket = iamDataAccess({
  preferred: true,
  label: 'reads and writes objects',
  properties: bucketAccessProperties,
  statements: bucketAccessStatements,
  environment: [{ name: 'BUCKET_NAME', value: '{target.name}' }],
  docs: 'Actions, resources, and condition keys for Amazon S3',
  options: {
    grant: { read: 'grantRead', write: 'grantWrite', readwrite: 'grantReadWrite' },
    pattern: 'prefix',
  },
});

/** Code that puts records into a stream or reads them itself. */
export const usesStream = iamDataAccess({
  label: 'puts records into',
  delivery: 'async',
  properties: {
    access: choice(['read', 'write', 'readwrite'], {
      default: 'write',
      required: true,
      help: 'Functions that work on records are better triggered by the stream than reading it themselves.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:ListShards'],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') !== 'read',
    },
    {
      side: 'source-role',
      actions: [
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
        'kinesis:DescribeStreamSummary',
      ],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') !== 'write',
    },
  ],
  environment: [{ name: 'STREAM_NAME', value: '{target.name}' }],
  docs: 'Controlling access to Amazon Kinesis Data Streams resources using IAM',
  options: { grant: { read: 'grantRead', write: 'grantWrite', readwrite: 'grantReadWrite' } },
});

/** Code that hands records to a delivery stream. */
export const putsToFirehose = iamDataAccess({
  label: 'puts records into',
  delivery: 'async',
  statements: [
    {
      side: 'source-role',
      actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
      resources: ['{target.arn}'],
    },
  ],
  environment: [{ name: 'DELIVERY_STREAM_NAME', value: '{target.name}' }],
  docs: 'Writing to Amazon Data Firehose using the AWS SDK',
  options: { grant: 'grantPutRecords' },
});

/** Code that encrypts, decrypts or signs with a key. */
export const usesKey = iamDataAccess({
  label: 'encrypts and decrypts with',
  properties: {
    access: choice(['encrypt', 'decrypt', 'encrypt-decrypt', 'sign-verify'], {
      default: 'encrypt-decrypt',
      help: 'sign-verify wants a key whose use is SIGN_VERIFY.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      resources: ['{target.arn}'],
      when: ({ connection }) =>
        ['encrypt', 'encrypt-decrypt'].includes(String(connection('access'))),
    },
    {
      side: 'source-role',
      actions: ['kms:Decrypt'],
      resources: ['{target.arn}'],
      when: ({ connection }) =>
        ['decrypt', 'encrypt-decrypt'].includes(String(connection('access'))),
    },
    {
      side: 'source-role',
      actions: ['kms:Sign', 'kms:Verify'],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') === 'sign-verify',
    },
  ],
  environment: [{ name: 'KMS_KEY_ID', value: '{target.id}' }],
  docs: 'Using IAM policies with AWS KMS',
  options: {},
});
