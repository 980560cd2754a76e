import { connectionsFrom } from '../connection.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import { failureDestination } from '../mechanisms/failure-destination.mechanism.ts';
import { stream } from '../mechanisms/stream.mechanism.ts';
import {
  choice,
  connectionRef,
  integer,
  list,
  nodeRef,
  numeric,
  seconds,
  yesNo,
} from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromKinesisStream = connectionsFrom<Kind>('kinesis-stream', {
  lambda /* SAM: Events: {Type: Kinesis, Properties: {Stream: !GetAtt Stream.Arn, StartingPosition, BatchSize, ...}}; adds AWSLambdaKinesisExecutionRole
 CDK: fn.addEventSource(new lambdaEventSources.KinesisEventSource(stream, { startingPosition: lambda.StartingPosition.LATEST, batchSize })) | fn.addEventSource(new lambdaEventSources.KinesisConsumerEventSource(consumer, { startingPosition: lambda.StartingPosition.LATEST, batchSize })) */:
    eventSourceMapping({
      label: 'triggers',
      delivery: 'poll',
      properties: {
        batchSize: integer({ default: 100, min: 1, max: 10000, cfn: 'BatchSize' }),
        startingPosition: choice(['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'], {
          default: 'LATEST',
          required: true,
          cfn: 'StartingPosition',
        }),
        startingPositionTimestamp: numeric({
          when: (read) => read('startingPosition') === 'AT_TIMESTAMP',
          cfn: 'StartingPositionTimestamp',
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
        enhancedFanOut: yesNo({
          default: false,
          help: 'Adds AWS::Kinesis::StreamConsumer and uses its ARN.',
        }),
      },
      statements: [
        {
          side: 'target-role',
          actions: [
            'kinesis:DescribeStream',
            'kinesis:DescribeStreamSummary',
            'kinesis:GetRecords',
            'kinesis:GetShardIterator',
            'kinesis:ListShards',
          ],
          resources: ['{source.arn}'],
        },
        {
          side: 'target-role',
          actions: ['kinesis:SubscribeToShard', 'kinesis:DescribeStreamConsumer'],
          resources: ['{source.arn}/consumer/*'],
          when: ({ connection }) => connection('enhancedFanOut') === true,
        },
      ],
      docs: 'Using Lambda to process records from Amazon Kinesis Data Streams',
      options: {
        samType: 'Kinesis',
        samSource: 'Stream',
        polled: 'arn',
        cdk: 'lambdaEventSources.KinesisEventSource',
      },
    }),
  'sqs-queue' /* SAM: DestinationConfig.OnFailure.Destination: <ARN> on the Kinesis or DynamoDB event of the consuming function
 CDK: onFailure: new lambdaEventSources.SqsDlq(queue) on lambdaEventSources.KinesisEventSource */:
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
 CDK: onFailure: new lambdaEventSources.SnsDlq(topic) on lambdaEventSources.KinesisEventSource */:
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
  's3-bucket' /* SAM: DestinationConfig.OnFailure.Destination: <ARN> on the Kinesis or DynamoDB event of the consuming function
 CDK: onFailure: new lambdaEventSources.S3OnFailureDestination(bucket) on lambdaEventSources.KinesisEventSource */:
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
        {
          side: 'consumer-role',
          actions: ['s3:PutObject', 's3:ListBucket'],
          resources: ['{target.arn}', '{target.arn}/*'],
        },
      ],
      docs: 'Retain discarded batch records',
    }),
  firehose /* SAM: DeliveryStreamType: KinesisStreamAsSource, KinesisStreamSourceConfiguration {KinesisStreamARN, RoleARN}
 CDK: new firehose.DeliveryStream(this, 'Fh', { source: new firehose.KinesisStreamSource(stream), destination }) */:
    stream({
      label: 'feeds',
      delivery: 'stream',
      statements: [
        {
          side: 'target-role',
          actions: [
            'kinesis:DescribeStream',
            'kinesis:GetShardIterator',
            'kinesis:GetRecords',
            'kinesis:ListShards',
          ],
          resources: ['{source.arn}'],
        },
      ],
      docs: 'Sending data to Firehose with Kinesis Data Streams',
    }),
});
