import { securityRule } from '../common-properties.ts';
import { connectionsFrom } from '../connection.ts';
import { directInvoke } from '../mechanisms/direct-invoke.mechanism.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { overHttps, searchWriteStatements } from './shared/search-access.ts';

const docs = 'Write data using sinks';

export const fromManagedFlink = connectionsFrom<Kind>('managed-flink', {
  'kinesis-stream': iamDataAccess({
    label: 'writes to',
    delivery: 'stream',
    statements: [
      {
        side: 'source-role',
        actions: [
          'kinesis:DescribeStream',
          'kinesis:DescribeStreamSummary',
          'kinesis:ListShards',
          'kinesis:PutRecord',
          'kinesis:PutRecords',
        ],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'OUTPUT_STREAM_ARN', value: '{target.arn}' }],
    docs,
    options: {},
  }),
  firehose: iamDataAccess({
    label: 'writes to',
    delivery: 'stream',
    statements: [
      {
        side: 'source-role',
        actions: ['firehose:PutRecordBatch', 'firehose:DescribeDeliveryStream'],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'DELIVERY_STREAM_NAME', value: '{target.name}' }],
    docs,
    options: {},
  }),
  's3-bucket': iamDataAccess({
    label: 'writes files to',
    delivery: 'stream',
    statements: [
      {
        side: 'source-role',
        actions: ['s3:ListBucket', 's3:ListBucketMultipartUploads'],
        resources: ['{target.arn}'],
      },
      {
        side: 'source-role',
        actions: [
          's3:GetObject',
          's3:PutObject',
          's3:DeleteObject',
          's3:AbortMultipartUpload',
          's3:ListMultipartUploadParts',
        ],
        resources: ['{target.arn}/*'],
      },
    ],
    environment: [{ name: 'OUTPUT_BUCKET', value: '{target.name}' }],
    docs,
    options: {},
  }),
  'dynamodb-table': iamDataAccess({
    label: 'writes items to',
    delivery: 'stream',
    statements: [
      {
        side: 'source-role',
        actions: ['dynamodb:BatchWriteItem', 'dynamodb:PutItem', 'dynamodb:DescribeTable'],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'OUTPUT_TABLE', value: '{target.name}' }],
    docs,
    options: {},
  }),
  opensearch: iamDataAccess({
    label: 'indexes into',
    delivery: 'stream',
    properties: { securityRule },
    statements: searchWriteStatements,
    environment: [{ name: 'OPENSEARCH_ENDPOINT', value: '{target.url}' }],
    docs,
    options: { traffic: overHttps },
  }),
  lambda: directInvoke({
    label: 'invokes',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'FUNCTION_NAME', value: '{target.name}' }],
    explain:
      'The program calls the function for single records, through asynchronous I/O, so that the stream does not wait for each answer.',
    docs: 'Using asynchronous I/O',
    options: { caller: 'service' },
  }),
  'log-group': logging({
    label: 'writes logs to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        side: 'source-role',
        actions: ['logs:DescribeLogStreams', 'logs:PutLogEvents'],
        resources: ['{target.arn}'],
      },
      {
        side: 'source-role',
        actions: ['logs:DescribeLogGroups'],
        resources: ['arn:{partition}:logs:{region}:{account}:log-group:*'],
      },
    ],
    docs: 'Setting up logging in Managed Service for Apache Flink',
    options: { setting: 'application' },
  }),
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The application gets addresses in these subnets. It then reaches AWS services through endpoints or a NAT gateway only.',
    docs: 'Configure Managed Service for Apache Flink to access resources in an Amazon VPC',
  }),
});
