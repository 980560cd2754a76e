import { connection, design, inside, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** What looks after other things: alarms, scaling, backups, keys. */
export const operations: readonly ExportCase[] = [
  {
    title: 'alarms that restart servers, scale in steps and watch a firewall',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('ec2-instance', 'server'),
          node('fargate-service', 'web'),
          node('aurora-cluster', 'db'),
        ),
      ),
      node('rest-api', 'api', { name: 'orders' }),
      node('lambda', 'handler'),
      node('waf-web-acl', 'wall'),
      node('app-auto-scaling', 'steps', { policyType: 'StepScaling', maxCapacity: 8 }),
      node('app-auto-scaling', 'readers'),
      node('sqs-queue', 'jobs'),
      node('sqs-queue', 'others'),
      node('cloudwatch-alarm', 'down', { statistic: 'Maximum' }),
      node('cloudwatch-alarm', 'idle', {
        statistic: 'Average',
        comparisonOperator: 'LessThanThreshold',
        threshold: 5,
      }),
      node('cloudwatch-alarm', 'many', { threshold: 100 }),
      node('cloudwatch-alarm', 'few', { comparisonOperator: 'LessThanOrEqualToThreshold' }),
      node('cloudwatch-alarm', 'blocked', { threshold: 1000 }),
      connection('rest-api--lambda', 'api', 'handler'),
      connection('waf-web-acl--rest-api', 'wall', 'api'),
      connection('waf-web-acl--cloudwatch-alarm', 'wall', 'blocked'),
      connection('ec2-instance--cloudwatch-alarm', 'server', 'down', {
        metricName: 'StatusCheckFailed_System',
      }),
      connection('ec2-instance--cloudwatch-alarm', 'server', 'idle', {
        metricName: 'CPUUtilization',
      }),
      connection('cloudwatch-alarm--ec2-instance', 'down', 'server'),
      connection('cloudwatch-alarm--ec2-instance', 'idle', 'server', { action: 'stop' }),
      connection('app-auto-scaling--fargate-service', 'steps', 'web'),
      connection('app-auto-scaling--aurora-cluster', 'readers', 'db'),
      connection('sqs-queue--cloudwatch-alarm', 'jobs', 'many'),
      connection('sqs-queue--cloudwatch-alarm', 'others', 'few'),
      connection('cloudwatch-alarm--app-auto-scaling', 'many', 'steps', { adjustment: 2 }),
      connection('cloudwatch-alarm--app-auto-scaling', 'few', 'steps', { adjustment: -1 }),
      connection('cloudwatch-alarm--app-auto-scaling', 'many', 'readers', {
        adjustment: { Ref: 'Step' },
      }),
    ),
  },
  {
    title: 'backups of servers and warehouses, and keys for images and workflows',
    design: design(
      inside(
        node('vpc', 'net'),
        inside(
          node('subnet', 'app'),
          node('ec2-instance', 'server'),
          node('redshift', 'house', { deployment: 'provisioned' }),
          node('vpc-endpoint', 'door', { service: 'ecr.dkr' }),
        ),
      ),
      node('backup-plan', 'nightly'),
      node('kms-key', 'key'),
      node('ecr-repository', 'images'),
      node('state-machine', 'flow'),
      node('state-machine', 'quiet', {
        logLevel: 'OFF',
        stateMachineType: 'EXPRESS',
        stateMachineName: 'quiet',
        queryLanguage: 'JSONPath',
      }),
      node('state-machine', 'shared', { tracingEnabled: true }),
      node('iam-role', 'runner'),
      node('lambda', 'worker'),
      node('xray', 'traces'),
      node('schedule', 'daily', { scheduleExpression: 'rate(1 day)' }),
      node('cloudwatch-alarm', 'failed'),
      connection('backup-plan--ec2-instance', 'nightly', 'server'),
      connection('backup-plan--redshift', 'nightly', 'house'),
      connection('vpc-endpoint--ecr-repository', 'door', 'images'),
      connection('kms-key--ecr-repository', 'key', 'images'),
      connection('kms-key--state-machine', 'key', 'flow'),
      connection('kms-key--state-machine', 'key', 'quiet'),
      connection('kms-key--state-machine', 'key', 'shared'),
      connection('state-machine--lambda', 'flow', 'worker'),
      connection('state-machine--xray', 'flow', 'traces'),
      connection('state-machine--lambda', 'shared', 'worker'),
      connection('state-machine--iam-role', 'shared', 'runner'),
      connection('schedule--state-machine', 'daily', 'flow'),
      connection('state-machine--cloudwatch-alarm', 'flow', 'failed'),
    ),
  },
];
