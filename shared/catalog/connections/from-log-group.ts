import { connectionsFrom } from '../connection.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { logSubscription } from '../mechanisms/log-subscription.mechanism.ts';
import { choice, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromLogGroup = connectionsFrom<Kind>('log-group', {
  lambda /* SAM: Events: {Type: CloudWatchLogs, Properties: {LogGroupName: !Ref LogGroup, FilterPattern}}
 CDK: logGroup.addSubscriptionFilter('ToFn', { destination: new logsDestinations.LambdaDestination(fn), filterPattern: logs.FilterPattern.allEvents() }) */:
    logSubscription({
      label: 'streams log events to',
      delivery: 'async',
      properties: { filterPattern: text({ default: '', required: true, cfn: 'FilterPattern' }) },
      statements: [
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: 'logs.amazonaws.com',
          conditions: { ArnLike: { 'aws:SourceArn': '{source.arn}:*' } },
        },
      ],
      docs: 'Log group-level subscription filters',
    }),
  'kinesis-stream' /* SAM: AWS::Logs::SubscriptionFilter {DestinationArn, RoleArn, FilterPattern}
 CDK: logGroup.addSubscriptionFilter('ToKinesis', { destination: new logsDestinations.KinesisDestination(stream), filterPattern: logs.FilterPattern.allEvents() }) */:
    logSubscription({
      label: 'streams log events to',
      delivery: 'async',
      properties: {
        filterPattern: text({ default: '', required: true, cfn: 'FilterPattern' }),
        distribution: choice(['ByLogStream', 'Random'], {
          default: 'ByLogStream',
          cfn: 'Distribution',
        }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
          resources: ['{target.arn}'],
          principal: 'logs.amazonaws.com',
        },
      ],
      docs: 'Log group-level subscription filters',
    }),
  firehose /* SAM: AWS::Logs::SubscriptionFilter {DestinationArn, RoleArn, FilterPattern}
 CDK: logGroup.addSubscriptionFilter('ToFirehose', { destination: new logsDestinations.FirehoseDestination(deliveryStream), filterPattern: logs.FilterPattern.allEvents() }) */:
    logSubscription({
      label: 'streams log events to',
      delivery: 'async',
      properties: { filterPattern: text({ default: '', required: true, cfn: 'FilterPattern' }) },
      statements: [
        {
          side: 'service-role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
          resources: ['{target.arn}'],
          principal: 'logs.amazonaws.com',
        },
      ],
      docs: 'Log group-level subscription filters',
    }),
  's3-bucket' /* SAM: nothing in CloudFormation (CreateExportTask); prefer firehose
 CDK: none (API call logs:CreateExportTask) */: dataExport({
    label: 'is exported to',
    delivery: 'async',
    statements: [
      { side: 'caller-identity', actions: ['logs:CreateExportTask'], resources: ['{source.arn}'] },
      {
        side: 'target-policy',
        actions: ['s3:GetBucketAcl', 's3:PutObject'],
        resources: ['{target.arn}', '{target.arn}/*'],
        principal: 'logs.amazonaws.com',
        conditions: { StringEquals: { 'aws:SourceAccount': '{account}' } },
      },
    ],
    docs: 'Exporting log data to Amazon S3',
  }),
});
