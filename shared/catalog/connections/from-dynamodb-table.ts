import { type ConnectionReader, connectionsFrom } from '../connection.ts';
import { catalog } from '../mechanisms/catalog.mechanism.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { dataSource } from '../mechanisms/data-source.mechanism.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import { pipeSource } from '../mechanisms/pipe-source.mechanism.ts';
import { replication } from '../mechanisms/replication.mechanism.ts';
import { stream } from '../mechanisms/stream.mechanism.ts';
import { choice, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  discardedToBucket,
  discardedToQueue,
  discardedToTopic,
} from './shared/discarded-batches.ts';
import { streamMappingProperties } from './shared/mapping-properties.ts';
import { streamSourceProperties } from './shared/pipe-properties.ts';
import { worksOnChanges } from './shared/program-work.ts';
import {
  ingestionExplain,
  ingestionProperties,
  pipelineMay,
  pipelineWrites,
} from './shared/search-ingestion.ts';
import { dimension, watchedBy } from './shared/watched.ts';

/** Items that are there already come by an export. */
const withExport = ({ connection }: ConnectionReader): boolean =>
  connection('initialExport') !== false;

export const fromDynamodbTable = connectionsFrom<Kind>('dynamodb-table', {
  lambda: eventSourceMapping({
    label: 'streams changes to',
    delivery: 'poll',
    properties: streamMappingProperties(['TRIM_HORIZON', 'LATEST']),
    statements: [
      {
        side: 'target-role',
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: ['{source.arn}/stream/*'],
      },
      { side: 'target-role', actions: ['dynamodb:ListStreams'], resources: ['*'] },
    ],
    docs: 'Using AWS Lambda with Amazon DynamoDB',
    options: {
      samType: 'DynamoDB',
      samSource: 'Stream',
      polled: 'streamArn',
      cdk: 'lambdaEventSources.DynamoEventSource',
      prefix: 'DynamoDBEventSource',
    },
  }),
  'sqs-queue': discardedToQueue,
  'sns-topic': discardedToTopic,
  's3-bucket': [
    discardedToBucket(true),
    dataExport({
      label: 'is exported to',
      delivery: 'async',
      properties: {
        exportFormat: choice(['DYNAMODB_JSON', 'ION'], {
          default: 'DYNAMODB_JSON',
          help: 'How the items are written into the files.',
        }),
        exportType: choice(['FULL_EXPORT', 'INCREMENTAL_EXPORT'], {
          default: 'FULL_EXPORT',
          help: 'All items, or what has changed in a span of 15 minutes to 24 hours.',
        }),
        prefix: text({ maxLength: 1024, help: 'Where the files lie in the bucket.' }),
      },
      statements: [
        {
          side: 'caller-identity',
          actions: ['dynamodb:ExportTableToPointInTime'],
          resources: ['{source.arn}'],
        },
        {
          side: 'caller-identity',
          actions: ['s3:PutObject', 's3:AbortMultipartUpload', 's3:PutObjectAcl'],
          resources: ['{target.arn}/*'],
        },
      ],
      explain:
        'DynamoDB writes the items as they were at one moment of the last 35 days into the bucket, without using the capacity of the table. Somebody has to start each export, a schedule for instance, and the table needs point-in-time recovery.',
      docs: 'DynamoDB data export to Amazon S3: how it works',
      options: { from: 'table' },
    }),
  ],
  'dynamodb-replica': replication({
    label: 'replicates to',
    delivery: 'async',
    statements: [{ side: 'service-linked', actions: ['dynamodb:*'], resources: ['{target.arn}'] }],
    explain:
      'DynamoDB copies every change to the other Region, and every change there back, mostly within a second. The table becomes a global table, whose replicas one template writes; the copying needs a stream with new and old images.',
    docs: 'DynamoDB global tables: multi-active, multi-Region replication',
    options: { by: 'table' },
  }),
  'kinesis-stream': stream({
    label: 'streams changes to',
    delivery: 'stream',
    properties: {
      approximateCreationDateTimePrecision: choice(['MILLISECOND', 'MICROSECOND'], {
        default: 'MICROSECOND',
        emitDefault: true,
        advanced: true,
        help: 'How exactly each record says when the item changed.',
      }),
    },
    statements: [
      {
        side: 'service-linked',
        actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:DescribeStream'],
        resources: ['{target.arn}'],
      },
    ],
    explain:
      'DynamoDB writes every change of an item into the Kinesis stream, where it can be kept for a year and read by many. Unlike the stream of the table itself, a change may come twice or out of order: the record says when it happened.',
    docs: 'Using Kinesis Data Streams to capture changes to DynamoDB',
    options: { from: 'table' },
  }),
  pipe: pipeSource({
    label: 'streams changes to',
    delivery: 'poll',
    properties: streamSourceProperties(['TRIM_HORIZON', 'LATEST']),
    statements: [
      {
        side: 'target-role',
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: ['{source.streamArn}'],
      },
      { side: 'target-role', actions: ['dynamodb:ListStreams'], resources: ['*'] },
    ],
    docs: 'Amazon DynamoDB stream as a source for EventBridge Pipes',
    options: { parameters: 'DynamoDBStreamParameters', polled: 'streamArn' },
  }),
  redshift: replication({
    label: 'is mirrored to',
    delivery: 'stream',
    statements: [
      {
        side: 'source-policy',
        actions: [
          'dynamodb:DescribeTable',
          'dynamodb:ExportTableToPointInTime',
          'dynamodb:DescribeExport',
        ],
        // The policy belongs to the table, which cannot name itself while it is made.
        resources: ['*'],
        principal: 'redshift.amazonaws.com',
        conditions: {
          StringEquals: { 'aws:SourceAccount': '{account}' },
          ArnLike: {
            'aws:SourceArn': 'arn:{partition}:redshift:{region}:{account}:integration:*',
          },
        },
      },
    ],
    explain:
      'A zero-ETL integration: Redshift copies the table once, and then what has changed, every 15 to 30 minutes, by exports that take no read capacity. The table needs point-in-time recovery, and its policy, which the export writes, lets Redshift export it. When it is deployed, one line of SQL is left to you: CREATE DATABASE … FROM INTEGRATION in the warehouse.',
    docs: 'DynamoDB zero-ETL integration with Amazon Redshift',
    options: { by: 'table-integration' },
  }),
  opensearch: replication({
    label: 'is mirrored to',
    delivery: 'stream',
    properties: {
      ...ingestionProperties,
      initialExport: yesNo({
        default: true,
        help: 'All items come first, by an export that needs point-in-time recovery; otherwise only what changes from now on.',
      }),
    },
    statements: [
      pipelineMay(
        ['dynamodb:DescribeTable', 'dynamodb:DescribeContinuousBackups'],
        ['{source.arn}'],
      ),
      pipelineMay(['dynamodb:ExportTableToPointInTime'], ['{source.arn}'], withExport),
      pipelineMay(['dynamodb:DescribeExport'], ['{source.arn}/export/*'], withExport),
      pipelineMay(
        ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        ['{source.arn}/stream/*'],
      ),
      ...pipelineWrites,
    ],
    explain: `Each item is a document of the index, with its key as id, and follows its changes within seconds. ${ingestionExplain}`,
    docs: 'DynamoDB zero-ETL integration with Amazon OpenSearch Service',
    options: { by: 'pipeline', ingests: 'table' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/DynamoDB',
    [
      'ReadThrottleEvents',
      'WriteThrottleEvents',
      'ConsumedReadCapacityUnits',
      'ConsumedWriteCapacityUnits',
    ],
    dimension('TableName', 'name'),
  ),
  'glue-crawler': catalog({
    label: 'is crawled by',
    delivery: 'poll',
    statements: [
      {
        side: 'target-role',
        actions: ['dynamodb:DescribeTable', 'dynamodb:Scan'],
        resources: ['{source.arn}'],
      },
    ],
    explain:
      'The crawler scans items and guesses the columns. That takes read capacity of the table.',
    docs: 'Supported data sources for crawling',
  }),
  'glue-job': dataSource({
    label: 'is read by',
    delivery: 'poll',
    properties: {
      connector: choice(['export', 'scan'], {
        default: 'export',
        help: 'Export copies the table to a bucket first and takes no read capacity, but needs point-in-time recovery. Scan reads the items.',
      }),
    },
    statements: [
      {
        side: 'target-role',
        actions: ['dynamodb:DescribeTable', 'dynamodb:DescribeContinuousBackups'],
        resources: ['{source.arn}'],
      },
      {
        side: 'target-role',
        actions: ['dynamodb:Scan'],
        resources: ['{source.arn}'],
        when: ({ connection }) => connection('connector') === 'scan',
      },
      {
        side: 'target-role',
        actions: ['dynamodb:ExportTableToPointInTime'],
        resources: ['{source.arn}'],
        when: ({ connection }) => connection('connector') === 'export',
      },
      {
        side: 'target-role',
        actions: ['dynamodb:DescribeExport'],
        resources: ['{source.arn}/export/*'],
        when: ({ connection }) => connection('connector') === 'export',
      },
    ],
    docs: 'DynamoDB connections in AWS Glue',
    options: { by: 'reader', variable: { name: 'INPUT_TABLE', value: '{source.name}' } },
  }),
  'fargate-service': worksOnChanges,
  'ec2-instance': worksOnChanges,
});
