import { connectionsFrom } from '../connection.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import { stream } from '../mechanisms/stream.mechanism.ts';
import { numeric, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  discardedToBucket,
  discardedToQueue,
  discardedToTopic,
} from './shared/discarded-batches.ts';
import { streamMappingProperties } from './shared/mapping-properties.ts';
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
  'cloudwatch-alarm': watchedBy(
    'AWS/Kinesis',
    [
      'GetRecords.IteratorAgeMilliseconds',
      'WriteProvisionedThroughputExceeded',
      'ReadProvisionedThroughputExceeded',
    ],
    dimension('StreamName', 'name'),
  ),
});
