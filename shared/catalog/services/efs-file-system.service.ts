import { call } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { accessPointArn, accessPointId, emitFileSystem } from '../efs/file-system.ts';
import { refOf } from '../expression.ts';
import { choice, numeric, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const efsFileSystem = defineService({
  kind: 'efs-file-system',
  title: 'EFS file system',
  words: 'efs nfs file system files shared storage mount volume',
  category: 'storage',
  icon: 'AmazonEFS',
  cloudFormation: ['AWS::EFS::FileSystem', 'AWS::EFS::MountTarget', 'AWS::EFS::AccessPoint'],
  placement: { parents: ['subnet', 'vpc'], scope: 'regional', vpc: 'required', subnet: 'required' },
  properties: {
    throughputMode: choice(['bursting', 'provisioned', 'elastic'], {
      default: 'elastic',
      // CloudFormation would take bursting.
      emitDefault: true,
      help: 'elastic: as fast as it is asked, paid by what is read and written. bursting: grows with the size. provisioned: a fixed rate.',
      cfn: 'ThroughputMode',
      cdk: {
        name: 'throughputMode',
        enum: 'efs.ThroughputMode',
        members: { bursting: 'BURSTING', provisioned: 'PROVISIONED', elastic: 'ELASTIC' },
      },
    }),
    provisionedThroughput: numeric({
      default: 10,
      min: 1,
      unit: 'MiB/s',
      emitDefault: true,
      when: (read) => read('throughputMode') === 'provisioned',
      help: 'The rate that is paid for, used or not.',
      cfn: 'ProvisionedThroughputInMibps',
      cdk: (value) => ({
        provisionedThroughputPerSecond: call('cdk.Size.mebibytes', codeOf(Number(value))),
      }),
    }),
    performanceMode: choice(['generalPurpose', 'maxIO'], {
      default: 'generalPurpose',
      advanced: true,
      when: (read) => read('throughputMode') !== 'elastic',
      help: 'generalPurpose answers fastest and is right for almost everything; maxIO is of the past. Cannot be changed later.',
      cfn: 'PerformanceMode',
      cdk: {
        name: 'performanceMode',
        enum: 'efs.PerformanceMode',
        members: { generalPurpose: 'GENERAL_PURPOSE', maxIO: 'MAX_IO' },
      },
    }),
    encrypted: yesNo({
      default: true,
      emitDefault: true,
      help: 'Encrypts what is stored. Cannot be changed later.',
      cfn: 'Encrypted',
      cdk: 'encrypted',
    }),
    enforceTls: yesNo({
      default: true,
      help: 'Refuses connections that are not encrypted, and clients without an IAM permission.',
    }),
    lifecycleToIa: choice(
      [
        'none',
        ...[1, 7, 14, 30, 60, 90, 180, 270, 365].map(
          (count) => `AFTER_${count}_DAY${count === 1 ? '' : 'S'}`,
        ),
      ],
      {
        default: 'AFTER_30_DAYS',
        help: 'Files that nobody reads for so long move to cheaper storage, where reading costs more.',
      },
    ),
    accessPointPath: text({
      default: '/lambda',
      maxLength: 100,
      pattern: '^/[^\\s]*$',
      help: 'The folder that clients see as the root; it is made when it is missing.',
    }),
    posixUid: text({
      default: '1000',
      pattern: '^[0-9]{1,10}$',
      advanced: true,
      help: 'The user and group as which everybody works behind the access point.',
    }),
    automaticBackups: yesNo({
      default: true,
      help: 'AWS Backup copies the files once a day and keeps each copy 35 days.',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'fileSystemId' },
    arn: { cfn: 'Arn', cdk: 'fileSystemArn' },
    accessPointId: {
      cfn: ({ id }) => refOf(accessPointId(id)),
      cdk: (_construct, { id }) => codeOf(refOf(accessPointId(id))),
    },
    accessPointArn: {
      cfn: ({ id }) => accessPointArn(id),
      cdk: (_construct, { id }) => codeOf(accessPointArn(id)),
    },
  },
  clients: [{ variables: ['EFS_MOUNT_PATH'], what: 'EFS', own: 'read and write files here' }],
  summary: (read) => [String(read('throughputMode')), String(read('accessPointPath'))].join(' · '),
  explain:
    'EFS keeps files that many clients use at once: functions, containers and servers mount it like a disk, in whatever zone they are. It grows and shrinks by itself, so nobody chooses a size. It stands in your VPC, with an address in each zone. Use it where code needs a file system; for files by themselves S3 costs less.',
  cost: 'By the gigabyte stored, less for files that are rarely read, and by what is read and written.',
  limits: [
    'One mount target in each Availability Zone.',
    'A function mounts one file system, and up to 25,000 connections share it.',
    '1,000 access points of a file system (adjustable to 10,000).',
  ],
  docs: 'https://docs.aws.amazon.com/efs/latest/ug/whatisefs.html',
  emit: emitFileSystem,
});
