import type { RoleUse } from '../mechanisms/identity.mechanism.ts';
import type { NodeScope } from '../service.ts';

/* The resources beside a service; other kinds refer to them through the attributes of the service. */

export const clusterId = ({ id }: NodeScope): string => `${id}Cluster`;
export const taskId = ({ id }: NodeScope): string => `${id}TaskDefinition`;
export const containerId = ({ id }: NodeScope): string => `${id}Container`;

/** The role that is drawn for the tasks, or for starting them; undefined where the export makes one. */
export const drawnTaskRole = (
  scope: NodeScope,
  roleType: 'task' | 'execution',
): NodeScope | undefined =>
  scope
    .links('out', { mechanism: 'identity' })
    .find((link) => (link.options as RoleUse).use === 'runs' && link.read('roleType') === roleType)
    ?.target;

/** What the code in the container may do. */
export const taskRoleId = (scope: NodeScope): string =>
  drawnTaskRole(scope, 'task')?.id ?? `${scope.id}TaskRole`;

/** What Fargate may do to start the container: pull the image, write logs. */
export const executionRoleId = (scope: NodeScope): string =>
  drawnTaskRole(scope, 'execution')?.id ?? `${scope.id}ExecutionRole`;

/** The name of the one container in the task definition, which load balancers and tasks name. */
export const containerName = 'app';
