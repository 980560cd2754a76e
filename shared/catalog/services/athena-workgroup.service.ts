import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const athenaWorkgroup = defineService({
  kind: 'athena-workgroup',
  title: 'Athena workgroup',
  words: 'athena sql query presto trino adhoc',
  category: 'analytics',
  icon: 'AmazonAthena',
  cloudFormation: ['AWS::Athena::WorkGroup'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ required: true, maxLength: 128, cfn: 'Name' }),
    engineVersion: choice(['AUTO', 'Athena engine version 3'], {
      default: 'AUTO',
      cfn: 'WorkGroupConfiguration.EngineVersion.SelectedEngineVersion',
    }),
    enforceWorkGroupConfiguration: yesNo({
      default: true,
      cfn: 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
    }),
    bytesScannedCutoff: integer({
      min: 10000000,
      unit: 'bytes',
      cfn: 'WorkGroupConfiguration.BytesScannedCutoffPerQuery',
    }),
    resultEncryption: choice(['SSE_S3', 'SSE_KMS', 'CSE_KMS'], {
      default: 'SSE_S3',
      cfn: 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption',
    }),
    publishMetrics: yesNo({
      default: true,
      cfn: 'WorkGroupConfiguration.PublishCloudWatchMetricsEnabled',
    }),
    recursiveDeleteOption: yesNo({ default: false, cfn: 'RecursiveDeleteOption' }),
  },
  explain: 'Athena workgroup',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
