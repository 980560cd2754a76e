import { connectionsFrom } from '../connection.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import { failureDestination } from '../mechanisms/failure-destination.mechanism.ts';
import { stream } from '../mechanisms/stream.mechanism.ts';
import {
  choice,
  connectionRef,
  integer,
  list,
  nodeRef,
  seconds,
  text,
  yesNo,
} from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromDynamodbTable = connectionsFrom<Kind>('dynamodb-table', {
  lambda /* SAM: Events: {Type: DynamoDB, Properties: {Stream: !GetAtt Table.StreamArn, StartingPosition, BatchSize, ...}}; adds AWSLambdaDynamoDBExecutionRole; StreamSpecification on the table
 CDK: fn.addEventSource(new lambdaEventSources.DynamoEventSource(table, { startingPosition: lambda.StartingPosition.LATEST, batchSize, retryAttempts, bisectBatchOnError })) | dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES on dynamodb.TableV2 */:
    eventSourceMapping({
      label: 'streams changes to',
      delivery: 'poll',
      properties: {
        batchSize: integer({ default: 100, min: 1, max: 10000, cfn: 'BatchSize' }),
        startingPosition: choice(['TRIM_HORIZON', 'LATEST'], {
          default: 'LATEST',
          required: true,
          cfn: 'StartingPosition',
        }),
        maximumBatchingWindow: seconds({
          default: 0,
          min: 0,
          max: 300,
          cfn: 'MaximumBatchingWindowInSeconds',
        }),
        parallelizationFactor: integer({
          default: 1,
          min: 1,
          max: 10,
          cfn: 'ParallelizationFactor',
        }),
        bisectBatchOnError: yesNo({ default: false, cfn: 'BisectBatchOnFunctionError' }),
        maximumRetryAttempts: integer({
          default: -1,
          min: -1,
          max: 10000,
          help: '-1 = until the record expires.',
          cfn: 'MaximumRetryAttempts',
        }),
        maximumRecordAge: seconds({
          default: -1,
          min: -1,
          max: 604800,
          help: '-1 or at least 60.',
          cfn: 'MaximumRecordAgeInSeconds',
        }),
        tumblingWindow: seconds({ min: 0, max: 900, cfn: 'TumblingWindowInSeconds' }),
        filters: list({ help: 'Event patterns; 5 by default.', cfn: 'FilterCriteria.Filters' }),
        reportBatchItemFailures: yesNo(
          { default: true } /* FunctionResponseTypes=[ReportBatchItemFailures] */,
        ),
        onFailureDestination: nodeRef({
          help: 'standard sqs-queue, standard sns-topic or s3-bucket.',
          cfn: 'DestinationConfig.OnFailure.Destination',
        }),
        enabled: yesNo({ default: true, cfn: 'Enabled' }),
      },
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
      },
    }),
  'sqs-queue' /* SAM: DestinationConfig.OnFailure.Destination: <ARN> on the Kinesis or DynamoDB event of the consuming function
 CDK: onFailure: new lambdaEventSources.SqsDlq(queue) on lambdaEventSources.DynamoEventSource */:
    failureDestination({
      variant: 'mapping-on-failure',
      label: 'sends discarded batches to',
      delivery: 'async',
      properties: {
        mapping: connectionRef({
          required: true,
          help: 'The event-source-mapping edge this failure destination belongs to.',
        }),
      },
      statements: [
        { side: 'consumer-role', actions: ['sqs:SendMessage'], resources: ['{target.arn}'] },
      ],
      docs: 'Retain discarded batch records',
    }),
  'sns-topic' /* SAM: DestinationConfig.OnFailure.Destination: <ARN> on the Kinesis or DynamoDB event of the consuming function
 CDK: onFailure: new lambdaEventSources.SnsDlq(topic) on lambdaEventSources.DynamoEventSource */:
    failureDestination({
      variant: 'mapping-on-failure',
      label: 'sends discarded batches to',
      delivery: 'async',
      properties: {
        mapping: connectionRef({
          required: true,
          help: 'The event-source-mapping edge this failure destination belongs to.',
        }),
      },
      statements: [
        { side: 'consumer-role', actions: ['sns:Publish'], resources: ['{target.arn}'] },
      ],
      docs: 'Retain discarded batch records',
    }),
  's3-bucket': [
    /* SAM: DestinationConfig.OnFailure.Destination: <ARN> on the Kinesis or DynamoDB event of the consuming function
 CDK: onFailure: new lambdaEventSources.S3OnFailureDestination(bucket) on lambdaEventSources.DynamoEventSource */
    failureDestination({
      variant: 'mapping-on-failure',
      preferred: true,
      label: 'sends discarded batches to',
      delivery: 'async',
      properties: {
        mapping: connectionRef({
          required: true,
          help: 'The event-source-mapping edge this failure destination belongs to.',
        }),
      },
      statements: [
        {
          side: 'consumer-role',
          actions: ['s3:PutObject', 's3:ListBucket'],
          resources: ['{target.arn}', '{target.arn}/*'],
        },
      ],
      docs: 'Retain discarded batch records',
    }),
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
