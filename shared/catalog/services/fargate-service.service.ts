import { member, number } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { registryId, serviceHost } from '../ecs/discovery.ts';
import { clusterId, executionRoleId, taskId, taskRoleId } from '../ecs/ids.ts';
import { securityGroupList, subnetList } from '../ecs/run.ts';
import { emitService } from '../ecs/service.ts';
import { portText, writeContainer } from '../ecs/task.ts';
import { runsTask } from '../ecs/task-of-workflow.ts';
import { getAtt, join, refOf } from '../expression.ts';
import { physicalNameCode } from '../log-groups.ts';
import { choice, integer, list, logRetentionDays, map, numeric, text, yesNo } from '../property.ts';
import { type AttributeDefinition, defineService, type NodeScope } from '../service.ts';

/** An attribute of one of the resources beside the service. */
const beside = (
  idOf: (scope: NodeScope) => string,
  attribute: string | undefined,
  construct: string,
): AttributeDefinition => ({
  cfn: (scope) => (attribute === undefined ? refOf(idOf(scope)) : getAtt(idOf(scope), attribute)),
  cdk: (_construct, scope) => member(constructRef(idOf(scope)), construct),
});

export const fargateService = defineService({
  kind: 'fargate-service',
  title: 'ECS Fargate service',
  words: 'ecs fargate container docker task service microservice worker',
  category: 'compute',
  icon: 'AWSFargate',
  cloudFormation: ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition', 'AWS::ECS::Cluster'],
  placement: { parents: ['subnet', 'vpc'], scope: 'regional', vpc: 'required', subnet: 'required' },
  properties: {
    image: text({
      default: 'public.ecr.aws/nginx/nginx:latest',
      required: true,
      help: 'The address of the container image, with its tag. An arrow from an ECR repository comes first.',
    }),
    cpu: choice([256, 512, 1024, 2048, 4096, 8192, 16_384], {
      default: 256,
      required: true,
      unit: 'CPU units',
      help: '1,024 units are one processor core.',
    }),
    memory: integer({
      default: 512,
      required: true,
      min: 512,
      max: 122_880,
      unit: 'MiB',
      help: 'Goes with the CPU: 256 units take 512, 1024 or 2048; 512 take 1024 to 4096; 1024 take 2048 to 8192; 2048 take 4096 to 16384; 4096 take 8192 to 30720 in steps of 1024; 8192 take 16384 to 61440 in steps of 4096; 16384 take 32768 to 122880 in steps of 8192.',
    }),
    desiredCount: integer({
      default: 1,
      min: 0,
      unit: 'tasks',
      emitDefault: true,
      help: 'How many copies run. 0: none until something starts a task, such as a schedule.',
      cfn: 'DesiredCount',
      cdk: (value) => ({ desiredCount: number(Number(value)) }),
    }),
    containerPort: integer({
      default: 80,
      min: 1,
      max: 65_535,
      help: 'The port that the program in the container listens on.',
    }),
    command: list({
      advanced: true,
      help: 'What runs in the container, word by word, in the place of the command of the image.',
    }),
    environment: map({
      help: 'Variables for the program; connections add theirs. Secrets belong in Secrets Manager.',
    }),
    cpuArchitecture: choice(['ARM64', 'X86_64'], {
      default: 'ARM64',
      help: 'What the image was built for. ARM64 (Graviton) costs about a fifth less.',
    }),
    assignPublicIp: choice(['DISABLED', 'ENABLED'], {
      default: 'DISABLED',
      help: 'Tasks in a public subnet reach the internet only with a public address, and need the internet or endpoints to fetch their image. In a private subnet they go through a NAT gateway.',
    }),
    serviceName: text({
      maxLength: 255,
      pattern: '^[a-zA-Z0-9_-]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'ServiceName',
      cdk: 'serviceName',
    }),
    ephemeralStorage: integer({
      default: 20,
      min: 20,
      max: 200,
      unit: 'GiB',
      advanced: true,
      help: 'Disk of each task, gone with it. 20 GiB are included.',
    }),
    enableExecuteCommand: yesNo({
      default: false,
      advanced: true,
      help: 'Lets people with the right open a shell in a running container (ECS Exec).',
      cfn: 'EnableExecuteCommand',
      cdk: 'enableExecuteCommand',
    }),
    platformVersion: choice(['LATEST', '1.4.0', '1.3.0'], {
      default: 'LATEST',
      advanced: true,
      help: 'The version of what Fargate runs the tasks on.',
      cfn: 'PlatformVersion',
      cdk: {
        name: 'platformVersion',
        enum: 'ecs.FargatePlatformVersion',
        members: { LATEST: 'LATEST', '1.4.0': 'VERSION1_4', '1.3.0': 'VERSION1_3' },
      },
    }),
    minHealthyPercent: integer({
      default: 100,
      min: 0,
      max: 100,
      unit: '%',
      emitDefault: true,
      advanced: true,
      help: 'So many of the tasks keep running while a new version comes.',
      cfn: 'DeploymentConfiguration.MinimumHealthyPercent',
      cdk: (value) => ({ minHealthyPercent: number(Number(value)) }),
    }),
    maxPercent: integer({
      default: 200,
      min: 100,
      unit: '%',
      emitDefault: true,
      advanced: true,
      help: 'At most so many tasks while a new version comes, old and new together.',
      cfn: 'DeploymentConfiguration.MaximumPercent',
      cdk: (value) => ({ maxHealthyPercent: number(Number(value)) }),
    }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      help: 'How long the logs are kept.',
    }),
    expectedRps: numeric({
      min: 0,
      unit: 'requests/s',
      advanced: true,
      help: 'Expected requests a second; only the checks read it.',
    }),
  },
  attributes: {
    arn: { cfn: 'Ref', cdk: 'serviceArn' },
    name: { cfn: 'Name', cdk: 'serviceName' },
    clusterName: beside(clusterId, undefined, 'clusterName'),
    clusterArn: beside(clusterId, 'Arn', 'clusterArn'),
    taskDefinitionArn: beside(taskId, undefined, 'taskDefinitionArn'),
    roleArn: beside(taskRoleId, 'Arn', 'roleArn'),
    taskRoleArn: beside(taskRoleId, 'Arn', 'roleArn'),
    executionRoleArn: beside(executionRoleId, 'Arn', 'roleArn'),
    /** How Application Auto Scaling names it. */
    scalableId: {
      cfn: (scope) => join('service/', refOf(clusterId(scope)), '/', getAtt(scope.id, 'Name')),
      cdk: (_construct, scope) =>
        codeOf(join('service/', refOf(clusterId(scope)), '/', getAtt(scope.id, 'Name'))),
    },
    /** Where its tasks run, for code that starts some: texts with commas. */
    subnetIds: { cfn: subnetList, cdk: (_construct, scope) => codeOf(subnetList(scope)) },
    securityGroupIds: {
      cfn: securityGroupList,
      cdk: (_construct, scope) => codeOf(securityGroupList(scope)),
    },
    /** The name by which others in the VPC find its tasks. */
    host: { cfn: serviceHost, cdk: (_construct, scope) => physicalNameCode(serviceHost(scope)) },
    /** Its entry in AWS Cloud Map, for APIs. */
    registryArn: {
      cfn: (scope) => getAtt(registryId(scope), 'Arn'),
      cdk: (construct) =>
        member({ kind: 'nonNull', value: member(construct, 'cloudMapService') }, 'serviceArn'),
    },
    port: { cfn: portText, cdk: (_construct, scope) => codeOf(portText(scope)) },
  },
  task: runsTask,
  summary: (read) =>
    [
      `${String(Number(read('cpu')) / 1024)} vCPU`,
      `${String(read('memory'))} MiB`,
      read('desiredCount') === 1 ? '1 task' : `${String(read('desiredCount'))} tasks`,
    ].join(' · '),
  explain:
    'Fargate runs containers without servers to look after: you say which image, how much processor and memory, and how many copies, and ECS keeps that many running. Unlike a function, a task runs as long as it likes, listens on a port and keeps connections open. It starts within a minute rather than within milliseconds, and it costs while it runs, busy or not. With zero copies it stands for tasks that something else starts, such as a schedule or a workflow.',
  cost: 'Processor and memory of each task by the second, also while it waits; a public address by the hour.',
  limits: [
    '16 vCPU and 120 GB of memory for one task; 200 GiB of disk.',
    '5,000 services in a cluster and 5,000 tasks in a service.',
    'A new account may run a few vCPU at once in a Region (adjustable).',
    'Containers of one task share one network interface and one address.',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
  ownRole: taskRoleId,
  grantee: (scope) => constructRef(taskRoleId(scope)),
  emit: emitService,
  finish: writeContainer,
});
