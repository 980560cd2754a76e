import { flag } from '../../lib/typescript/syntax.ts';
import {
  balancerSource,
  busSource,
  clusterSource,
  functionSource,
  httpSource,
  queueSource,
  searchSource,
  tableSource,
  workflowSource,
} from '../appsync/data-sources.ts';
import { type ConnectionReader, connectionsFrom } from '../connection.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { credential } from '../mechanisms/credential.mechanism.ts';
import { dataSource } from '../mechanisms/data-source.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { pushMessage } from '../mechanisms/push-message.mechanism.ts';
import { tracing } from '../mechanisms/tracing.mechanism.ts';
import { choice, integer, type PropertyTable, seconds, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { hasIndexes } from './shared/table-access.ts';
import { dimension, watchedBy } from './shared/watched.ts';

const graphqlName = '^[_A-Za-z][_0-9A-Za-z]*$';

/** The field, and how it gets its value. */
const field = (usual: 'Query' | 'Mutation'): PropertyTable => ({
  typeName: text({
    default: usual,
    required: true,
    maxLength: 64,
    pattern: graphqlName,
    help: 'The type of the schema that has the field: Query to read, Mutation to change.',
  }),
  fieldName: text({
    required: true,
    maxLength: 64,
    pattern: graphqlName,
    help: 'The field of the type, such as getOrder. Several arrows with the same field are the steps of a pipeline.',
  }),
  step: integer({
    default: 1,
    min: 1,
    max: 10,
    advanced: true,
    help: 'In a pipeline: which step this is. Ten at most.',
  }),
  code: text({
    maxLength: 32_000,
    advanced: true,
    help: 'The resolver in JavaScript (APPSYNC_JS), with the functions request and response. Empty: the export writes one to begin with.',
  }),
});

const serviceRole = { side: 'service-role' as const, principal: 'appsync.amazonaws.com' };
const writes = ({ connection }: ConnectionReader): boolean => connection('access') !== 'read';
const is =
  (action: string) =>
  ({ connection }: ConnectionReader): boolean =>
    connection('action') === action;

const attaching = 'Attaching a data source in AWS AppSync';
const authorizing = 'Configuring authorization and authentication to secure your GraphQL APIs';

export const fromAppsyncApi = connectionsFrom<Kind>('appsync-api', {
  client: pushMessage({
    label: 'pushes subscriptions to',
    delivery: 'async',
    explain:
      'The app subscribes to fields of the type Subscription in the schema, each tied to mutations by @aws_subscribe. Whenever somebody runs such a mutation, AppSync sends its result to all who have subscribed, over a WebSocket. Nothing else has to be deployed.',
    docs: 'Using subscriptions for real-time data applications in AWS AppSync',
  }),
  lambda: [
    dataSource({
      preferred: true,
      label: 'resolves with',
      properties: {
        ...field('Query'),
        maxBatchSize: integer({
          default: 0,
          min: 0,
          max: 2000,
          advanced: true,
          help: 'Collects so many requests for the same field into one invocation, which answers with a list. 0: one by one.',
        }),
        invocationType: choice(['RequestResponse', 'Event'], {
          default: 'RequestResponse',
          advanced: true,
          help: 'Event does not wait for the function; the field gets null. For work that takes longer than 30 seconds.',
        }),
      },
      statements: [
        {
          ...serviceRole,
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}', '{target.arn}:*'],
        },
      ],
      docs: attaching,
      options: functionSource,
    }),
    authorizer({
      variant: 'authorizer',
      label: 'authorizes with',
      properties: {
        resultTtl: seconds({
          default: 300,
          min: 0,
          max: 3600,
          advanced: true,
          help: 'How long an answer of the function counts for the same token.',
        }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: 'appsync.amazonaws.com',
          conditions: { ArnLike: { 'aws:SourceArn': '{source.arn}' } },
        },
      ],
      explain:
        'AppSync hands the token of each request to the function, which answers within ten seconds whether the caller may, and which fields are refused. The answer is kept for a while.',
      docs: authorizing,
      options: { api: 'graphql', by: 'AWS_LAMBDA' },
    }),
  ],
  'dynamodb-table': dataSource({
    label: 'resolves with',
    properties: {
      ...field('Query'),
      access: choice(['read', 'readwrite'], {
        default: 'readwrite',
        help: 'Choose read where that is enough.',
      }),
    },
    statements: [
      {
        ...serviceRole,
        actions: [
          'dynamodb:GetItem',
          'dynamodb:BatchGetItem',
          'dynamodb:Query',
          'dynamodb:Scan',
          'dynamodb:ConditionCheckItem',
          'dynamodb:DescribeTable',
        ],
        resources: ['{target.arn}'],
      },
      {
        ...serviceRole,
        actions: ['dynamodb:Query', 'dynamodb:Scan'],
        resources: ['{target.arn}/index/*'],
        when: hasIndexes,
      },
      {
        ...serviceRole,
        actions: [
          'dynamodb:PutItem',
          'dynamodb:UpdateItem',
          'dynamodb:DeleteItem',
          'dynamodb:BatchWriteItem',
        ],
        resources: ['{target.arn}'],
        when: writes,
      },
    ],
    docs: attaching,
    options: tableSource,
  }),
  'aurora-cluster': dataSource({
    label: 'queries through the Data API',
    properties: field('Query'),
    statements: [
      {
        ...serviceRole,
        actions: [
          'rds-data:ExecuteStatement',
          'rds-data:BatchExecuteStatement',
          'rds-data:BeginTransaction',
          'rds-data:CommitTransaction',
          'rds-data:RollbackTransaction',
        ],
        resources: ['{target.arn}'],
      },
      {
        ...serviceRole,
        actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        resources: ['{target.secretArn}'],
        // With a drawn secret it is that one.
        byMechanism: true,
      },
    ],
    explain:
      'AppSync sends SQL to the Data API of the cluster, with the login of the master user from its secret, or with that of a secret that the API is connected to; it needs no place in the VPC. An answer has at most 1 MiB.',
    docs: attaching,
    options: clusterSource,
  }),
  'event-bus': dataSource({
    label: 'puts events on',
    properties: field('Mutation'),
    statements: [{ ...serviceRole, actions: ['events:PutEvents'], resources: ['{target.arn}'] }],
    docs: attaching,
    options: busSource,
  }),
  'sqs-queue': dataSource({
    label: 'sends messages to',
    properties: field('Mutation'),
    statements: [{ ...serviceRole, actions: ['sqs:SendMessage'], resources: ['{target.arn}'] }],
    explain:
      'AppSync has no data source for queues, but it can call any AWS service over HTTP and sign the request with its role.',
    docs: attaching,
    options: queueSource,
  }),
  'state-machine': dataSource({
    label: 'starts',
    properties: {
      ...field('Mutation'),
      action: choice(['StartExecution', 'StartSyncExecution'], {
        default: 'StartExecution',
        help: 'StartSyncExecution waits for the result; it needs an Express state machine that ends within 30 seconds.',
      }),
    },
    statements: [
      {
        ...serviceRole,
        actions: ['states:StartExecution'],
        resources: ['{target.arn}'],
        when: is('StartExecution'),
      },
      {
        ...serviceRole,
        actions: ['states:StartSyncExecution'],
        resources: ['{target.arn}'],
        when: is('StartSyncExecution'),
      },
    ],
    explain:
      'AppSync has no data source for workflows, but it can call any AWS service over HTTP and sign the request with its role.',
    docs: attaching,
    options: workflowSource,
  }),
  'external-endpoint': dataSource({
    label: 'resolves with',
    properties: field('Query'),
    docs: 'HTTP resolvers in AWS AppSync',
    options: httpSource,
  }),
  alb: dataSource({
    label: 'resolves with',
    properties: field('Query'),
    explain:
      'AppSync calls the load balancer over the internet, under the name of its record or of its certificate. So it has to be internet-facing with an HTTPS listener, and whoever finds the name can call it as well: let what stands behind it check who calls.',
    docs: 'HTTP resolvers in AWS AppSync',
    options: balancerSource,
  }),
  opensearch: dataSource({
    label: 'searches with',
    properties: field('Query'),
    statements: [
      {
        ...serviceRole,
        actions: [
          'es:ESHttpGet',
          'es:ESHttpHead',
          'es:ESHttpDelete',
          'es:ESHttpPost',
          'es:ESHttpPut',
          'es:ESHttpPatch',
        ],
        resources: ['{target.arn}', '{target.arn}/*'],
      },
    ],
    explain:
      'The resolver sends a query to the domain and gives back the documents that were found. AppSync signs it with its role, and reaches domains with a public endpoint only: none in a VPC, and no serverless collections.',
    docs: attaching,
    options: searchSource,
  }),
  secret: credential({
    label: 'reads database credentials from',
    statements: [
      {
        ...serviceRole,
        actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        resources: ['{target.arn}'],
        byMechanism: true,
      },
    ],
    explain:
      'The Data API logs in to the Aurora clusters that the API is connected to with the user name and password of this secret, instead of those of the master user. Give that user only the rights that the fields need.',
    docs: attaching,
    options: { as: 'use' },
  }),
  'cognito-user-pool': authorizer({
    label: 'authorizes with',
    properties: {
      defaultAction: choice(['ALLOW', 'DENY'], {
        default: 'ALLOW',
        help: 'What users may do where the schema says nothing. DENY: only what the schema allows with @aws_auth or @aws_cognito_user_pools.',
      }),
    },
    docs: authorizing,
    options: { api: 'graphql', by: 'AMAZON_COGNITO_USER_POOLS', tokens: true },
  }),
  'identity-provider': authorizer({
    label: 'authorizes with',
    properties: {
      issuer: text({
        pattern: '^https://\\S+$',
        help: 'Who makes out the tokens. Empty: the issuer URL of the provider.',
      }),
    },
    docs: authorizing,
    options: { api: 'graphql', by: 'OPENID_CONNECT', tokens: true },
  }),
  'log-group': logging({
    label: 'writes logs to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        ...serviceRole,
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: ['arn:{partition}:logs:{region}:{account}:log-group:/aws/appsync/apis/*'],
        byMechanism: true,
      },
    ],
    explain:
      'AppSync writes a line for each request, and for each field as much as the API says. It chooses the name of the log group; the export gives the drawn group that name.',
    docs: 'Using CloudWatch to monitor and log GraphQL API data',
    options: { setting: 'graphql' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/AppSync',
    ['5XXError', '4XXError', 'Latency', 'Requests'],
    dimension('GraphQLAPIId', 'id'),
  ),
  xray: tracing({
    label: 'sends traces to',
    delivery: 'async',
    reversible: true,
    docs: 'Tracing with AWS X-Ray in AWS AppSync',
    options: { properties: { XrayEnabled: true }, props: { xrayEnabled: flag(true) } },
  }),
});
