import { kindNotExported } from '../not-exported.ts';
import { choice, numeric, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const efsFileSystem = defineService({
  kind: 'efs-file-system',
  title: 'EFS file system',
  words: 'efs nfs file system shared storage mount',
  category: 'storage',
  icon: 'AmazonEFS',
  cloudFormation: ['AWS::EFS::FileSystem', 'AWS::EFS::MountTarget', 'AWS::EFS::AccessPoint'],
  placement: { parents: ['subnet', 'vpc'], scope: 'regional', vpc: 'required', subnet: 'required' },
  properties: {
    performanceMode: choice(['generalPurpose', 'maxIO'], {
      default: 'generalPurpose',
      cfn: 'PerformanceMode',
    }),
    throughputMode: choice(['bursting', 'provisioned', 'elastic'], {
      default: 'elastic',
      help: 'CloudFormation default is bursting.',
      cfn: 'ThroughputMode',
    }),
    provisionedThroughput: numeric({
      min: 1,
      unit: 'MiB/s',
      when: (read) => read('throughputMode') === 'provisioned',
      cfn: 'ProvisionedThroughputInMibps',
    }),
    encrypted: yesNo({ default: true, cfn: 'Encrypted' }),
    lifecycleToIa: choice(
      [
        'none',
        'AFTER_1_DAY',
        'AFTER_7_DAYS',
        'AFTER_14_DAYS',
        'AFTER_30_DAYS',
        'AFTER_60_DAYS',
        'AFTER_90_DAYS',
        'AFTER_180_DAYS',
        'AFTER_270_DAYS',
        'AFTER_365_DAYS',
      ],
      { default: 'AFTER_30_DAYS', cfn: 'LifecyclePolicies.TransitionToIA' },
    ),
    accessPointPath: text({ default: '/lambda' } /* AWS::EFS::AccessPoint#RootDirectory.Path */),
    posixUid: text({ default: '1000' } /* AWS::EFS::AccessPoint#PosixUser.Uid */),
    automaticBackups: yesNo({ default: true, cfn: 'BackupPolicy.Status' }),
  },
  explain: 'EFS file system',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
