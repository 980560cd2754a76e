import { connectionsFrom } from '../connection.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import { stream } from '../mechanisms/stream.mechanism.ts';
import { choice, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  discardedToBucket,
  discardedToQueue,
  discardedToTopic,
} from './shared/discarded-batches.ts';
import { streamMappingProperties } from './shared/mapping-properties.ts';

export const fromDynamodbTable = connectionsFrom<Kind>('dynamodb-table', {
  lambda: eventSourceMapping({
    label: 'streams changes to',
    delivery: 'poll',
    refersTo: 'target',
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
    /* SAM: nothing in CloudFormation beyond PointInTimeRecoverySpecification; emit an AWS::Scheduler::Schedule universal target or a state machine task
 CDK: new schedulerTargets.Universal({ service: 'dynamodb', action: 'exportTableToPointInTime', input }) */
    dataExport({
      label: 'is exported to',
      delivery: 'async',
      properties: {
        exportFormat: choice(['DYNAMODB_JSON', 'ION'], { default: 'DYNAMODB_JSON' }),
        exportType: choice(['FULL_EXPORT', 'INCREMENTAL_EXPORT'], {
          default: 'FULL_EXPORT',
          help: 'Incremental window 15 min to 24 h.',
        }),
        prefix: text(),
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
      docs: 'DynamoDB data export to Amazon S3: how it works',
    }),
  ],
  'kinesis-stream' /* SAM: KinesisStreamSpecification {StreamArn} on AWS::DynamoDB::Table
 CDK: new dynamodb.TableV2(this, 'T', { partitionKey, kinesisStream: stream }) */: stream({
    label: 'streams changes to',
    delivery: 'stream',
    properties: {
      approximateCreationDateTimePrecision: choice(
        ['MILLISECOND', 'MICROSECOND'],
        {
          default: 'MICROSECOND',
        } /* AWS::DynamoDB::Table#KinesisStreamSpecification.ApproximateCreationDateTimePrecision */,
      ),
    },
    statements: [
      {
        side: 'service-linked',
        actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:DescribeStream'],
        resources: ['{target.arn}'],
      },
    ],
    docs: 'Using Kinesis Data Streams to capture changes to DynamoDB',
  }),
});
