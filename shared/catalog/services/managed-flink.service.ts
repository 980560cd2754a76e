import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const managedFlink = defineService({
  kind: 'managed-flink',
  title: 'Managed Service for Apache Flink (Kinesis Data Analytics)',
  words: 'flink kinesis analytics stream processing sql window',
  category: 'streaming',
  icon: 'AmazonManagedServiceforApacheFlink',
  cloudFormation: ['AWS::KinesisAnalyticsV2::Application'],
  placement: {
    parents: ['region', 'vpc', 'subnet'],
    scope: 'regional',
    vpc: 'optional',
    subnet: 'optional',
  },
  properties: {
    applicationName: text({ maxLength: 128, cfn: 'ApplicationName' }),
    runtimeEnvironment: choice(['FLINK-1_18', 'FLINK-1_19', 'FLINK-1_20', 'FLINK-2_2'], {
      default: 'FLINK-1_20',
      required: true,
      help: 'FLINK-2_2 not verified; SQL-1_0 is discontinued.',
      cfn: 'RuntimeEnvironment',
    }),
    codeS3Key: text({
      help: 'Jar or zip in an s3-bucket connected as code source.',
      cfn: 'ApplicationConfiguration.ApplicationCodeConfiguration.CodeContent.S3ContentLocation.FileKey',
    }),
    parallelism: integer({
      default: 1,
      min: 1,
      cfn: 'ApplicationConfiguration.FlinkApplicationConfiguration.ParallelismConfiguration.Parallelism',
    }),
    parallelismPerKpu: integer({
      default: 1,
      min: 1,
      max: 8,
      cfn: 'ApplicationConfiguration.FlinkApplicationConfiguration.ParallelismConfiguration.ParallelismPerKPU',
    }),
    autoScaling: yesNo({
      default: true,
      cfn: 'ApplicationConfiguration.FlinkApplicationConfiguration.ParallelismConfiguration.AutoScalingEnabled',
    }),
    snapshots: yesNo({
      default: true,
      cfn: 'ApplicationConfiguration.ApplicationSnapshotConfiguration.SnapshotsEnabled',
    }),
    logLevel: choice(['DEBUG', 'INFO', 'WARN', 'ERROR'], {
      default: 'INFO',
      cfn: 'ApplicationConfiguration.FlinkApplicationConfiguration.MonitoringConfiguration.LogLevel',
    }),
  },
  explain:
    'Kinesis Data Analytics for SQL ended on 27 January 2026; only Flink applications are modelled.',
  limits: [
    '1 KPU = 1 vCPU + 4 GB; 64 KPU per application by default',
    '50 applications per region by default',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
