import { array, type Code, flag, invoke, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import type { Expression, ExpressionObject } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { containerId } from './ids.ts';

/** File systems that the tasks of a service mount: for the task definition and for its container. */
export interface MountedVolumes {
  readonly volumes: readonly ExpressionObject[] | undefined;
  readonly mountPoints: readonly ExpressionObject[] | undefined;
  readonly code: Code | undefined;
  /** Mounts them into the container of the CDK. */
  readonly statements: readonly Code[];
}

/** With the access point and the rights of the task role, encrypted. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html */
export const mountedVolumes = (scope: NodeScope): MountedVolumes => {
  const mounts = scope.links('out', { mechanism: 'file-system-mount' }).map((link) => ({
    name: link.target.id,
    fileSystem: link.target.attribute('id'),
    accessPoint: link.target.attribute('accessPointId'),
    path: link.value('localMountPath') ?? '/mnt/data',
    readOnly: link.read('access') === 'read',
  }));
  if (mounts.length === 0)
    return { volumes: undefined, mountPoints: undefined, code: undefined, statements: [] };
  return {
    volumes: mounts.map(({ name, fileSystem, accessPoint }) => ({
      Name: name,
      EFSVolumeConfiguration: {
        FilesystemId: fileSystem,
        TransitEncryption: 'ENABLED',
        AuthorizationConfig: { AccessPointId: accessPoint, IAM: 'ENABLED' },
      },
    })),
    mountPoints: mounts.map(({ name, path, readOnly }) => ({
      ContainerPath: path,
      SourceVolume: name,
      ReadOnly: readOnly,
    })),
    code: array(mounts.map(volumeCode)),
    statements: mounts.map(({ name, path, readOnly }) =>
      invoke(
        constructRef(containerId(scope)),
        'addMountPoints',
        object({
          containerPath: codeOf(path),
          sourceVolume: text(name),
          readOnly: flag(readOnly),
        }),
      ),
    ),
  };
};

const volumeCode = (mount: {
  readonly name: string;
  readonly fileSystem: Expression;
  readonly accessPoint: Expression;
}): Code =>
  object({
    name: text(mount.name),
    efsVolumeConfiguration: object({
      fileSystemId: codeOf(mount.fileSystem),
      transitEncryption: text('ENABLED'),
      authorizationConfig: object({
        accessPointId: codeOf(mount.accessPoint),
        iam: text('ENABLED'),
      }),
    }),
  });
