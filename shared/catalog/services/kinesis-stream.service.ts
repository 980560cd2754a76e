import { array, member, name } from '../../lib/typescript/syntax.ts';
import { duration } from '../code.ts';
import { choice, integer, list, numeric, text } from '../property.ts';
import { defineService } from '../service.ts';
import { executionName, inputText } from '../workflow/dynamic.ts';
import { keep } from '../workflow/task-parts.ts';

const isProvisioned = (read: (property: string) => unknown): boolean =>
  read('streamMode') === 'PROVISIONED';

/** Members of `kinesis.ShardLevelMetrics`. */
const shardMetrics: Readonly<Record<string, string>> = {
  IncomingBytes: 'INCOMING_BYTES',
  IncomingRecords: 'INCOMING_RECORDS',
  IteratorAgeMilliseconds: 'ITERATOR_AGE_MILLISECONDS',
  OutgoingBytes: 'OUTGOING_BYTES',
  OutgoingRecords: 'OUTGOING_RECORDS',
  ReadProvisionedThroughputExceeded: 'READ_PROVISIONED_THROUGHPUT_EXCEEDED',
  WriteProvisionedThroughputExceeded: 'WRITE_PROVISIONED_THROUGHPUT_EXCEEDED',
  ALL: 'ALL',
};

export const kinesisStream = defineService({
  kind: 'kinesis-stream',
  title: 'Kinesis data stream',
  words: 'kds kinesis stream shard records ingest kafka',
  category: 'streaming',
  icon: 'AmazonKinesisDataStreams',
  cloudFormation: ['AWS::Kinesis::Stream', 'AWS::Kinesis::StreamConsumer'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    streamMode: choice(['ON_DEMAND', 'PROVISIONED'], {
      default: 'ON_DEMAND',
      // CloudFormation would take PROVISIONED.
      emitDefault: true,
      help: 'On demand grows and shrinks by itself; provisioned has the shards that you choose and costs less under a steady load.',
      cfn: 'StreamModeDetails.StreamMode',
      cdk: { name: 'streamMode', enum: 'kinesis.StreamMode' },
    }),
    shardCount: integer({
      default: 1,
      min: 1,
      when: isProvisioned,
      emitDefault: true,
      help: 'One shard takes 1 MB or 1,000 records a second and gives 2 MB a second.',
      cfn: 'ShardCount',
      cdk: 'shardCount',
    }),
    retentionPeriodHours: integer({
      default: 24,
      min: 24,
      max: 8760,
      unit: 'h',
      emitDefault: true,
      help: 'How long records can be read (again): one day to a year.',
      cfn: 'RetentionPeriodHours',
      cdk: (value) => ({ retentionPeriod: duration(Number(value) * 3600) }),
    }),
    encryptionType: choice(['NONE', 'KMS'], {
      default: 'KMS',
      help: 'KMS encrypts with the key that AWS keeps for Kinesis in your account.',
    }),
    maxRecordSizeInKiB: integer({
      default: 1024,
      min: 1024,
      max: 10_240,
      unit: 'KiB',
      advanced: true,
      help: 'Records may be larger than 1 MiB now and then; a shard still takes 1 MB a second.',
      cfn: 'MaxRecordSizeInKiB',
    }),
    enhancedShardMetrics: list({
      advanced: true,
      help: `Figures for each shard, paid by the metric: ${Object.keys(shardMetrics).join(', ')}.`,
      cfn: 'DesiredShardLevelMetrics',
      cdk: (value) => ({
        shardLevelMetrics: array(
          (Array.isArray(value) ? value : [])
            .map((metric) => shardMetrics[String(metric)])
            .filter((metric) => metric !== undefined)
            .map((metric) => member(name('kinesis.ShardLevelMetrics'), metric)),
        ),
      }),
    }),
    name: text({
      maxLength: 128,
      pattern: '^[a-zA-Z0-9_.-]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'Name',
      cdk: 'streamName',
    }),
    expectedWriteMbps: numeric({
      min: 0,
      unit: 'MB/s',
      advanced: true,
      help: 'Expected megabytes written a second; only the checks read it.',
    }),
    expectedRecordsPerS: numeric({
      min: 0,
      unit: 'records/s',
      advanced: true,
      help: 'Expected records written a second; only the checks read it.',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'streamArn' },
    name: { cfn: 'Ref', cdk: 'streamName' },
  },
  clients: [
    {
      variables: ['STREAM_NAME'],
      what: 'Kinesis stream',
      sdk: { id: 'kinesis', dotnet: 'Kinesis' },
    },
  ],
  task: {
    verb: 'Put record into',
    services: { kinesis: ['StreamName', 'StreamARN'] },
    // The text goes as it is: the integration encodes it, and what is encoded already would be encoded twice.
    // AWS's pages do not say so; people of Step Functions do: https://github.com/aws/aws-cdk/issues/7724
    call: (context) => ({
      resource: 'aws-sdk:kinesis:putRecord',
      arguments: {
        StreamName: context.fill('Name', context.target.attribute('name')),
        PartitionKey: executionName,
        Data: inputText,
      },
      output: keep,
    }),
  },
  summary: (read) =>
    [
      isProvisioned(read) ? `${String(read('shardCount'))} shards` : 'on demand',
      `${String(read('retentionPeriodHours'))} h`,
    ].join(' · '),
  explain:
    'A stream keeps records in the order in which they came, for a day or longer, and several readers can each read it at their own pace, even twice. Records with the same partition key go to the same shard and so stay in order. Reading takes nothing away: it is a log of what happened, no queue of work.',
  cost: 'On demand: each gigabyte written and read. Provisioned: the hours of each shard, and records put in.',
  limits: [
    'A shard takes 1 MB or 1,000 records a second, and gives 2 MB a second to all readers together.',
    'Enhanced fan-out: 20 readers of a stream with 2 MB a second each (50 with the on-demand advantage mode).',
    '50 on-demand streams in a region by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
  emit(scope) {
    const { out, id } = scope;
    const encrypted = scope.read('encryptionType') !== 'NONE';
    const recordSize = scope.value('maxRecordSizeInKiB');
    out.resource(id, {
      type: 'AWS::Kinesis::Stream',
      deletionPolicy: 'Retain',
      properties: {
        ...scope.cfnProperties(),
        ...(encrypted
          ? { StreamEncryption: { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' } }
          : {}),
      },
      cdk: scope.l2('kinesis.Stream', {
        encryption: name(
          encrypted ? 'kinesis.StreamEncryption.MANAGED' : 'kinesis.StreamEncryption.UNENCRYPTED',
        ),
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      }),
    });
    // The L2 construct has no property for it.
    if (recordSize !== undefined) out.override(id, 'MaxRecordSizeInKiB', recordSize);
  },
});
