import { connectionsFrom } from '../connection.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { tracing } from '../mechanisms/tracing.mechanism.ts';
import { list } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { callsBalancer } from './shared/balancer-calls.ts';
import { toCache, toDaxCluster } from './shared/cache-access.ts';
import {
  administersUsers,
  callsEndpoint,
  callsGraphqlApi,
  callsHttpApi,
  callsRestApi,
  pushesToClients,
} from './shared/code-calls.ts';
import { putsToFirehose, usesBucket, usesKey, usesStream, usesTable } from './shared/code-data.ts';
import {
  invokesFunction,
  publishes,
  putsEvents,
  putsKeptEvents,
  sendsMail,
  startsWorkflow,
  usesQueue,
} from './shared/code-messages.ts';
import {
  throughDataApi,
  toCluster,
  toDatabase,
  toEndpoint,
  toProxy,
  toSecret,
} from './shared/function-network.ts';
import { toFileSystem } from './shared/mounted-files.ts';
import { onlyWay } from './shared/only-way.ts';
import { readsParameter } from './shared/parameter-access.ts';
import { callsService, callsSite } from './shared/program-calls.ts';
import { runsQueries } from './shared/query-access.ts';
import { taskRole } from './shared/runs-as.ts';
import { searches } from './shared/search-access.ts';
import { sendsTraces } from './shared/traces.ts';
import { throughWarehouseApi } from './shared/warehouse-access.ts';
import { watchedBy } from './shared/watched.ts';

export const fromFargateService = connectionsFrom<Kind>('fargate-service', {
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'Each task gets a network interface with a private address in one of these subnets. To fetch its image and write its logs it needs a way out: a NAT gateway, a public address in a public subnet, or endpoints.',
    docs: 'Amazon ECS task networking options for Fargate',
  }),
  'fargate-service': onlyWay(callsService),
  lambda: onlyWay(invokesFunction),
  'rest-api': callsRestApi,
  'http-api': callsHttpApi,
  'websocket-api': pushesToClients,
  'appsync-api': callsGraphqlApi,
  'external-endpoint': callsEndpoint,
  'sqs-queue': onlyWay(usesQueue),
  'sns-topic': onlyWay(publishes),
  'event-bus': [
    putsEvents,
    eventSource({
      variant: 'service-events',
      label: 'publishes task state changes to',
      delivery: 'async',
      properties: {
        detailTypes: list({
          default: ['ECS Task State Change'],
          help: 'The kinds of events to look at: ECS Task State Change, ECS Service Action, ECS Deployment State Change.',
        }),
      },
      docs: 'Amazon ECS events',
    }),
  ],
  'custom-event-bus': putsKeptEvents,
  'state-machine': startsWorkflow,
  'kinesis-stream': usesStream,
  firehose: putsToFirehose,
  's3-bucket': onlyWay(usesBucket),
  'dynamodb-table': usesTable,
  'dax-cluster': toDaxCluster,
  'rds-instance': toDatabase,
  'aurora-cluster': [toCluster, throughDataApi],
  'rds-proxy': toProxy,
  elasticache: toCache,
  'cognito-user-pool': administersUsers,
  secret: toSecret,
  'ssm-parameter': readsParameter(),
  'kms-key': usesKey,
  'iam-role': taskRole,
  'ses-identity': sendsMail,
  'efs-file-system': toFileSystem('task'),
  alb: callsBalancer,
  'on-premises': callsSite,
  opensearch: searches,
  redshift: throughWarehouseApi,
  'athena-workgroup': runsQueries,
  'cloudwatch-alarm': watchedBy(
    'AWS/ECS',
    ['CPUUtilization', 'MemoryUtilization'],
    ({ attribute }) => ({ ClusterName: attribute('clusterName'), ServiceName: attribute('name') }),
    {
      explain:
        'ECS tells how busy the tasks are, as a share of what the service reserved: choose Average, and a threshold in percent.',
    },
  ),
  'vpc-endpoint': toEndpoint,
  'log-group': logging({
    variant: 'write',
    label: 'writes logs to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        side: 'source-role',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: ['{target.streamsArn}'],
        byMechanism: true,
      },
    ],
    explain:
      'What the container prints goes to this log group instead of one that the service has for itself. Fargate writes it, with the execution role of the task.',
    docs: 'Send Amazon ECS logs to CloudWatch',
    options: { setting: 'by-kind' },
  }),
  xray: tracing({
    label: 'sends traces to',
    delivery: 'async',
    reversible: true,
    statements: [sendsTraces],
    explain:
      'The program sends its traces with an SDK such as OpenTelemetry. The task role must allow it; nothing else is switched on.',
    docs: 'Identifying Amazon ECS optimization opportunities using application trace data',
    options: { properties: {}, by: 'program' },
  }),
});
