import type { StatementTemplate } from '../../connection.ts';
import {
  type FileSystemMount,
  fileSystemMount,
} from '../../mechanisms/file-system-mount.mechanism.ts';
import { choice, text } from '../../property.ts';

const throughAccessPoint = {
  StringEquals: { 'elasticfilesystem:AccessPointArn': '{target.accessPointArn}' },
} as const;

const access = choice(['read', 'readwrite'], {
  default: 'readwrite',
  required: true,
  help: 'Choose read where nothing is written.',
});

const mountStatements: readonly StatementTemplate[] = [
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
];

/** From a program on a server, which mounts the file system itself. */
export const mountsFileSystem = fileSystemMount({
  label: 'mounts',
  properties: { access },
  statements: mountStatements,
  explain:
    'The programs on the server see the files as a folder. Somebody has to mount it there, at best with the EFS mount helper and the access point, which also encrypts: sudo mount -t efs -o tls,iam,accesspoint=fsap-0123 fs-0123:/ /mnt/data. Isobar opens the port to the file system and gives the role of the server the permission.',
  docs: 'Mounting EFS file systems',
  options: { by: 'program' },
});

/** From code to a file system, through its access point. */
export const toFileSystem = (by: Exclude<FileSystemMount['by'], 'program'>) =>
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
      access,
    },
    statements: mountStatements,
    environment: [{ name: 'EFS_MOUNT_PATH', value: '{connection.localMountPath}' }],
    ...(by === 'task'
      ? {
          explain:
            'Fargate mounts the file system into the container before the program starts, with the task role and encrypted on the way. The files outlive the task, and all tasks see the same ones.',
          docs: 'Use Amazon EFS volumes with Amazon ECS',
        }
      : { docs: 'Configuring file system access for Lambda functions' }),
    options: { by },
  });
