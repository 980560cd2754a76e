import { queryRights } from '../analytics/athena.ts';
import type { ConnectionReader, StatementTemplate } from '../connection.ts';
import { connectionsFrom } from '../connection.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { tracing } from '../mechanisms/tracing.mechanism.ts';
import {
  connectionActions,
  connectionSecretActions,
  workflowTask,
} from '../mechanisms/workflow-task.mechanism.ts';
import { choice, list, record, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { worksOnActivity, worksOutside } from './shared/program-work.ts';
import { workflowRunsTasks } from './shared/run-task.ts';
import { workflowRole } from './shared/runs-as.ts';
import {
  jobTaskProperties,
  runTaskProperties,
  taskProperties,
  waitingTaskProperties,
} from './shared/task-properties.ts';
import { sendsTraces } from './shared/traces.ts';
import { dataApiStatements } from './shared/warehouse-access.ts';
import { dimension, watchedBy } from './shared/watched.ts';

const sdk = 'Learning to use AWS service SDK integrations in Step Functions';

/** The role of the state machine may do this to the target. */
const may = (...actions: readonly string[]): readonly StatementTemplate[] => [
  { side: 'source-role', actions, resources: ['{target.arn}'] },
];

const isAction =
  (...actions: readonly string[]) =>
  ({ connection }: ConnectionReader): boolean =>
    actions.includes(String(connection('action')));

const isSync = ({ connection }: ConnectionReader): boolean => connection('pattern') === 'sync';

/** One statement for each value of the connection's `action`. */
const byAction = (service: string, names: readonly string[]): readonly StatementTemplate[] =>
  names.map((action) => ({
    side: 'source-role',
    actions: [`${service}:${action.charAt(0).toUpperCase()}${action.slice(1)}`],
    resources: ['{target.arn}'],
    when: isAction(action),
  }));

const apiMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const apiCallProperties = {
  method: choice(apiMethods, { default: 'POST', help: 'The HTTP method of the call.' }),
  path: text({ default: '/', pattern: '^/', help: 'The path below the stage.' }),
};

export const fromStateMachine = connectionsFrom<Kind>('state-machine', {
  'event-bus': [
    eventSource({
      variant: 'service-events',
      preferred: true,
      label: 'publishes status changes to',
      delivery: 'async',
      properties: { detailTypes: list({ help: 'Step Functions Execution Status Change.' }) },
      docs: 'Automating Step Functions event delivery with EventBridge',
    }),
    workflowTask({
      label: 'puts events on',
      delivery: 'async',
      properties: waitingTaskProperties,
      statements: may('events:PutEvents'),
      docs: 'Add EventBridge events with Step Functions',
    }),
  ],
  lambda: workflowTask({
    label: 'calls',
    properties: waitingTaskProperties,
    statements: [
      {
        side: 'source-role',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}', '{target.arn}:*'],
      },
    ],
    docs: 'Invoke an AWS Lambda function with Step Functions',
  }),
  'dynamodb-table': workflowTask({
    label: 'reads and writes items of',
    properties: {
      ...taskProperties,
      action: choice(['getItem', 'putItem', 'updateItem', 'deleteItem'], {
        default: 'putItem',
        help: 'What the task does with the item whose key is in the input.',
      }),
    },
    statements: byAction('dynamodb', ['getItem', 'putItem', 'updateItem', 'deleteItem']),
    docs: 'Perform DynamoDB CRUD operations with Step Functions',
  }),
  'aurora-cluster': workflowTask({
    label: 'queries through the Data API',
    properties: taskProperties,
    statements: [
      ...may('rds-data:ExecuteStatement'),
      {
        side: 'source-role',
        actions: ['secretsmanager:GetSecretValue'],
        resources: ['{target.secretArn}'],
      },
    ],
    explain:
      'The task sends the SQL of its input to the Data API, which runs it with the login of the master user and answers with the rows. It needs no connection and no place in the VPC.',
    docs: 'Learning to use AWS service SDK integrations in Step Functions',
  }),
  'sqs-queue': workflowTask({
    label: 'sends messages to',
    delivery: 'async',
    properties: waitingTaskProperties,
    statements: may('sqs:SendMessage'),
    docs: 'Send messages to an Amazon SQS queue with Step Functions',
  }),
  'sns-topic': workflowTask({
    label: 'publishes to',
    delivery: 'async',
    properties: waitingTaskProperties,
    statements: may('sns:Publish'),
    docs: 'Publish messages to an Amazon SNS topic with Step Functions',
  }),
  'state-machine': workflowTask({
    label: 'starts',
    delivery: 'async',
    properties: jobTaskProperties,
    statements: [
      ...may('states:StartExecution'),
      {
        side: 'source-role',
        actions: ['states:DescribeExecution', 'states:StopExecution'],
        resources: ['arn:{partition}:states:{region}:{account}:execution:{target.name}:*'],
        when: isSync,
      },
      {
        // Step Functions itself makes this rule to hear when the other execution is done.
        side: 'source-role',
        actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
        resources: [
          'arn:{partition}:events:{region}:{account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
        ],
        when: isSync,
      },
    ],
    docs: 'Start a new AWS Step Functions state machine from a running execution',
  }),
  's3-bucket': workflowTask({
    label: 'reads and writes objects of',
    properties: {
      ...taskProperties,
      action: choice(['getObject', 'putObject', 'listObjectsV2', 'all'], {
        default: 'putObject',
        help: 'What the task does. All is for a definition of your own that reads, writes and lists, such as a distributed Map.',
      }),
    },
    statements: [
      {
        side: 'source-role',
        actions: ['s3:GetObject'],
        resources: ['{target.arn}/*'],
        when: isAction('getObject', 'all'),
      },
      {
        side: 'source-role',
        actions: ['s3:PutObject'],
        resources: ['{target.arn}/*'],
        when: isAction('putObject', 'all'),
      },
      {
        side: 'source-role',
        actions: ['s3:ListBucket'],
        resources: ['{target.arn}'],
        when: isAction('listObjectsV2', 'all'),
      },
    ],
    docs: 'Using Map state in Distributed mode',
  }),
  'rest-api': workflowTask({
    label: 'calls',
    properties: { ...waitingTaskProperties, ...apiCallProperties },
    statements: [
      {
        side: 'source-role',
        actions: ['execute-api:Invoke'],
        resources: [
          'arn:{partition}:execute-api:{region}:{account}:{target.id}/{target.stageName}/{connection.method}{connection.path}',
        ],
      },
    ],
    docs: 'Create API Gateway REST APIs with Step Functions',
  }),
  'http-api': workflowTask({
    label: 'calls',
    properties: { ...waitingTaskProperties, ...apiCallProperties },
    statements: [
      {
        side: 'source-role',
        actions: ['execute-api:Invoke'],
        resources: [
          'arn:{partition}:execute-api:{region}:{account}:{target.id}/*/{connection.method}{connection.path}',
        ],
      },
    ],
    docs: 'Create API Gateway REST APIs with Step Functions',
  }),
  'external-endpoint': workflowTask({
    label: 'calls',
    properties: {
      ...taskProperties,
      connection: record({
        advanced: true,
        help: 'An EventBridge connection that exists already: its arn and secretArn. Empty makes one for the endpoint.',
      }),
    },
    statements: [
      {
        // Naming the state machine here would make its role depend on it.
        side: 'source-role',
        actions: ['states:InvokeHTTPEndpoint'],
        resources: ['*'],
        conditions: { StringLike: { 'states:HTTPEndpoint': '{target.url}*' } },
      },
      {
        side: 'source-role',
        actions: connectionActions,
        resources: ['the EventBridge connection of {target.name}'],
        byMechanism: true,
      },
      {
        side: 'source-role',
        actions: connectionSecretActions,
        resources: ['the secret of the EventBridge connection of {target.name}'],
        byMechanism: true,
      },
    ],
    explain:
      'Step Functions sends the HTTPS request itself, without a function in between, and waits up to 60 seconds. The credentials are kept by an EventBridge connection in Secrets Manager; the definition only names it.',
    docs: 'Call HTTPS APIs in Step Functions workflows',
  }),
  schedule: workflowTask({
    variant: 'create',
    label: 'creates schedules like',
    delivery: 'async',
    properties: taskProperties,
    statements: [
      {
        side: 'source-role',
        actions: ['scheduler:CreateSchedule'],
        resources: ['arn:{partition}:scheduler:{region}:{account}:schedule/{target.groupName}/*'],
      },
      {
        side: 'source-role',
        actions: ['iam:PassRole'],
        resources: ['{target.roleArn}'],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      },
    ],
    docs: sdk,
  }),
  'kinesis-stream': workflowTask({
    label: 'puts records into',
    properties: taskProperties,
    statements: may('kinesis:PutRecord'),
    docs: sdk,
  }),
  firehose: workflowTask({
    label: 'puts records into',
    properties: taskProperties,
    statements: may('firehose:PutRecord'),
    docs: sdk,
  }),
  secret: workflowTask({
    label: 'reads',
    properties: taskProperties,
    statements: may('secretsmanager:GetSecretValue'),
    explain:
      'The task puts the value of the secret into the data of the execution, where everybody who may read its history can see it. Let the function or service that needs the secret read it itself where that is possible.',
    docs: sdk,
  }),
  'cognito-user-pool': workflowTask({
    label: 'administers users of',
    properties: taskProperties,
    statements: may('cognito-idp:AdminGetUser'),
    docs: sdk,
  }),
  'rds-instance': workflowTask({
    label: 'starts or stops',
    properties: {
      ...taskProperties,
      action: choice(['startDBInstance', 'stopDBInstance'], {
        default: 'stopDBInstance',
        help: 'A stopped instance costs storage only; AWS starts it again after seven days.',
      }),
    },
    statements: byAction('rds', ['startDBInstance', 'stopDBInstance']),
    docs: sdk,
  }),
  'websocket-api': workflowTask({
    label: 'pushes messages to clients of',
    properties: taskProperties,
    statements: [
      {
        side: 'source-role',
        actions: ['execute-api:ManageConnections'],
        resources: [
          'arn:{partition}:execute-api:{region}:{account}:{target.id}/{target.stageName}/POST/@connections/*',
        ],
      },
    ],
    explain:
      'The task posts to the address of one connection; its id is the field connectionId of the input. It goes through the API Gateway integration, since the SDK integration does not know the management API. Error 410 means that the client has left.',
    docs: 'Call API Gateway with Step Functions',
  }),
  'log-group': logging({
    label: 'writes execution logs to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        side: 'source-role',
        actions: [
          'logs:CreateLogDelivery',
          'logs:GetLogDelivery',
          'logs:UpdateLogDelivery',
          'logs:DeleteLogDelivery',
          'logs:ListLogDeliveries',
          'logs:PutResourcePolicy',
          'logs:DescribeResourcePolicies',
          'logs:DescribeLogGroups',
        ],
        resources: ['*'],
      },
    ],
    docs: 'Using CloudWatch Logs to log execution history in Step Functions',
    options: { setting: 'by-kind' },
  }),
  xray: tracing({
    label: 'sends traces to',
    delivery: 'async',
    reversible: true,
    statements: [{ ...sendsTraces, byMechanism: true }],
    docs: 'Trace Step Functions request data in AWS X-Ray',
    // The state machine itself looks for the arrow.
    options: { properties: {} },
  }),
  'iam-role': workflowRole,
  'cloudwatch-alarm': watchedBy(
    'AWS/States',
    ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionThrottled'],
    dimension('StateMachineArn', 'arn'),
  ),
  'ses-identity': workflowTask({
    label: 'sends mail with',
    delivery: 'async',
    properties: taskProperties,
    statements: [
      {
        side: 'source-role',
        actions: ['ses:SendEmail'],
        resources: ['{target.arn}', '{target.configurationSetArn}'],
      },
    ],
    explain:
      'The task sends the text of the input to the address in its field to, with its subject. Change the task where your input has other names.',
    docs: 'Learning to use AWS service SDK integrations in Step Functions',
  }),
  'fargate-service': workflowRunsTasks,
  'ec2-instance': [
    workflowTask({
      preferred: true,
      label: 'starts or stops',
      properties: {
        ...taskProperties,
        action: choice(['startInstances', 'stopInstances'], {
          default: 'stopInstances',
          help: 'A stopped instance costs only its disk. The call does not wait until it runs, or has stopped.',
        }),
      },
      statements: byAction('ec2', ['startInstances', 'stopInstances']),
      docs: sdk,
    }),
    worksOnActivity,
  ],
  'on-premises': worksOutside,
  'glue-job': workflowTask({
    label: 'runs',
    delivery: 'async',
    properties: runTaskProperties,
    statements: [
      ...may('glue:StartJobRun'),
      {
        side: 'source-role',
        actions: ['glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'],
        resources: ['{target.arn}'],
        when: isSync,
      },
    ],
    docs: 'Start an AWS Glue job with Step Functions',
  }),
  'glue-crawler': workflowTask({
    label: 'starts',
    delivery: 'async',
    properties: taskProperties,
    statements: may('glue:StartCrawler'),
    explain:
      'The call only starts the crawler. Whether it is done, the workflow has to ask itself, or a rule hears of it.',
    docs: sdk,
  }),
  'athena-workgroup': workflowTask({
    label: 'runs queries in',
    delivery: 'async',
    properties: {
      ...runTaskProperties,
      query: text({
        default: 'SELECT 1',
        maxLength: 262_144,
        help: 'The SQL of the query.',
      }),
    },
    statements: [
      ...may('athena:StartQueryExecution', 'athena:GetQueryExecution'),
      {
        side: 'source-role',
        actions: ['athena:StopQueryExecution', 'athena:GetQueryResults'],
        resources: ['{target.arn}'],
        when: isSync,
      },
      {
        side: 'source-role',
        actions: ['athena:GetDataCatalog'],
        resources: ['arn:{partition}:athena:{region}:{account}:datacatalog/*'],
      },
      {
        side: 'source-role',
        actions: ['glue:GetTable', 's3:GetObject', 's3:PutObject'],
        resources: ['databases, data and results that are connected to {target.name}'],
        byMechanism: true,
      },
    ],
    docs: 'Run Athena queries with Step Functions',
    options: { also: queryRights },
  }),
  redshift: workflowTask({
    label: 'runs SQL on',
    properties: {
      ...taskProperties,
      sql: text({
        default: 'SELECT 1',
        maxLength: 100_000,
        help: 'The SQL of the statement.',
      }),
    },
    statements: dataApiStatements('source-role', 'redshift-data:ExecuteStatement'),
    explain:
      'The task hands the statement to the Data API, which answers with its id at once. The workflow can wait and ask with describeStatement whether it is done.',
    docs: sdk,
  }),
  'ssm-parameter': workflowTask({
    label: 'reads',
    properties: taskProperties,
    statements: may('ssm:GetParameter'),
    docs: sdk,
  }),
  'backup-plan': workflowTask({
    label: 'starts backup jobs of',
    properties: taskProperties,
    statements: [
      {
        side: 'source-role',
        actions: ['backup:StartBackupJob'],
        resources: ['{target.vaultArn}'],
      },
      {
        side: 'source-role',
        actions: ['iam:PassRole'],
        resources: ['{target.roleArn}'],
        conditions: { StringEquals: { 'iam:PassedToService': 'backup.amazonaws.com' } },
      },
    ],
    explain:
      'Backs up, outside the plan, the resource whose ARN stands in the input as resourceArn, before a risky step for example.',
    docs: sdk,
  }),
});
