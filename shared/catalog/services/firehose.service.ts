import { kindNotExported } from '../not-exported.ts';
import { choice, megabytes, seconds, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const firehose = defineService({
  kind: 'firehose',
  title: 'Amazon Data Firehose stream',
  category: 'streaming',
  icon: 'AmazonDataFirehose',
  cloudFormation: ['AWS::KinesisFirehose::DeliveryStream'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    deliveryStreamName: text({ maxLength: 64, cfn: 'DeliveryStreamName' }),
    deliveryStreamType: choice(['DirectPut', 'KinesisStreamAsSource', 'MSKAsSource'], {
      default: 'DirectPut',
      help: 'Derived from the incoming connection.',
      cfn: 'DeliveryStreamType',
    }),
    bufferingSize: megabytes({
      default: 5,
      min: 1,
      max: 128,
      help: '64 MB or more with dynamic partitioning or format conversion; 1-100 for OpenSearch, 1-64 for HTTP endpoints.',
      cfn: 'ExtendedS3DestinationConfiguration.BufferingHints.SizeInMBs',
    }),
    bufferingInterval: seconds({
      default: 300,
      min: 0,
      max: 900,
      cfn: 'ExtendedS3DestinationConfiguration.BufferingHints.IntervalInSeconds',
    }),
    compressionFormat: choice(['UNCOMPRESSED', 'GZIP', 'ZIP', 'Snappy', 'HADOOP_SNAPPY'], {
      default: 'GZIP',
      cfn: 'ExtendedS3DestinationConfiguration.CompressionFormat',
    }),
    prefix: text({
      default: 'data/!{timestamp:yyyy/MM/dd}/',
      maxLength: 1024,
      cfn: 'ExtendedS3DestinationConfiguration.Prefix',
    }),
    errorOutputPrefix: text({
      default: 'errors/!{firehose:error-output-type}/',
      maxLength: 1024,
      help: 'Required when prefix contains an expression.',
      cfn: 'ExtendedS3DestinationConfiguration.ErrorOutputPrefix',
    }),
    dynamicPartitioning: yesNo({
      default: false,
      help: 'Only at creation.',
      cfn: 'ExtendedS3DestinationConfiguration.DynamicPartitioningConfiguration.Enabled',
    }),
    formatConversion: choice(['none', 'parquet', 'orc'], {
      default: 'none',
      help: 'Needs a Glue table.',
      cfn: 'ExtendedS3DestinationConfiguration.DataFormatConversionConfiguration',
    }),
    serverSideEncryption: yesNo({
      default: true,
      when: (read) => read('deliveryStreamType') === 'DirectPut',
      cfn: 'DeliveryStreamEncryptionConfigurationInput.KeyType',
    }),
  },
  explain: 'Amazon Data Firehose stream',
  limits: [
    'Record 1000 KiB before base64',
    'PutRecordBatch 500 records or 4 MiB',
    'Transform Lambda: 5 min timeout, 6 MB payload',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
