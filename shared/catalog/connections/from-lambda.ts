import { name } from '../../lib/typescript/syntax.ts';
import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { tracing } from '../mechanisms/tracing.mechanism.ts';
import { choice } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { callsBalancer } from './shared/balancer-calls.ts';
import { toCache, toDaxCluster } from './shared/cache-access.ts';
import { onTables, readTables, writeTables } from './shared/catalog-access.ts';
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
  onFailure,
  onSuccess,
  toBucket,
  toBus,
  toFunction,
  toQueue,
  toTopic,
} from './shared/function-destination.ts';
import {
  inSubnet,
  throughDataApi,
  toCluster,
  toDatabase,
  toEndpoint,
  toProxy,
  toSecret,
} from './shared/function-network.ts';
import { toFileSystem } from './shared/mounted-files.ts';
import { readsParameter } from './shared/parameter-access.ts';
import { callsServer, callsService, callsSite, controlsServer } from './shared/program-calls.ts';
import { runsQueries } from './shared/query-access.ts';
import { startsTasks } from './shared/run-task.ts';
import { functionRole } from './shared/runs-as.ts';
import { searches } from './shared/search-access.ts';
import { toReplica } from './shared/table-access.ts';
import { sendsTraces } from './shared/traces.ts';
import { throughWarehouseApi } from './shared/warehouse-access.ts';
import { dimension, watchedBy } from './shared/watched.ts';

export const fromLambda = connectionsFrom<Kind>('lambda', {
  'dynamodb-table': usesTable,
  'dynamodb-replica': toReplica,
  's3-bucket': [usesBucket, onFailure(toBucket)],
  'sqs-queue': [
    usesQueue,
    onFailure(toQueue),
    onSuccess(toQueue),
    deadLetter({
      variant: 'dead-letter',
      label: 'sends failed asynchronous events to',
      delivery: 'async',
      statements: [
        { side: 'source-role', actions: ['sqs:SendMessage'], resources: ['{target.arn}'] },
      ],
      explain:
        'An asynchronous event that the function failed to handle three times goes here, the bare event without the reason. An on-failure destination tells more.',
      docs: 'Adding a dead-letter queue',
      options: { on: 'function-queue' },
    }),
  ],
  'sns-topic': [
    publishes,
    onFailure(toTopic),
    onSuccess(toTopic),
    deadLetter({
      variant: 'dead-letter',
      label: 'sends failed asynchronous events to',
      delivery: 'async',
      statements: [{ side: 'source-role', actions: ['sns:Publish'], resources: ['{target.arn}'] }],
      explain:
        'An asynchronous event that the function failed to handle three times goes here, the bare event without the reason. An on-failure destination tells more.',
      docs: 'Adding a dead-letter queue',
      options: { on: 'function-topic' },
    }),
  ],
  'kinesis-stream': usesStream,
  firehose: putsToFirehose,
  'event-bus': [putsEvents, onFailure(toBus), onSuccess(toBus)],
  'ses-identity': sendsMail,
  'custom-event-bus': putsKeptEvents,
  'state-machine': startsWorkflow,
  lambda: [invokesFunction, onFailure(toFunction), onSuccess(toFunction)],
  'efs-file-system': toFileSystem('function'),
  'dax-cluster': toDaxCluster,
  'rds-instance': toDatabase,
  'aurora-cluster': [toCluster, throughDataApi],
  alb: callsBalancer,
  'on-premises': callsSite,
  'rds-proxy': toProxy,
  elasticache: toCache,
  secret: toSecret,
  'cognito-user-pool': administersUsers,
  'rest-api': callsRestApi,
  'http-api': callsHttpApi,
  'websocket-api': pushesToClients,
  'external-endpoint': callsEndpoint,
  'log-group': logging({
    variant: 'write',
    label: 'writes logs to',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: ['{target.streamsArn}'],
      },
    ],
    explain:
      'What the code prints goes to this log group instead of one that the function has for itself, so that several functions can share one. The execution role of every function already allows it.',
    docs: 'Working with CloudWatch log groups',
    options: { setting: 'by-kind' },
  }),
  'appsync-api': callsGraphqlApi,
  'cognito-identity-pool': iamDataAccess({
    label: 'issues developer identities of',
    statements: [
      {
        side: 'source-role',
        actions: [
          'cognito-identity:GetOpenIdTokenForDeveloperIdentity',
          'cognito-identity:LookupDeveloperIdentity',
        ],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'IDENTITY_POOL_ID', value: '{target.id}' }],
    explain:
      'The code checks the user in a way of its own and asks the identity pool for a token under the developer provider name of the pool. The app exchanges the token for credentials.',
    docs: 'Developer-authenticated identities',
    options: {},
  }),
  'iam-role': functionRole,
  schedule: iamDataAccess({
    variant: 'create',
    label: 'creates schedules like',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: [
          'scheduler:CreateSchedule',
          'scheduler:UpdateSchedule',
          'scheduler:DeleteSchedule',
          'scheduler:GetSchedule',
        ],
        resources: ['arn:{partition}:scheduler:{region}:{account}:schedule/{target.groupName}/*'],
      },
      {
        side: 'source-role',
        actions: ['iam:PassRole'],
        resources: ['{target.roleArn}'],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      },
    ],
    environment: [
      { name: 'SCHEDULE_GROUP', value: '{target.groupName}' },
      { name: 'SCHEDULE_ROLE_ARN', value: '{target.roleArn}' },
    ],
    explain:
      'The code makes schedules of its own at run time, for example a reminder for each customer. They run under the role of the drawn schedule, so they can start what that one starts and nothing else; the code must be allowed to hand this role on.',
    docs: 'Managing a schedule in EventBridge Scheduler',
    options: {},
  }),
  cloudfront: iamDataAccess({
    variant: 'invalidate',
    label: 'invalidates the cache of',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['cloudfront:CreateInvalidation'],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'DISTRIBUTION_ID', value: '{target.id}' }],
    docs: 'Invalidate files to remove content',
    options: { grant: 'grantCreateInvalidation' },
  }),
  subnet: inSubnet,
  'vpc-endpoint': toEndpoint,
  xray: tracing({
    label: 'sends traces to',
    delivery: 'async',
    reversible: true,
    statements: [{ ...sendsTraces, byMechanism: true }],
    docs: 'Visualize Lambda function invocations using AWS X-Ray',
    options: {
      properties: { Tracing: 'Active' },
      props: { tracing: name('lambda.Tracing.ACTIVE') },
    },
  }),
  'kms-key': usesKey,
  'ssm-parameter': readsParameter(),
  'cloudwatch-alarm': watchedBy(
    'AWS/Lambda',
    [
      'Errors',
      'Throttles',
      'Duration',
      'ConcurrentExecutions',
      'DeadLetterErrors',
      'IteratorAge',
      'AsyncEventsDropped',
    ],
    dimension('FunctionName', 'name'),
  ),
  opensearch: searches,
  redshift: throughWarehouseApi,
  'athena-workgroup': runsQueries,
  'glue-database': iamDataAccess({
    label: 'reads and updates tables of',
    properties: {
      access: choice(['read', 'write', 'readwrite'], {
        default: 'read',
        required: true,
        help: 'Write: make and change tables and partitions.',
      }),
    },
    statements: [
      onTables('source-role', 'target', ...readTables),
      {
        ...onTables('source-role', 'target', ...writeTables),
        when: ({ connection }) => connection('access') !== 'read',
      },
    ],
    environment: [{ name: 'GLUE_DATABASE', value: '{target.name}' }],
    docs: 'Identity and access management for AWS Glue',
    options: {},
  }),
  'glue-crawler': iamDataAccess({
    label: 'starts',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['glue:StartCrawler', 'glue:GetCrawler'],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'CRAWLER_NAME', value: '{target.name}' }],
    docs: 'Scheduling a crawler',
    options: {},
  }),
  'glue-job': iamDataAccess({
    label: 'starts',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['glue:StartJobRun', 'glue:GetJobRun', 'glue:BatchStopJobRun'],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'GLUE_JOB_NAME', value: '{target.name}' }],
    docs: 'Running and monitoring AWS Glue jobs',
    options: {},
  }),
  'managed-flink': iamDataAccess({
    label: 'starts and stops',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: [
          'kinesisanalytics:StartApplication',
          'kinesisanalytics:StopApplication',
          'kinesisanalytics:DescribeApplication',
        ],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'FLINK_APPLICATION_NAME', value: '{target.name}' }],
    docs: 'Actions, resources, and condition keys for Amazon Kinesis Analytics V2',
    options: {},
  }),
  'fargate-service': [startsTasks, callsService],
  'ec2-instance': [callsServer, controlsServer],
});
