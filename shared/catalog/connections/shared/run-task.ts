import { create, flag, object } from '../../../lib/typescript/syntax.ts';
import { constructRef } from '../../code.ts';
import type { ConnectionReader, ConnectionScope, StatementTemplate } from '../../connection.ts';
import { clusterId, containerName } from '../../ecs/ids.ts';
import { publicIpOf, taskNetwork } from '../../ecs/run.ts';
import { textOf } from '../../ecs/task.ts';
import { type Expression, isExpressionObject } from '../../expression.ts';
import { eventbridgeTarget } from '../../mechanisms/eventbridge-target.mechanism.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { pipeTarget } from '../../mechanisms/pipe-target.mechanism.ts';
import { schedulerTarget } from '../../mechanisms/scheduler-target.mechanism.ts';
import { workflowTask } from '../../mechanisms/workflow-task.mechanism.ts';
import { choice, integer, json, map, type PropertyDefinition } from '../../property.ts';
import type { NodeScope } from '../../service.ts';
import { ruleTargetProperties } from './rule-target.ts';
import { jobTaskProperties } from './task-properties.ts';

/* Somebody starts single tasks of a service, which end when their work is done. */

const runTask = 'ecs:RunTask';
const roles = ['{target.taskRoleArn}', '{target.executionRoleArn}'];

/** A task runs under two roles, and whoever starts it hands them on. */
const passRoles = (side: StatementTemplate['side'], principal?: string): StatementTemplate => ({
  side,
  actions: ['iam:PassRole'],
  resources: roles,
  conditions: { StringLike: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  ...(principal === undefined ? {} : { principal }),
});

const countOfTasks: PropertyDefinition = integer({
  default: 1,
  min: 1,
  max: 10,
  unit: 'tasks',
  emitDefault: true,
  help: 'How many tasks are started at a time.',
});

const taskCount: PropertyDefinition = {
  ...countOfTasks,
  cfn: 'EcsParameters.TaskCount',
  cdk: 'taskCount',
};

/** From code. */
export const startsTasks = iamDataAccess({
  variant: 'run-task',
  preferred: true,
  label: 'starts tasks of',
  delivery: 'async',
  statements: [
    { side: 'source-role', actions: [runTask], resources: ['{target.taskDefinitionArn}'] },
    passRoles('source-role'),
    {
      side: 'source-role',
      actions: ['ecs:DescribeTasks', 'ecs:StopTask'],
      resources: ['arn:{partition}:ecs:{region}:{account}:task/{target.clusterName}/*'],
    },
  ],
  environment: [
    { name: 'CLUSTER_ARN', value: '{target.clusterArn}' },
    { name: 'TASK_DEFINITION_ARN', value: '{target.taskDefinitionArn}' },
    { name: 'TASK_SUBNET_IDS', value: '{target.subnetIds}' },
    { name: 'TASK_SECURITY_GROUP_IDS', value: '{target.securityGroupIds}' },
  ],
  explain:
    'The code starts a task for work that takes longer than a function may, and goes on. It names the cluster, the task definition, the subnets and the security groups, which it gets as variables.',
  docs: 'Amazon ECS task execution IAM role',
  options: {},
});

const hasPublicIp = (service: NodeScope): boolean => publicIpOf(service) === 'ENABLED';

/** From a rule. */
export const ruleStartsTasks = eventbridgeTarget({
  label: 'runs tasks of',
  delivery: 'async',
  properties: { taskCount, ...ruleTargetProperties },
  statements: [
    {
      side: 'service-role',
      actions: [runTask],
      resources: ['{target.taskDefinitionArn}'],
      principal: 'events.amazonaws.com',
      conditions: { ArnEquals: { 'ecs:cluster': '{target.clusterArn}' } },
    },
    {
      side: 'service-role',
      actions: ['ecs:TagResource'],
      resources: ['arn:{partition}:ecs:{region}:*:task/{target.clusterName}/*'],
      principal: 'events.amazonaws.com',
    },
    {
      side: 'service-role',
      actions: ['iam:PassRole'],
      resources: roles,
      principal: 'events.amazonaws.com',
    },
  ],
  explain:
    'Each event starts tasks in the subnets of the service. The event itself does not reach the program.',
  docs: 'Amazon ECS task targets',
  options: {
    cdk: 'eventsTargets.EcsTask',
    arn: '{target.clusterArn}',
    role: 'target',
    failures: 'no-policy',
    parameters: ({ target, value }) => ({
      Input: '{}',
      EcsParameters: {
        LaunchType: 'FARGATE',
        TaskCount: value('taskCount') ?? 1,
        TaskDefinitionArn: target.attribute('taskDefinitionArn'),
        NetworkConfiguration: {
          AwsVpcConfiguration: taskNetwork(target, 'subnetSelection').configuration,
        },
      },
    }),
    create: ({ target }, settings) =>
      create(
        'eventsTargets.EcsTask',
        object({
          cluster: constructRef(clusterId(target)),
          ...taskNetwork(target, 'subnetSelection').props,
          assignPublicIp: hasPublicIp(target) ? undefined : flag(false),
          ...settings,
        }),
      ),
    // The construct gives addresses only in a selection by the type PUBLIC; ours is by the name of the subnets.
    overrides: ({ target }) =>
      hasPublicIp(target)
        ? { 'EcsParameters.NetworkConfiguration.AwsVpcConfiguration.AssignPublicIp': 'ENABLED' }
        : {},
  },
});

/** From a schedule. */
export const scheduleStartsTasks = schedulerTarget({
  label: 'runs tasks of',
  delivery: 'async',
  properties: {
    taskCount,
    input: json({
      advanced: true,
      help: 'What the tasks run with instead: { containerOverrides: [{ name: "app", command: [...] }] }.',
    }),
  },
  statements: [
    {
      side: 'service-role',
      actions: [runTask],
      resources: ['{target.taskDefinitionArn}'],
      principal: 'scheduler.amazonaws.com',
    },
    passRoles('service-role', 'scheduler.amazonaws.com'),
  ],
  explain:
    'At the set time tasks start in the subnets of the service, do their work and end. For work that runs only then, set the number of tasks of the service itself to 0.',
  docs: 'Using templated targets in EventBridge Scheduler',
  options: {
    cdk: 'schedulerTargets.EcsRunFargateTask',
    called: ({ target }) => ({
      arn: target.attribute('clusterArn'),
      code: constructRef(clusterId(target)),
    }),
    parameters: ({ target, value }) => ({
      EcsParameters: {
        LaunchType: 'FARGATE',
        TaskCount: value('taskCount') ?? 1,
        TaskDefinitionArn: target.attribute('taskDefinitionArn'),
        NetworkConfiguration: {
          AwsvpcConfiguration: taskNetwork(target, 'vpcSubnets').configuration,
        },
      },
    }),
    settings: ({ target }) => taskNetwork(target, 'vpcSubnets').props,
  },
});

const isSync = ({ connection }: ConnectionReader): boolean => connection('pattern') === 'sync';

/** From a workflow. https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html */
export const workflowRunsTasks = workflowTask({
  label: 'runs tasks of',
  delivery: 'async',
  properties: {
    ...jobTaskProperties,
    pattern: choice(['sync', 'request-response', 'wait-for-task-token'], {
      default: 'sync',
      help: 'Sync waits until the program has ended, and fails when its exit code is not 0. Request-response goes on as soon as the task starts. Wait for task token goes on when the program sends the token back.',
    }),
  },
  statements: [
    { side: 'source-role', actions: [runTask], resources: ['{target.taskDefinitionArn}'] },
    passRoles('source-role'),
    {
      side: 'source-role',
      actions: ['ecs:StopTask', 'ecs:DescribeTasks'],
      resources: ['arn:{partition}:ecs:{region}:{account}:task/{target.clusterName}/*'],
      when: isSync,
    },
    {
      // Step Functions itself makes this rule to hear when the task has ended.
      side: 'source-role',
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: [
        'arn:{partition}:events:{region}:{account}:rule/StepFunctionsGetEventsForECSTaskRule',
      ],
      when: isSync,
    },
  ],
  explain:
    'The workflow starts a task of its own in the subnets of the service, and the program in it finds the input of the state in the variable WORKFLOW_INPUT (8,192 characters at most, with what else is set) and the token, where it waits for one, in TASK_TOKEN. A task starts within a minute and runs as long as it likes. For work that runs only so, set the number of tasks of the service itself to 0.',
  docs: 'Run Amazon ECS or Fargate tasks with Step Functions',
});

/** From a pipe. */
export const pipeStartsTasks = pipeTarget({
  label: 'runs tasks of',
  delivery: 'async',
  properties: {
    taskCount: countOfTasks,
    environment: map({
      help: 'Variables for the program: a text, or a part of the record such as $.body (queue) or $.dynamodb.Keys.id.S (table).',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: [runTask],
      resources: ['{target.taskDefinitionArn}'],
      conditions: { ArnEquals: { 'ecs:cluster': '{target.clusterArn}' } },
    },
    passRoles('source-role'),
  ],
  explain:
    'Each record starts a task in the subnets of the service. The record itself does not reach the program: what it needs goes into variables. The pipe takes a record for done when the task has started, whatever becomes of it.',
  docs: 'Amazon EventBridge Pipes targets',
  options: {
    arn: '{target.clusterArn}',
    parameters: (scope) => ({
      EcsTaskParameters: {
        LaunchType: 'FARGATE',
        TaskCount: scope.value('taskCount') ?? 1,
        TaskDefinitionArn: scope.target.attribute('taskDefinitionArn'),
        NetworkConfiguration: {
          AwsvpcConfiguration: taskNetwork(scope.target, 'vpcSubnets').configuration,
        },
        Overrides: overridesOf(scope),
      },
    }),
  },
});

/** The variables of the program as ECS wants them. */
const overridesOf = ({ source, target, value }: ConnectionScope): Expression | undefined => {
  const environment = value('environment');
  if (environment === undefined) return undefined;
  if (!isExpressionObject(environment)) {
    source.out.problem(
      `"${source.node.name}" and "${target.node.name}": the names of the variables must be known when the export is made. Set environment to a plain value.`,
    );
    return undefined;
  }
  const variables = Object.entries(environment);
  return variables.length === 0
    ? undefined
    : {
        ContainerOverrides: [
          {
            Name: containerName,
            Environment: variables.map(([Name, Value]) => ({ Name, Value: textOf(Value ?? '') })),
          },
        ],
      };
};
