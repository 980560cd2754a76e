import { invoke, member } from '../../lib/typescript/syntax.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { mountTargetIds, nfsPort } from '../efs/file-system.ts';
import { letIn } from '../network/let-in.ts';
import { tcp } from '../network/security-groups.ts';

export interface FileSystemMount {
  /** Who mounts: a function and a task have settings for it; a program on a server does it itself. */
  readonly by: 'function' | 'task' | 'program';
}

/** Code works with the files as if they were on a disk of its own. */
export const fileSystemMount = defineMechanism<FileSystemMount>({
  id: 'file-system-mount',
  family: 'data',
  title: 'Mounted file system',
  explain:
    'The file system appears as a folder, and the code reads and writes files in it, together with all others that mount it. It goes over the network, to the mount target in the same zone: the security group of the file system must let the client in on port 2049, and IAM must allow the mount. Isobar writes the rule and the permission.',
  emit(scope) {
    const { source, options } = scope;
    letIn(scope, tcp(nfsPort));
    for (const statement of scope.statements('source-role'))
      source.out.allow(source.node.id, statement);
    if (options.by === 'function') mountInFunction(scope);
    else if (options.by === 'task') awaitMountTargets(scope);
  },
});

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html */
const mountInFunction = (scope: ConnectionScope): void => {
  const { source, target, connection } = scope;
  const { out, id } = source;
  const mounts = source.links('out', { mechanism: 'file-system-mount' });
  if (mounts[0]?.connection.id !== connection.id) {
    out.problem(
      `"${source.node.name}" mounts more than one file system, and a function can mount one. Remove the connection to "${target.node.name}" or the other one.`,
    );
    return;
  }
  const configs = [
    {
      Arn: target.attribute('accessPointArn'),
      LocalMountPath: scope.value('localMountPath') ?? '/mnt/data',
    },
  ];
  out.set(id, 'FileSystemConfigs', configs);
  // The L2 construct would let every function write.
  out.override(id, 'FileSystemConfigs', configs);
  awaitMountTargets(scope);
};

/** Lambda looks for the mount targets when the function is made, and tasks cannot start without one. */
const awaitMountTargets = ({ source, target }: ConnectionScope): void => {
  source.out.dependsOn(source.id, ...mountTargetIds(target));
  source.out.statement(
    invoke(
      source.construct,
      'node.addDependency',
      member(target.construct, 'mountTargetsAvailable'),
    ),
  );
};
