import { connectionsFrom } from '../connection.ts';
import { backup } from '../mechanisms/backup.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { streamDelivery } from '../mechanisms/stream-delivery.mechanism.ts';
import { transform } from '../mechanisms/transform.mechanism.ts';
import { choice, integer, numeric, seconds } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromFirehose = connectionsFrom<Kind>('firehose', {
  lambda /* SAM: ProcessingConfiguration {Enabled: true, Processors: [{Type: Lambda, Parameters: [{ParameterName: LambdaArn}]}]} on AWS::KinesisFirehose::DeliveryStream
 CDK: new firehose.S3Bucket(bucket, { processors: [new firehose.LambdaFunctionProcessor(fn, { bufferSize, retries })] }) */:
    transform({
      label: 'transforms records with',
      properties: {
        bufferSize: numeric(
          {
            default: 1,
            min: 0.2,
            max: 3,
            unit: 'MB',
          } /* ProcessingConfiguration.Processors.Parameters[BufferSizeInMBs] */,
        ),
        bufferInterval: seconds(
          {
            default: 60,
            min: 0,
            max: 900,
          } /* ProcessingConfiguration.Processors.Parameters[BufferIntervalInSeconds] */,
        ),
        retries: integer(
          {
            default: 3,
            min: 0,
            max: 300,
          } /* ProcessingConfiguration.Processors.Parameters[NumberOfRetries] */,
        ),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['lambda:InvokeFunction', 'lambda:GetFunctionConfiguration'],
          resources: ['{target.arn}', '{target.arn}:*'],
        },
      ],
      docs: 'Transform source data in Amazon Data Firehose',
    }),
  's3-bucket': [
    /* SAM: ExtendedS3DestinationConfiguration {BucketARN, RoleARN, Prefix, BufferingHints, CompressionFormat}
 CDK: new firehose.DeliveryStream(this, 'Fh', { destination: new firehose.S3Bucket(bucket, { bufferingInterval, bufferingSize, compression: firehose.Compression.GZIP, dataOutputPrefix }) }) */
    streamDelivery({
      preferred: true,
      label: 'delivers to',
      delivery: 'stream',
      statements: [
        {
          side: 'source-role',
          actions: [
            's3:AbortMultipartUpload',
            's3:GetBucketLocation',
            's3:GetObject',
            's3:ListBucket',
            's3:ListBucketMultipartUploads',
            's3:PutObject',
          ],
          resources: ['{target.arn}', '{target.arn}/*'],
        },
      ],
      docs: 'Understand data delivery in Amazon Data Firehose',
    }),
    /* SAM: S3Configuration (staging or backup) of the destination configuration
 CDK: s3Backup: { bucket, mode: firehose.BackupMode.FAILED } on firehose.HttpEndpoint | s3Backup: { bucket, mode: firehose.BackupMode.ALL } on firehose.S3Bucket */
    backup({
      variant: 'backup',
      label: 'backs up and stages in',
      delivery: 'async',
      reversible: true,
      properties: {
        backupMode: choice(['FailedOnly', 'All'], {
          default: 'FailedOnly',
          help: 'S3BackupMode / FailedDataOnly / AllData by destination.',
        }),
      },
      statements: [
        {
          side: 'source-role',
          actions: [
            's3:PutObject',
            's3:AbortMultipartUpload',
            's3:ListBucket',
            's3:GetBucketLocation',
          ],
          resources: ['{target.arn}', '{target.arn}/*'],
        },
      ],
      docs: 'Configure backup settings',
    }),
  ],
  'external-endpoint' /* SAM: HttpEndpointDestinationConfiguration {EndpointConfiguration {Url, AccessKey}, S3Configuration}
 CDK: new firehose.DeliveryStream(this, 'Fh', { destination: new firehose.HttpEndpoint({ endpointConfig: { url, secret } }) }) */:
    streamDelivery({
      label: 'posts to',
      delivery: 'stream',
      properties: { retryDuration: seconds({ default: 300, min: 0, max: 7200 }) },
      docs: 'Understand data delivery in Amazon Data Firehose',
    }),
  'log-group' /* SAM: CloudWatchLoggingOptions {Enabled, LogGroupName, LogStreamName}
 CDK: new firehose.S3Bucket(bucket, { loggingConfig: new firehose.EnableLogging(logGroup) }) */:
    logging({
      label: 'writes delivery errors to',
      delivery: 'async',
      statements: [
        { side: 'source-role', actions: ['logs:PutLogEvents'], resources: ['{target.arn}:*'] },
      ],
      docs: 'Monitor Amazon Data Firehose using CloudWatch Logs',
      options: { setting: 'by-kind' },
    }),
});
