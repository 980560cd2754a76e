import { connectionsFrom } from '../connection.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import { pipeSource } from '../mechanisms/pipe-source.mechanism.ts';
import { stream } from '../mechanisms/stream.mechanism.ts';
import { choice, numeric, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  discardedToBucket,
  discardedToQueue,
  discardedToTopic,
} from './shared/discarded-batches.ts';
import { streamMappingProperties } from './shared/mapping-properties.ts';
import { streamSourceProperties } from './shared/pipe-properties.ts';
import { worksOnStream } from './shared/program-work.ts';
import {
  ingestionExplain,
  ingestionProperties,
  pipelineMay,
  pipelineWrites,
} from './shared/search-ingestion.ts';
import { readerMayRead } from './shared/stream-reading.ts';
import { dimension, watchedBy } from './shared/watched.ts';

export const fromKinesisStream = connectionsFrom<Kind>('kinesis-stream', {
  lambda: eventSourceMapping({
    label: 'triggers',
    delivery: 'poll',
    properties: {
      ...streamMappingProperties(['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP']),
      startingPositionTimestamp: numeric({
        when: (read) => read('startingPosition') === 'AT_TIMESTAMP',
        unit: 'Unix seconds',
        help: 'The time to begin at.',
        cfn: 'StartingPositionTimestamp',
        cdk: 'startingPositionTimestamp',
      }),
      enhancedFanOut: yesNo({
        default: false,
        help: 'The function gets a consumer of its own with 2 MB a second of every shard, instead of sharing them with other readers.',
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
      prefix: 'KinesisEventSource',
    },
  }),
  'sqs-queue': discardedToQueue,
  'sns-topic': discardedToTopic,
  's3-bucket': discardedToBucket(),
  firehose: stream({
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
    options: { from: 'stream' },
  }),
  pipe: pipeSource({
    label: 'feeds',
    delivery: 'poll',
    properties: {
      ...streamSourceProperties(['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP']),
      startingPositionTimestamp: text({
        when: (read) => read('startingPosition') === 'AT_TIMESTAMP',
        help: 'The time to begin at, such as 2027-01-31T09:00:00Z.',
        cfn: 'StartingPositionTimestamp',
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
    ],
    docs: 'Amazon Kinesis stream as a source for EventBridge Pipes',
    options: { parameters: 'KinesisStreamParameters', polled: 'arn' },
  }),
  opensearch: stream({
    label: 'is ingested into',
    delivery: 'stream',
    properties: {
      ...ingestionProperties,
      startingPosition: choice(['LATEST', 'TRIM_HORIZON'], {
        default: 'LATEST',
        help: 'Where the pipeline begins: with what comes from now on, or with all that the stream still has.',
      }),
      codec: choice(['ndjson', 'json', 'newline'], {
        default: 'ndjson',
        help: 'What a record is: JSON in lines, a JSON array, or lines of text.',
      }),
    },
    statements: [
      pipelineMay(
        [
          'kinesis:DescribeStream',
          'kinesis:DescribeStreamSummary',
          'kinesis:GetRecords',
          'kinesis:GetShardIterator',
          'kinesis:ListShards',
          'kinesis:ListStreamConsumers',
          'kinesis:RegisterStreamConsumer',
        ],
        ['{source.arn}'],
      ),
      pipelineMay(
        ['kinesis:DescribeStreamConsumer', 'kinesis:SubscribeToShard'],
        ['{source.arn}', '{source.arn}/consumer/*'],
      ),
      ...pipelineWrites,
    ],
    explain: `The pipeline reads the stream as a consumer of its own, with enhanced fan-out, and makes each record a document. ${ingestionExplain}`,
    docs: 'Using an OpenSearch Ingestion pipeline with Amazon Kinesis Data Streams',
    options: { from: 'pipeline', ingests: 'stream' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/Kinesis',
    [
      'GetRecords.IteratorAgeMilliseconds',
      'WriteProvisionedThroughputExceeded',
      'ReadProvisionedThroughputExceeded',
    ],
    dimension('StreamName', 'name'),
  ),
  'managed-flink': stream({
    label: 'is read by',
    delivery: 'stream',
    properties: {
      startingPosition: choice(['TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'], {
        default: 'LATEST',
        help: 'Where the program begins when it has no state yet; the program itself sets it.',
      }),
      enhancedFanOut: yesNo({
        default: false,
        help: 'The application has a reader of its own with 2 MB a second of every shard; the program registers it.',
      }),
    },
    statements: [
      readerMayRead,
      {
        side: 'target-role',
        actions: ['kinesis:RegisterStreamConsumer'],
        resources: ['{source.arn}'],
        when: ({ connection }) => connection('enhancedFanOut') === true,
      },
      {
        side: 'target-role',
        actions: [
          'kinesis:SubscribeToShard',
          'kinesis:DescribeStreamConsumer',
          'kinesis:DeregisterStreamConsumer',
        ],
        resources: ['{source.arn}/consumer/*'],
        when: ({ connection }) => connection('enhancedFanOut') === true,
      },
    ],
    docs: 'Using Apache Flink connectors with Managed Service for Apache Flink',
    options: { from: 'stream', variable: { name: 'INPUT_STREAM_ARN', value: '{source.arn}' } },
  }),
  'glue-job': stream({
    label: 'is read by',
    delivery: 'stream',
    properties: {
      windowSize: text({
        default: '100 seconds',
        help: 'How much time the job works on at once; the script sets it.',
      }),
    },
    statements: [readerMayRead],
    explain:
      'A streaming job reads what has come in since the last time, in windows of some seconds or minutes, and runs until somebody stops it. Its type must be gluestreaming.',
    docs: 'Streaming ETL jobs in AWS Glue',
    options: { from: 'stream', variable: { name: 'INPUT_STREAM_ARN', value: '{source.arn}' } },
  }),
  redshift: stream({
    label: 'is ingested by',
    delivery: 'stream',
    statements: [
      readerMayRead,
      { side: 'target-role', actions: ['kinesis:ListStreams'], resources: ['*'] },
    ],
    explain:
      'CREATE EXTERNAL SCHEMA … FROM KINESIS and a materialized view make the records of the stream a table, some seconds after they came. Those two lines of SQL are yours to run.',
    docs: 'Streaming ingestion to a materialized view',
    options: { from: 'stream' },
  }),
  'fargate-service': worksOnStream,
  'ec2-instance': worksOnStream,
});
