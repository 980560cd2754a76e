import { kindNotExported } from '../not-exported.ts';
import { choice, integer, list, numeric, text } from '../property.ts';
import { defineService } from '../service.ts';

export const kinesisStream = defineService({
  kind: 'kinesis-stream',
  title: 'Kinesis data stream',
  category: 'streaming',
  icon: 'AmazonKinesisDataStreams',
  cloudFormation: ['AWS::Kinesis::Stream', 'AWS::Kinesis::StreamConsumer'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ maxLength: 128, cfn: 'Name' }),
    streamMode: choice(['ON_DEMAND', 'PROVISIONED'], {
      default: 'ON_DEMAND',
      help: 'CloudFormation default is PROVISIONED.',
      cfn: 'StreamModeDetails.StreamMode',
    }),
    shardCount: integer({
      default: 1,
      min: 1,
      when: (read) => read('streamMode') === 'PROVISIONED',
      help: 'Write 1 MB/s or 1000 records/s and read 2 MB/s per shard.',
      cfn: 'ShardCount',
    }),
    retentionPeriodHours: integer({
      default: 24,
      min: 24,
      max: 8760,
      unit: 'h',
      cfn: 'RetentionPeriodHours',
    }),
    maxRecordSizeInKiB: integer({
      default: 1024,
      min: 1024,
      max: 10240,
      unit: 'KiB',
      cfn: 'MaxRecordSizeInKiB',
    }),
    encryptionType: choice(['NONE', 'KMS'], {
      default: 'KMS',
      help: 'StreamEncryption.KeyId alias/aws/kinesis or a customer key.',
      cfn: 'StreamEncryption.EncryptionType',
    }),
    enhancedShardMetrics: list({ cfn: 'DesiredShardLevelMetrics' }),
    expectedWriteMbps: numeric({ min: 0, unit: 'MB/s' }),
    expectedRecordsPerS: numeric({ min: 0, unit: 'records/s' }),
  },
  explain: 'Kinesis data stream',
  limits: [
    'Enhanced fan-out: 20 consumers per stream (50 with On-demand Advantage)',
    '50 on-demand streams per account by default',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
