import { connectionsFrom } from '../connection.ts';
import { codeSource } from '../mechanisms/code-source.mechanism.ts';
import { dataImport } from '../mechanisms/data-import.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { pushInvoke } from '../mechanisms/push-invoke.mechanism.ts';
import { replication } from '../mechanisms/replication.mechanism.ts';
import { choice, list, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromS3Bucket = connectionsFrom<Kind>('s3-bucket', {
  lambda: [
    /* SAM: Events: {Type: S3, Properties: {Bucket: !Ref Bucket, Events, Filter}}; SAM writes the permission. Policies of the same function must name the bucket by a fixed name, not by !Ref, or the stack is circular
 CDK: bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(fn), { prefix, suffix }) | fn.addEventSource(new lambdaEventSources.S3EventSourceV2(bucket, { events: [s3.EventType.OBJECT_CREATED] })) */
    pushInvoke({
      preferred: true,
      label: 'notifies',
      delivery: 'async',
      properties: {
        events: list({ default: ['s3:ObjectCreated:*'], required: true, cfn: 'Events' }),
        prefix: text(/* Filter.S3Key.Rules[prefix] */),
        suffix: text(/* Filter.S3Key.Rules[suffix] */),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: 's3.amazonaws.com',
          conditions: {
            ArnLike: { 'aws:SourceArn': '{source.arn}' },
            StringEquals: { 'aws:SourceAccount': '{account}' },
          },
        },
      ],
      docs: 'Process Amazon S3 event notifications with Lambda',
    }),
    /* SAM: CodeUri {Bucket, Key, Version}
 CDK: code: lambda.Code.fromBucketV2(bucket, objectKey) on lambda.Function */
    codeSource({
      variant: 'code',
      label: 'holds the deployment package of',
      delivery: 'config',
      properties: { key: text({ required: true }) },
      docs: 'Deploying Lambda functions as .zip file archives',
    }),
  ],
  'event-bus' /* SAM: NotificationConfiguration {EventBridgeConfiguration {EventBridgeEnabled: true}} on AWS::S3::Bucket
 CDK: bucket.enableEventBridgeNotification() */: eventSource({
    variant: 'service-events',
    label: 'publishes object events to',
    delivery: 'async',
    properties: {
      detailTypes: list({
        help: 'Object Created, Object Deleted, Object Restore Completed, Object Tags Added .',
      }),
    },
    docs: 'Using EventBridge',
  }),
  'sqs-queue' /* SAM: NotificationConfiguration.QueueConfigurations on AWS::S3::Bucket + AWS::SQS::QueuePolicy (bucket DependsOn policy); build the bucket ARN in the policy from the fixed bucket name (never !GetAtt, that is a circular dependency), without a fixed name use the aws:SourceAccount condition alone
 CDK: bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.SqsDestination(queue), { prefix }) */:
    pushInvoke({
      label: 'notifies',
      delivery: 'async',
      properties: {
        events: list({ default: ['s3:ObjectCreated:*'], required: true, cfn: 'Event' }),
        prefix: text(/* Filter.S3Key.Rules[prefix] */),
        suffix: text(/* Filter.S3Key.Rules[suffix] */),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['sqs:SendMessage'],
          resources: ['{target.arn}'],
          principal: 's3.amazonaws.com',
          conditions: {
            ArnLike: { 'aws:SourceArn': '{source.arn}' },
            StringEquals: { 'aws:SourceAccount': '{account}' },
          },
        },
      ],
      docs: 'Amazon S3 Event Notifications',
    }),
  'sns-topic' /* SAM: NotificationConfiguration.TopicConfigurations on AWS::S3::Bucket + AWS::SNS::TopicPolicy; build the bucket ARN in the policy from the fixed bucket name (never !GetAtt, that is a circular dependency), without a fixed name use the aws:SourceAccount condition alone
 CDK: bucket.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.SnsDestination(topic), { prefix }) */:
    pushInvoke({
      label: 'notifies',
      delivery: 'async',
      properties: {
        events: list({ default: ['s3:ObjectCreated:*'], required: true, cfn: 'Event' }),
        prefix: text(/* Filter.S3Key.Rules[prefix] */),
        suffix: text(/* Filter.S3Key.Rules[suffix] */),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['sns:Publish'],
          resources: ['{target.arn}'],
          principal: 's3.amazonaws.com',
          conditions: {
            ArnLike: { 'aws:SourceArn': '{source.arn}' },
            StringEquals: { 'aws:SourceAccount': '{account}' },
          },
        },
      ],
      docs: 'Amazon S3 Event Notifications',
    }),
  's3-bucket': [
    /* SAM: ReplicationConfiguration {Role, Rules} on AWS::S3::Bucket
 CDK: new s3.Bucket(this, 'Source', { versioned: true, replicationRules: [{ destination: targetBucket, priority: 1 }] }) */
    replication({
      variant: 'replication',
      preferred: true,
      label: 'replicates to',
      delivery: 'async',
      properties: {
        prefix: text({ default: '' }),
        storageClass: choice(
          [
            'STANDARD',
            'STANDARD_IA',
            'ONEZONE_IA',
            'INTELLIGENT_TIERING',
            'GLACIER_IR',
            'GLACIER',
            'DEEP_ARCHIVE',
          ],
          { default: 'STANDARD', cfn: 'ReplicationConfiguration.Rules.Destination.StorageClass' },
        ),
        deleteMarkers: yesNo({ default: false }),
        replicationTimeControl: yesNo({ default: false }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
          resources: ['{source.arn}'],
          principal: 's3.amazonaws.com',
        },
        {
          side: 'service-role',
          actions: [
            's3:GetObjectVersionForReplication',
            's3:GetObjectVersionAcl',
            's3:GetObjectVersionTagging',
          ],
          resources: ['{source.arn}/*'],
          principal: 's3.amazonaws.com',
        },
        {
          side: 'service-role',
          actions: ['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'],
          resources: ['{target.arn}/*'],
          principal: 's3.amazonaws.com',
        },
      ],
      docs: 'Replicating objects within and across Regions',
    }),
    /* SAM: LoggingConfiguration {DestinationBucketName, LogFilePrefix} on AWS::S3::Bucket
 CDK: new s3.Bucket(this, 'B', { serverAccessLogsBucket: logBucket, serverAccessLogsPrefix: 'access/' }) */
    logging({
      variant: 'access-logs',
      label: 'writes server access logs to',
      delivery: 'async',
      properties: {
        prefix: text({ default: 'access/', cfn: 'LoggingConfiguration.LogFilePrefix' }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['s3:PutObject'],
          resources: ['{target.arn}/*'],
          principal: 'logging.s3.amazonaws.com',
          conditions: {
            ArnLike: { 'aws:SourceArn': '{source.arn}' },
            StringEquals: { 'aws:SourceAccount': '{account}' },
          },
        },
      ],
      docs: 'Logging requests with server access logging',
      options: { setting: 'bucket' },
    }),
  ],
  'dynamodb-table' /* SAM: ImportSourceSpecification {S3BucketSource, InputFormat, InputCompressionType} on AWS::DynamoDB::Table; errors in log group /aws-dynamodb/imports
 CDK: new dynamodb.Table(this, 'T', { partitionKey, importSource: { inputFormat: dynamodb.InputFormat.dynamoDBJson(), bucket } }) (Table, not TableV2) */:
    dataImport({
      label: 'is imported into',
      delivery: 'config',
      properties: {
        inputFormat: choice(
          ['CSV', 'DYNAMODB_JSON', 'ION'],
          {
            default: 'DYNAMODB_JSON',
            required: true,
          } /* AWS::DynamoDB::Table#ImportSourceSpecification.InputFormat */,
        ),
        compression: choice(
          ['NONE', 'GZIP', 'ZSTD'],
          {
            default: 'NONE',
          } /* AWS::DynamoDB::Table#ImportSourceSpecification.InputCompressionType */,
        ),
        keyPrefix:
          text(/* AWS::DynamoDB::Table#ImportSourceSpecification.S3BucketSource.S3KeyPrefix */),
      },
      statements: [
        {
          side: 'deployer',
          actions: [
            'dynamodb:ImportTable',
            'dynamodb:DescribeImport',
            's3:GetObject',
            's3:ListBucket',
            'logs:CreateLogGroup',
            'logs:CreateLogStream',
            'logs:PutLogEvents',
            'logs:PutRetentionPolicy',
          ],
          resources: ['{target.arn}', '{source.arn}', '{source.arn}/*'],
        },
      ],
      docs: 'DynamoDB data import from Amazon S3: how it works',
    }),
});
