import { name } from '../../lib/typescript/syntax.ts';
import { grantActions, grantPush } from '../api/grants.ts';
import { type ConnectionReader, connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { directInvoke } from '../mechanisms/direct-invoke.mechanism.ts';
import { httpCall } from '../mechanisms/http-call.mechanism.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { tracing } from '../mechanisms/tracing.mechanism.ts';
import { choice, list, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { calledRoute } from './shared/api-routes.ts';
import { bucketAccessProperties, bucketAccessStatements } from './shared/bucket-access.ts';
import { toCache, toDaxCluster } from './shared/cache-access.ts';
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
import { functionRole } from './shared/runs-as.ts';
import { tableAccessProperties, tableAccessStatements } from './shared/table-access.ts';
import { dimension, watchedBy } from './shared/watched.ts';

const starts = ({ connection }: ConnectionReader): boolean =>
  connection('access') !== 'task-response';

export const fromLambda = connectionsFrom<Kind>('lambda', {
  'dynamodb-table': iamDataAccess({
    label: 'reads and writes items',
    properties: tableAccessProperties,
    statements: tableAccessStatements,
    environment: [{ name: 'TABLE_NAME', value: '{target.name}' }],
    docs: 'Actions, resources, and condition keys for Amazon DynamoDB',
    options: {
      grant: { read: 'grantReadData', write: 'grantWriteData', readwrite: 'grantReadWriteData' },
    },
  }),
  's3-bucket': [
    iamDataAccess({
      preferred: true,
      label: 'reads and writes objects',
      properties: bucketAccessProperties,
      statements: bucketAccessStatements,
      environment: [{ name: 'BUCKET_NAME', value: '{target.name}' }],
      docs: 'Actions, resources, and condition keys for Amazon S3',
      options: {
        grant: { read: 'grantRead', write: 'grantWrite', readwrite: 'grantReadWrite' },
        pattern: 'prefix',
      },
    }),
    onFailure(toBucket),
  ],
  'sqs-queue': [
    iamDataAccess({
      preferred: true,
      label: 'sends messages to',
      delivery: 'async',
      properties: {
        access: choice(['send', 'consume', 'send-and-consume'], {
          default: 'send',
          required: true,
          help: 'consume: the code itself takes messages out. To have Lambda do that, draw the arrow from the queue to the function.',
        }),
        messageGroupId: text({
          maxLength: 128,
          advanced: true,
          help: 'FIFO only: the group that the code puts its messages into; the checks read it.',
        }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['sqs:SendMessage', 'sqs:GetQueueUrl', 'sqs:GetQueueAttributes'],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('access') !== 'consume',
        },
        {
          side: 'source-role',
          actions: [
            'sqs:ReceiveMessage',
            'sqs:DeleteMessage',
            'sqs:ChangeMessageVisibility',
            'sqs:GetQueueUrl',
            'sqs:GetQueueAttributes',
          ],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('access') !== 'send',
        },
      ],
      environment: [{ name: 'QUEUE_URL', value: '{target.url}' }],
      docs: 'Identity-based policy examples for Amazon SQS',
      options: { grant: { send: 'grantSendMessages', consume: 'grantConsumeMessages' } },
    }),
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
    iamDataAccess({
      preferred: true,
      label: 'publishes to',
      delivery: 'async',
      properties: {
        messageGroupId: text({
          maxLength: 128,
          advanced: true,
          help: 'FIFO only: the group that the code puts its messages into; the checks read it.',
        }),
      },
      statements: [{ side: 'source-role', actions: ['sns:Publish'], resources: ['{target.arn}'] }],
      environment: [{ name: 'TOPIC_ARN', value: '{target.arn}' }],
      docs: 'Using identity-based policies with Amazon SNS',
      options: { grant: 'grantPublish' },
    }),
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
  'kinesis-stream': iamDataAccess({
    label: 'puts records into',
    delivery: 'async',
    properties: {
      access: choice(['read', 'write', 'readwrite'], {
        default: 'write',
        required: true,
        help: 'Functions that work on records are better triggered by the stream than reading it themselves.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['kinesis:PutRecord', 'kinesis:PutRecords', 'kinesis:ListShards'],
        resources: ['{target.arn}'],
        when: ({ connection }) => connection('access') !== 'read',
      },
      {
        side: 'source-role',
        actions: [
          'kinesis:GetRecords',
          'kinesis:GetShardIterator',
          'kinesis:ListShards',
          'kinesis:DescribeStreamSummary',
        ],
        resources: ['{target.arn}'],
        when: ({ connection }) => connection('access') !== 'write',
      },
    ],
    environment: [{ name: 'STREAM_NAME', value: '{target.name}' }],
    docs: 'Controlling access to Amazon Kinesis Data Streams resources using IAM',
    options: { grant: { read: 'grantRead', write: 'grantWrite', readwrite: 'grantReadWrite' } },
  }),
  firehose: iamDataAccess({
    label: 'puts records into',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        resources: ['{target.arn}'],
      },
    ],
    environment: [{ name: 'DELIVERY_STREAM_NAME', value: '{target.name}' }],
    docs: 'Writing to Amazon Data Firehose using the AWS SDK',
    options: { grant: 'grantPutRecords' },
  }),
  'event-bus': [
    iamDataAccess({
      preferred: true,
      label: 'puts events on',
      delivery: 'async',
      properties: {
        source: text({
          default: 'my.app',
          help: 'The source that the code gives its events; rules match on it.',
        }),
        detailType: text({
          advanced: true,
          help: 'What kind of events the code puts on the bus.',
        }),
      },
      statements: [
        { side: 'source-role', actions: ['events:PutEvents'], resources: ['{target.arn}'] },
      ],
      environment: [{ name: 'EVENT_BUS_NAME', value: '{target.name}' }],
      docs: 'Sending events with PutEvents in Amazon EventBridge',
      options: { grant: 'grantPutEventsTo' },
    }),
    onFailure(toBus),
    onSuccess(toBus),
  ],
  'state-machine': iamDataAccess({
    label: 'starts executions of',
    delivery: 'async',
    properties: {
      sync: yesNo({
        default: false,
        help: 'Waits for the result of an Express workflow (StartSyncExecution).',
      }),
      access: choice(['start', 'start-and-describe', 'task-response'], {
        default: 'start',
        help: 'Task-response: the function sends back the token that a task of the workflow waits for.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['states:StartExecution'],
        resources: ['{target.arn}'],
        when: (read) => starts(read) && read.connection('sync') !== true,
      },
      {
        side: 'source-role',
        actions: ['states:StartSyncExecution'],
        resources: ['{target.arn}'],
        when: (read) => starts(read) && read.connection('sync') === true,
      },
      {
        side: 'source-role',
        actions: ['states:DescribeExecution', 'states:GetExecutionHistory'],
        resources: ['arn:{partition}:states:{region}:{account}:execution:{target.name}:*'],
        when: ({ connection }) => connection('access') === 'start-and-describe',
      },
      {
        side: 'source-role',
        actions: ['states:SendTaskSuccess', 'states:SendTaskFailure', 'states:SendTaskHeartbeat'],
        resources: ['{target.arn}'],
        when: ({ connection }) => connection('access') === 'task-response',
      },
    ],
    environment: [{ name: 'STATE_MACHINE_ARN', value: '{target.arn}' }],
    docs: 'Creating granular permissions for non-admin users in Step Functions',
    options: {},
  }),
  lambda: [
    directInvoke({
      variant: 'invoke',
      preferred: true,
      label: 'invokes',
      properties: {
        invocationType: choice(['RequestResponse', 'Event'], {
          default: 'RequestResponse',
          help: 'RequestResponse waits for the answer; Event hands the event over and goes on.',
        }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}', '{target.arn}:*'],
        },
      ],
      environment: [{ name: 'TARGET_FUNCTION_NAME', value: '{target.name}' }],
      docs: 'Understanding Lambda function invocation methods',
      options: { caller: 'code' },
    }),
    onFailure(toFunction),
    onSuccess(toFunction),
  ],
  'efs-file-system': toFileSystem('function'),
  'dax-cluster': toDaxCluster,
  'rds-instance': toDatabase,
  'aurora-cluster': [toCluster, throughDataApi],
  'rds-proxy': toProxy,
  elasticache: toCache,
  secret: toSecret,
  'cognito-user-pool': iamDataAccess({
    variant: 'admin',
    label: 'administers users of',
    properties: {
      access: choice(['read', 'manage', 'authenticate'], {
        default: 'read',
        help: 'manage: create and change users and groups. authenticate: sign users in on their behalf.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: [
          'cognito-idp:AdminGetUser',
          'cognito-idp:AdminListGroupsForUser',
          'cognito-idp:ListUsers',
        ],
        resources: ['{target.arn}'],
      },
      {
        side: 'source-role',
        actions: [
          'cognito-idp:AdminCreateUser',
          'cognito-idp:AdminUpdateUserAttributes',
          'cognito-idp:AdminAddUserToGroup',
          'cognito-idp:AdminRemoveUserFromGroup',
        ],
        resources: ['{target.arn}'],
        when: ({ connection }) => connection('access') === 'manage',
      },
      {
        side: 'source-role',
        actions: ['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'],
        resources: ['{target.arn}'],
        when: ({ connection }) => connection('access') === 'authenticate',
      },
    ],
    environment: [
      { name: 'USER_POOL_ID', value: '{target.id}' },
      { name: 'USER_POOL_CLIENT_ID', value: '{target.clientId}' },
    ],
    // A trigger gets the id of its pool with every event.
    circleWith: 'trigger',
    options: { grantCode: grantActions },
    docs: 'Actions, resources, and condition keys for Amazon Cognito User Pools',
  }),
  'rest-api': httpCall({
    variant: 'invoke',
    label: 'calls',
    properties: calledRoute,
    statements: [
      {
        side: 'source-role',
        actions: ['execute-api:Invoke'],
        resources: ['{target.executeArn}/{target.stageName}/{connection.method}{connection.path}'],
        when: ({ connection }) => connection('authMode') === 'iam',
      },
    ],
    environment: [{ name: 'API_URL', value: '{target.url}' }],
    docs: 'Control access for invoking an API',
  }),
  'http-api': httpCall({
    variant: 'invoke',
    label: 'calls',
    properties: calledRoute,
    statements: [
      {
        side: 'source-role',
        actions: ['execute-api:Invoke'],
        resources: ['{target.executeArn}/*/{connection.method}{connection.path}'],
        when: ({ connection }) => connection('authMode') === 'iam',
      },
    ],
    environment: [{ name: 'API_URL', value: '{target.url}' }],
    docs: 'Control access to HTTP APIs with IAM authorization',
  }),
  'websocket-api': iamDataAccess({
    variant: 'push',
    label: 'pushes messages to clients of',
    delivery: 'async',
    statements: [
      {
        side: 'source-role',
        actions: ['execute-api:ManageConnections'],
        resources: ['{target.executeArn}/{target.stageName}/*/@connections/*'],
      },
    ],
    environment: [{ name: 'WEBSOCKET_CALLBACK_URL', value: '{target.callbackUrl}' }],
    options: { grantCode: grantPush },
    docs: 'Use @connections commands in your backend service',
  }),
  'external-endpoint': httpCall({
    label: 'calls over https',
    properties: {
      path: text({ default: '/', advanced: true, help: 'Only for the drawing.' }),
      secretName: text({
        advanced: true,
        help: 'The secret with the credential, which the function may then read.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['secretsmanager:GetSecretValue'],
        resources: [
          'arn:{partition}:secretsmanager:{region}:{account}:secret:{connection.secretName}-??????',
        ],
        when: ({ connection }) => Boolean(connection('secretName')),
      },
    ],
    environment: [{ name: 'ENDPOINT_URL', value: '{target.url}' }],
    docs: 'Giving Lambda functions access to resources in an Amazon VPC',
  }),
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
  'appsync-api': httpCall({
    variant: 'invoke',
    label: 'sends GraphQL operations to',
    properties: {
      types: list({
        items: choice(['Query', 'Mutation', 'Subscription']),
        default: ['Mutation'],
        help: 'What the code asks for: Query, Mutation, Subscription.',
      }),
    },
    statements: (['Query', 'Mutation', 'Subscription'] as const).map((type) => ({
      side: 'source-role' as const,
      actions: ['appsync:GraphQL'],
      resources: [`{target.arn}/types/${type}/*`],
      when: ({ connection }: ConnectionReader) => {
        const types = connection('types');
        return !Array.isArray(types) || types.includes(type);
      },
    })),
    environment: [{ name: 'GRAPHQL_URL', value: '{target.url}' }],
    circleWith: 'authorizer',
    explain:
      'The code posts a mutation to the API and signs it with its role, for example so that subscribers hear of something. The export switches on AWS_IAM beside the usual way in; in the schema the field says @aws_iam.',
    docs: 'Authorizing AWS AppSync GraphQL APIs with AWS_IAM',
  }),
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
    statements: [
      {
        side: 'source-role',
        actions: [
          'xray:PutTraceSegments',
          'xray:PutTelemetryRecords',
          'xray:GetSamplingRules',
          'xray:GetSamplingTargets',
        ],
        resources: ['*'],
        byMechanism: true,
      },
    ],
    docs: 'Visualize Lambda function invocations using AWS X-Ray',
    options: {
      properties: { Tracing: 'Active' },
      props: { tracing: name('lambda.Tracing.ACTIVE') },
    },
  }),
  'kms-key': iamDataAccess({
    label: 'encrypts and decrypts with',
    properties: {
      access: choice(['encrypt', 'decrypt', 'encrypt-decrypt', 'sign-verify'], {
        default: 'encrypt-decrypt',
        help: 'sign-verify wants a key whose use is SIGN_VERIFY.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        resources: ['{target.arn}'],
        when: ({ connection }) =>
          ['encrypt', 'encrypt-decrypt'].includes(String(connection('access'))),
      },
      {
        side: 'source-role',
        actions: ['kms:Decrypt'],
        resources: ['{target.arn}'],
        when: ({ connection }) =>
          ['decrypt', 'encrypt-decrypt'].includes(String(connection('access'))),
      },
      {
        side: 'source-role',
        actions: ['kms:Sign', 'kms:Verify'],
        resources: ['{target.arn}'],
        when: ({ connection }) => connection('access') === 'sign-verify',
      },
    ],
    environment: [{ name: 'KMS_KEY_ID', value: '{target.id}' }],
    docs: 'Using IAM policies with AWS KMS',
    options: {},
  }),
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
});
