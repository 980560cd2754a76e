import {
  type FileSystemMount,
  fileSystemMount,
} from '../../mechanisms/file-system-mount.mechanism.ts';
import { choice, text } from '../../property.ts';

const throughAccessPoint = {
  StringEquals: { 'elasticfilesystem:AccessPointArn': '{target.accessPointArn}' },
} as const;

/** From code to a file system, through its access point. */
export const toFileSystem = (by: FileSystemMount['by']) =>
  fileSystemMount({
    label: 'mounts',
    properties: {
      localMountPath: text({
        default: '/mnt/data',
        required: true,
        maxLength: 160,
        pattern: '^/mnt/[a-zA-Z0-9-_.]+$',
        help: 'Where the code finds the files. Starts with /mnt/.',
      }),
      access: choice(['read', 'readwrite'], {
        default: 'readwrite',
        required: true,
        help: 'Choose read where nothing is written.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['elasticfilesystem:ClientMount'],
        resources: ['{target.arn}'],
        conditions: throughAccessPoint,
        when: ({ connection }) => connection('access') === 'read',
      },
      {
        side: 'source-role',
        actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
        resources: ['{target.arn}'],
        conditions: throughAccessPoint,
        when: ({ connection }) => connection('access') !== 'read',
      },
    ],
    environment: [{ name: 'EFS_MOUNT_PATH', value: '{connection.localMountPath}' }],
    docs: 'Configuring file system access for Lambda functions',
    options: { by },
  });
