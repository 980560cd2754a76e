import type { StatementTemplate } from '../connection.ts';
import { connectionsFrom } from '../connection.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { logSubscription } from '../mechanisms/log-subscription.mechanism.ts';
import { metric } from '../mechanisms/metric.mechanism.ts';
import { choice, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

const docs = 'Log group-level subscription filters';

const filterPattern = text({
  default: '',
  maxLength: 1024,
  help: 'Only lines that match go on, such as ERROR or { $.status = 500 }; empty takes all.',
});

/** CloudWatch Logs assumes a role that may do this. */
const logsMay = (...actions: readonly string[]): readonly StatementTemplate[] => [
  {
    side: 'service-role',
    actions,
    resources: ['{target.arn}'],
    principal: 'logs.amazonaws.com',
  },
];

export const fromLogGroup = connectionsFrom<Kind>('log-group', {
  lambda: logSubscription({
    label: 'streams log events to',
    delivery: 'async',
    properties: { filterPattern },
    statements: [
      {
        side: 'target-policy',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
        principal: 'logs.amazonaws.com',
        conditions: { ArnLike: { 'aws:SourceArn': '{source.arn}:*' } },
      },
    ],
    docs,
    options: { cdk: 'logsDestinations.LambdaDestination', event: true },
  }),
  'kinesis-stream': logSubscription({
    label: 'streams log events to',
    delivery: 'async',
    properties: {
      filterPattern,
      distribution: choice(['ByLogStream', 'Random'], {
        default: 'ByLogStream',
        advanced: true,
        help: 'Random spreads one busy log stream over all shards, and its lines lose their order.',
        cfn: 'Distribution',
        cdk: {
          name: 'distribution',
          enum: 'logs.Distribution',
          members: { ByLogStream: 'BY_LOG_STREAM', Random: 'RANDOM' },
        },
      }),
    },
    statements: logsMay('kinesis:PutRecord', 'kinesis:PutRecords'),
    docs,
    options: { cdk: 'logsDestinations.KinesisDestination' },
  }),
  firehose: logSubscription({
    label: 'streams log events to',
    delivery: 'async',
    properties: { filterPattern },
    statements: logsMay('firehose:PutRecord', 'firehose:PutRecordBatch'),
    docs,
    options: { cdk: 'logsDestinations.FirehoseDestination' },
  }),
  's3-bucket': dataExport({
    label: 'is exported to',
    delivery: 'async',
    statements: [
      {
        side: 'caller-identity',
        actions: ['logs:CreateExportTask'],
        resources: ['{source.arn}:*'],
      },
      {
        side: 'target-policy',
        actions: ['s3:GetBucketAcl'],
        resources: ['{target.arn}'],
        principal: 'logs.amazonaws.com',
        conditions: {
          StringEquals: { 'aws:SourceAccount': '{account}' },
          ArnLike: { 'aws:SourceArn': '{source.arn}:*' },
        },
      },
      {
        side: 'target-policy',
        actions: ['s3:PutObject'],
        resources: ['{target.arn}/*'],
        principal: 'logs.amazonaws.com',
        conditions: {
          StringEquals: {
            'aws:SourceAccount': '{account}',
            's3:x-amz-acl': 'bucket-owner-full-control',
          },
          ArnLike: { 'aws:SourceArn': '{source.arn}:*' },
        },
      },
    ],
    explain:
      'An export task copies the events of a time span into the bucket; somebody starts it with CreateExportTask, and it may take hours. The export only lets CloudWatch Logs write there. For logs that should arrive by themselves, use a subscription to a Firehose stream.',
    docs: 'Exporting log data to Amazon S3',
    options: { from: 'log-group' },
  }),
  'cloudwatch-alarm': metric({
    label: 'feeds by a metric filter',
    delivery: 'async',
    reversible: true,
    properties: {
      filterPattern: text({
        default: 'ERROR',
        required: true,
        emitDefault: true,
        maxLength: 1024,
        help: 'Which lines count, such as ERROR or { $.level = "error" }.',
      }),
      metricName: text({
        maxLength: 255,
        pattern: '^[^:*$]*$',
        help: 'The name of the figure; empty takes the id of the alarm.',
      }),
      metricNamespace: text({
        default: 'App',
        maxLength: 255,
        pattern: '^[^:*$]*$',
        emitDefault: true,
        help: 'Keeps figures of different applications apart. It may not begin with AWS/.',
      }),
      metricValue: text({
        default: '1',
        emitDefault: true,
        advanced: true,
        help: 'What each line adds: 1 counts lines, $.duration takes a field of the line.',
      }),
    },
    docs: 'Creating metrics from log events using filters',
    options: { kind: 'filter' },
  }),
});
