import type { NodeScope } from '../service.ts';

/* The resources beside a service; other kinds refer to them through the attributes of the service. */

export const clusterId = ({ id }: NodeScope): string => `${id}Cluster`;
export const taskId = ({ id }: NodeScope): string => `${id}TaskDefinition`;
export const containerId = ({ id }: NodeScope): string => `${id}Container`;
/** What the code in the container may do. */
export const taskRoleId = ({ id }: NodeScope): string => `${id}TaskRole`;
/** What Fargate may do to start the container: pull the image, write logs. */
export const executionRoleId = ({ id }: NodeScope): string => `${id}ExecutionRole`;

/** The name of the one container in the task definition, which load balancers and tasks name. */
export const containerName = 'app';
