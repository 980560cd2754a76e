import {
  connection,
  design,
  type ExampleItem,
  inside,
  node,
  settings,
} from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** What programs use wherever they run, with a program of the kind that uses all of it. */
const usedByCode = (
  kind: string,
  id: string,
  ways: Readonly<Record<string, Parameters<typeof connection>[3]>>,
  ...besides: readonly ReturnType<typeof node>[]
): readonly ExampleItem[] => {
  const used: readonly (readonly [kind: string, id: string, variant?: string])[] = [
    ['lambda', 'helper'],
    ['sqs-queue', 'orders'],
    ['sns-topic', 'news'],
    ['event-bus', 'bus'],
    ['state-machine', 'flow'],
    ['kinesis-stream', 'clicks'],
    ['firehose', 'lake'],
    ['s3-bucket', 'files'],
    ['dynamodb-table', 'table'],
    ['dax-cluster', 'items'],
    ['rds-instance', 'db', '--network'],
    ['rds-proxy', 'pool'],
    ['secret', 'token'],
    ['ssm-parameter', 'setting'],
    ['kms-key', 'key'],
    ['external-endpoint', 'partner'],
    ['vpc-endpoint', 'door'],
  ];
  return [
    inside(
      node('vpc', 'net'),
      inside(
        node('subnet', 'app'),
        node(kind, id),
        ...besides,
        node('lambda', 'helper'),
        node('rds-instance', 'db'),
        node('rds-proxy', 'pool'),
        node('dax-cluster', 'items'),
        node('vpc-endpoint', 'door', { service: 'sqs' }),
      ),
    ),
    node('sqs-queue', 'orders'),
    node('sns-topic', 'news'),
    node('event-bus', 'bus'),
    node('state-machine', 'flow'),
    node('kinesis-stream', 'clicks'),
    node('firehose', 'lake'),
    node('s3-bucket', 'files'),
    node('dynamodb-table', 'table'),
    node('secret', 'token'),
    node('ssm-parameter', 'setting', { name: '/shop/setting', value: 'on' }),
    node('kms-key', 'key'),
    node('external-endpoint', 'partner', { url: 'https://partner.example' }),
    connection('firehose--s3-bucket', 'lake', 'files'),
    connection('rds-proxy--rds-instance', 'pool', 'db'),
    connection('dax-cluster--dynamodb-table', 'items', 'table'),
    ...used.map(([target, name, variant = '']) =>
      connection(`${kind}--${target}${variant}`, id, name, ways[target]),
    ),
  ];
};

/** Containers and servers. */
export const compute: readonly ExportCase[] = [
  {
    title: 'a container service by itself, and one with all its settings',
    design: design(
      settings({ name: 'Shop' }),
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('fargate-service', 'plain'),
          node('fargate-service', 'full', {
            image: '111111111111.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.2',
            cpu: 1024,
            memory: 4096,
            desiredCount: 3,
            containerPort: 8080,
            command: ['node', 'server.js'],
            environment: { LOG_LEVEL: 'info', LIMIT: 5 },
            cpuArchitecture: 'X86_64',
            serviceName: 'full',
            ephemeralStorage: 40,
            enableExecuteCommand: true,
            platformVersion: '1.4.0',
            minHealthyPercent: 50,
            maxPercent: 150,
            logRetentionDays: 7,
          }),
        ),
        inside(
          node('subnet', 'front', { subnetType: 'public' }),
          node('fargate-service', 'open', {
            assignPublicIp: 'ENABLED',
            desiredCount: { Ref: 'Count' },
            cpu: { Ref: 'Cpu' },
            memory: { Ref: 'Memory' },
            cpuArchitecture: { Ref: 'Architecture' },
            image: { Ref: 'Image' },
          }),
        ),
        node('security-group', 'guards'),
      ),
      connection('security-group--fargate-service', 'guards', 'open'),
    ),
  },
  {
    title: 'images of repositories, for containers and with events',
    design: design(
      inside(node('vpc', 'net'), inside(node('subnet', 'app'), node('fargate-service', 'web'))),
      node('ecr-repository', 'images', { repositoryName: 'shop/web', maxImageCount: 10 }),
      node('ecr-repository', 'others', { imageTagMutability: 'MUTABLE', scanOnPush: false }),
      node('event-bus', 'events', { busType: 'default' }),
      node('log-group', 'logs', { retentionInDays: 7 }),
      connection('ecr-repository--fargate-service', 'images', 'web', { tag: '1.4.2' }),
      connection('ecr-repository--event-bus--service-events', 'others', 'events'),
      connection('fargate-service--event-bus--service-events', 'web', 'events'),
      connection('fargate-service--log-group--write', 'web', 'logs'),
    ),
  },
  {
    title: 'containers that take work from queues and streams',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('fargate-service', 'worker'),
          node('fargate-service', 'reader'),
          node('fargate-service', 'follower', { desiredCount: 2 }),
        ),
      ),
      node('sqs-queue', 'orders'),
      node('sqs-queue', 'slow'),
      node('kinesis-stream', 'clicks'),
      node('dynamodb-table', 'table', { streamViewType: 'NEW_IMAGE' }),
      connection('sqs-queue--fargate-service', 'orders', 'worker', { maxTasks: 5 }),
      connection('sqs-queue--fargate-service', 'slow', 'follower', { scaleOnQueueDepth: false }),
      connection('kinesis-stream--fargate-service', 'clicks', 'reader', {
        applicationName: 'clicks',
      }),
      connection('dynamodb-table--fargate-service', 'table', 'reader', {
        applicationName: 'changes',
      }),
    ),
  },
  {
    title: 'containers that use what code uses',
    design: design(
      ...usedByCode('fargate-service', 'web', {
        'sqs-queue': { access: 'send-and-consume' },
        's3-bucket': { prefix: 'uploads/' },
        'dynamodb-table': { access: 'read' },
      }),
      node('cognito-user-pool', 'people'),
      node('xray', 'traces'),
      connection('fargate-service--cognito-user-pool--admin', 'web', 'people'),
      connection('fargate-service--xray', 'web', 'traces'),
    ),
  },

  {
    title: 'containers that are called by name, and call APIs',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('fargate-service', 'web'),
          node('fargate-service', 'prices', { containerPort: 8080 }),
          node('lambda', 'caller'),
        ),
      ),
      node('rest-api', 'rest', { name: 'rest' }),
      node('http-api', 'http', { name: 'http' }),
      node('websocket-api', 'chat', { name: 'chat' }),
      node('lambda', 'handler'),
      connection('rest-api--lambda', 'rest', 'handler'),
      connection('http-api--lambda', 'http', 'handler'),
      connection('websocket-api--lambda', 'chat', 'handler'),
      connection('fargate-service--fargate-service', 'web', 'prices'),
      connection('lambda--fargate-service--network', 'caller', 'prices'),
      connection('fargate-service--rest-api--invoke', 'web', 'rest', { authMode: 'iam' }),
      connection('fargate-service--http-api--invoke', 'web', 'http'),
      connection('fargate-service--websocket-api--push', 'web', 'chat'),
    ),
  },
  {
    title: 'tasks of a container service that a function, a rule and a schedule start',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(node('subnet', 'app'), node('fargate-service', 'job', { desiredCount: 0 })),
      ),
      node('lambda', 'starter'),
      node('event-bus', 'events', { busType: 'default' }),
      node('event-rule', 'arrived', { eventPattern: { source: ['my.app'] } }),
      node('schedule', 'nightly', { scheduleExpression: 'rate(1 day)' }),
      node('sqs-queue', 'failed'),
      connection('event-bus--event-rule', 'events', 'arrived'),
      connection('lambda--fargate-service--run-task', 'starter', 'job'),
      connection('event-rule--fargate-service', 'arrived', 'job', {
        taskCount: 2,
        deadLetterQueue: 'failed',
      }),
      connection('schedule--fargate-service', 'nightly', 'job', {
        input: { containerOverrides: [{ name: 'app', command: ['clean'] }] },
      }),
    ),
  },
  {
    title: 'auto scaling of container services, tables and readers',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('fargate-service', 'web'),
          node('fargate-service', 'worker', { desiredCount: 0 }),
          node('aurora-cluster', 'db'),
        ),
      ),
      node('dynamodb-table', 'table', { billingMode: 'PROVISIONED' }),
      node('sqs-queue', 'jobs'),
      node('app-auto-scaling', 'busy', { minCapacity: 2, scaleInCooldown: 300 }),
      node('app-auto-scaling', 'day', {
        policyType: 'Scheduled',
        minCapacity: 0,
        maxCapacity: 20,
        timezone: 'Europe/Berlin',
      }),
      connection('app-auto-scaling--fargate-service', 'busy', 'web', { metric: 'memory' }),
      connection('app-auto-scaling--dynamodb-table', 'busy', 'table'),
      connection('app-auto-scaling--aurora-cluster', 'busy', 'db'),
      connection('sqs-queue--fargate-service', 'jobs', 'worker'),
      connection('app-auto-scaling--fargate-service', 'day', 'worker'),
    ),
  },
  {
    title: 'servers with all their settings, and what uses them',
    design: design(
      inside(
        node('vpc', 'net'),
        node('security-group', 'guards'),
        node('security-group', 'others'),
        inside(
          node('subnet', 'app'),
          node('ec2-instance', 'plain'),
          node('ec2-instance', 'full', {
            instanceType: 'm7i.large',
            imageId: 'ami-0123456789abcdef0',
            rootVolumeSize: 20,
            appPort: 8080,
            keyName: 'ops',
            userData: '#!/bin/bash\necho hello',
            sessionManager: false,
            requireImdsv2: false,
          }),
          node('lambda', 'caller'),
        ),
        inside(
          node('subnet', 'front', { subnetType: 'public' }),
          node('ec2-instance', 'open', {
            associatePublicIp: true,
            imageId: { Ref: 'Image' },
            userData: { Ref: 'Script' },
            rootVolumeSize: { Ref: 'Size' },
          }),
        ),
      ),
      node('schedule', 'evening', { scheduleExpression: 'cron(0 20 * * ? *)' }),
      node('sqs-queue', 'jobs'),
      node('kinesis-stream', 'clicks'),
      node('dynamodb-table', 'table', { streamViewType: 'NEW_IMAGE' }),
      connection('security-group--ec2-instance', 'guards', 'full'),
      connection('security-group--ec2-instance', 'others', 'full'),
      connection('lambda--ec2-instance--network', 'caller', 'plain'),
      connection('lambda--ec2-instance--network', 'caller', 'full', { port: 9000 }),
      connection('lambda--ec2-instance--control', 'caller', 'open'),
      connection('schedule--ec2-instance--universal', 'evening', 'plain'),
      connection('sqs-queue--ec2-instance', 'jobs', 'plain'),
      connection('kinesis-stream--ec2-instance', 'clicks', 'plain'),
      connection('dynamodb-table--ec2-instance', 'table', 'plain', { applicationName: 'tables' }),
    ),
  },
  {
    title: 'servers that use what code uses',
    design: design(
      ...usedByCode('ec2-instance', 'server', {}, node('fargate-service', 'prices')),
      node('log-group', 'logs'),
      connection('ec2-instance--fargate-service', 'server', 'prices'),
      connection('ec2-instance--log-group--write', 'server', 'logs'),
    ),
  },
];
