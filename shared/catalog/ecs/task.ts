import { array, type Code, call, name, number, object, text } from '../../lib/typescript/syntax.ts';
import type { PolicyStatement } from '../blueprint.ts';
import { codeOf, constructRef } from '../code.ts';
import {
  type Expression,
  type ExpressionObject,
  getAtt,
  isToken,
  join,
  pseudo,
  refOf,
  type TypedToken,
  tokenKind,
} from '../expression.ts';
import { ownLogGroup, physicalNameCode } from '../log-groups.ts';
import { memberOf } from '../members.ts';
import type { NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';
import {
  containerId,
  containerName,
  drawnTaskRole,
  executionRoleId,
  taskId,
  taskRoleId,
} from './ids.ts';
import { containerImage } from './image.ts';
import { mountedVolumes } from './volumes.ts';

const tasksService = 'ecs-tasks.amazonaws.com';

/** Storage that every task has without asking. */
const includedStorage = 20;

/** A number for a property of the CDK, known now or at deployment. */
const numberCode = (value: Expression): Code =>
  typeof value === 'number' ? number(value) : call('cdk.Token.asNumber', codeOf(value));

/** ECS takes sizes and variables as texts. */
export const textOf = (value: Expression): Expression =>
  typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : isToken(value) && tokenKind(value) === 'typed'
      ? (value as TypedToken).value
      : value;

/** The command as the user gave it; nothing where the image has its own. */
const commandOf = (scope: NodeScope): readonly Expression[] | undefined => {
  const command = scope.value('command');
  return Array.isArray(command) && command.length > 0
    ? (command as readonly Expression[]).map(textOf)
    : undefined;
};

/** The task definition with its two roles, its log group, and the container that `writeContainer` fills. */
export const emitTask = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const [drawn] = scope.links('out', { mechanism: 'logging' });
  const logGroup = drawn?.target.id ?? ownLogGroup(scope);
  const image = containerImage(scope);
  const role = taskRoleId(scope);
  if (drawnTaskRole(scope, 'task') === undefined) serviceRole(out, role, { service: tasksService });
  emitExecutionRole(scope, [
    ...image.pull,
    {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [getAtt(logGroup, 'Arn')],
    },
  ]);
  out.identity(node.id, { resource: role, cdk: constructRef(role), method: 'addToPolicy' });

  const cpu = scope.value('cpu') ?? 256;
  const memory = scope.value('memory') ?? 512;
  const architecture = scope.value('cpuArchitecture') ?? 'ARM64';
  const storage = scope.value('ephemeralStorage');
  const extra = storage === undefined || storage === includedStorage ? undefined : storage;
  const mounted = mountedVolumes(scope);
  const family = join(pseudo('StackName'), `-${id}`);
  out.resource(taskId(scope), {
    type: 'AWS::ECS::TaskDefinition',
    properties: {
      Family: family,
      Cpu: textOf(cpu),
      Memory: textOf(memory),
      NetworkMode: 'awsvpc',
      RequiresCompatibilities: ['FARGATE'],
      RuntimePlatform: { CpuArchitecture: architecture, OperatingSystemFamily: 'LINUX' },
      EphemeralStorage: extra === undefined ? undefined : { SizeInGiB: extra },
      TaskRoleArn: getAtt(role, 'Arn'),
      ExecutionRoleArn: getAtt(executionRoleId(scope), 'Arn'),
      Volumes: mounted.volumes,
    },
    cdk: {
      class: 'ecs.FargateTaskDefinition',
      props: {
        family: physicalNameCode(family),
        cpu: numberCode(cpu),
        memoryLimitMiB: numberCode(memory),
        ephemeralStorageGiB: extra === undefined ? undefined : numberCode(extra),
        runtimePlatform: object({
          cpuArchitecture: memberOf(
            'ecs.CpuArchitecture',
            { X86_64: 'X86_64', ARM64: 'ARM64' },
            architecture,
            'ARM64',
          ),
          operatingSystemFamily: name('ecs.OperatingSystemFamily.LINUX'),
        }),
        taskRole: constructRef(role),
        executionRole: constructRef(executionRoleId(scope)),
        volumes: mounted.code,
      },
      ...(isToken(architecture)
        ? { overrides: [{ path: 'RuntimePlatform.CpuArchitecture', value: architecture }] }
        : {}),
    },
  });
  const command = commandOf(scope);
  out.construct(containerId(scope), {
    class: 'ecs.ContainerDefinition',
    props: {
      taskDefinition: constructRef(taskId(scope)),
      containerName: text(containerName),
      image: image.code,
      command: command === undefined ? undefined : array(command.map(codeOf)),
      portMappings: array([object({ containerPort: numberCode(portOf(scope)) })]),
      logging: call(
        'ecs.LogDriver.awsLogs',
        object({ logGroup: constructRef(logGroup), streamPrefix: text(id) }),
      ),
    },
  });
  out.statement(...mounted.statements);
  containers.set(scope, {
    Name: containerName,
    Image: image.address,
    Essential: true,
    Command: command,
    MountPoints: mounted.mountPoints,
    PortMappings: [{ ContainerPort: portOf(scope), Protocol: 'tcp' }],
    LogConfiguration: {
      LogDriver: 'awslogs',
      Options: {
        'awslogs-group': refOf(logGroup),
        'awslogs-region': pseudo('Region'),
        'awslogs-stream-prefix': id,
      },
    },
  });
};

/** In the CDK the task definition allows the same by itself, whatever role it has. */
const emitExecutionRole = (scope: NodeScope, statements: readonly PolicyStatement[]): void => {
  const { out, id } = scope;
  const drawn = drawnTaskRole(scope, 'execution');
  if (drawn === undefined)
    serviceRole(out, executionRoleId(scope), {
      service: tasksService,
      policy: { name: `${id}ExecutionPolicy`, statements },
    });
  else for (const statement of statements) out.allow(drawn.node.id, statement, 'sam');
};

const containers = new WeakMap<NodeScope, ExpressionObject>();

/** The port that the container listens on. */
export const portOf = (scope: NodeScope): Expression => scope.value('containerPort') ?? 80;

/** The port in a text, such as a variable. */
export const portText = (scope: NodeScope): Expression => textOf(portOf(scope));

/** Writes the container when its environment is known. */
export const writeContainer = (
  scope: NodeScope,
  environment: ReadonlyMap<string, Expression>,
): void => {
  const { out } = scope;
  const container = containers.get(scope);
  if (container === undefined) return;
  const variables = [...environment].map(([Name, value]) => ({ Name, Value: textOf(value) }));
  out.set(taskId(scope), 'ContainerDefinitions', [
    { ...container, ...(variables.length === 0 ? {} : { Environment: variables }) },
  ]);
  if (variables.length > 0)
    out.props(containerId(scope), {
      environment: codeOf(
        Object.fromEntries([...environment].map(([key, value]) => [key, textOf(value)])),
      ),
    });
};
