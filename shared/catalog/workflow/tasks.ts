import { isJsonObject, type Json } from '../../lib/json.ts';
import { type Code, member } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { type Expression, getAtt, join, pseudo } from '../expression.ts';
import { senderOf } from '../mail/sender.ts';
import type { PropertyReader } from '../property.ts';
import type { NodeScope } from '../service.ts';
import type { TaskOutput, TaskPattern } from './definition.ts';
import {
  dynamic,
  enteredTime,
  executionId,
  executionName,
  fieldName,
  input,
  inputField,
  inputFieldList,
  inputFieldText,
  inputText,
  stepHash,
  type TaskArguments,
  taskToken,
} from './dynamic.ts';

/** What a task has to know of its connection and of the node that it calls. */
export interface TaskContext {
  readonly pattern: TaskPattern;
  /** Known values of the connection. */
  readonly read: PropertyReader;
  readonly target: Pick<NodeScope, 'read' | 'value' | 'attribute' | 'links'>;
  /** A logical id for a resource that the connection adds. */
  resourceId(word: string): string;
  /**
   * The placeholder for a value that is only known at deployment; `word` tells it from others of the target. The
   * code is for the CDK where the expression would read badly.
   */
  fill(word: string, value: Expression, code?: Code): string;
}

/** The service call of a task. */
export interface TaskCall {
  readonly resource: string;
  readonly syncSuffix?: string;
  readonly arguments: TaskArguments;
  readonly output: TaskOutput;
}

/** How a kind of node is called by a workflow. */
export interface TaskTarget {
  /** The first word of the state's name when it has none, such as `Call`. */
  readonly verb: string;
  /** Its connection has a `pattern`: the task can wait for more than the answer to the call. */
  readonly waits?: boolean;
  call(context: TaskContext): TaskCall;
}

const keep: TaskOutput = { kind: 'input' };
const field = (name: string): TaskOutput => ({ kind: 'field', field: name });

/** The input, together with the token when somebody else is to answer. */
const message = ({ pattern }: TaskContext): TaskArguments[string] =>
  pattern === 'wait-for-task-token' ? { input, taskToken } : input;

/** What FIFO queues and topics ask for: executions in order, no step twice. */
const fifoFields = (fifo: boolean, contentBased: boolean): TaskArguments =>
  fifo
    ? {
        MessageGroupId: executionName,
        ...(contentBased ? {} : { MessageDeduplicationId: stepHash }),
      }
    : {};

const keyNamed = (value: Json | undefined): { name: string; type: string } | undefined =>
  isJsonObject(value) && typeof value.name === 'string'
    ? { name: value.name, type: ['N', 'B'].includes(String(value.type)) ? String(value.type) : 'S' }
    : undefined;

/** The key attributes of a table's item, each from the input field of the same name. */
const itemKey = ({ target }: TaskContext): { [attribute: string]: TaskArguments } =>
  Object.fromEntries(
    [keyNamed(target.read('partitionKey')), keyNamed(target.read('sortKey'))].flatMap((key) =>
      key ? [[key.name, { [key.type]: inputFieldText(fieldName(key.name)) }]] : [],
    ),
  );

/**
 * A text of the design stands in the definition itself: filled in at deployment, its quotation marks would end the
 * text around it.
 */
const known = (context: TaskContext, property: string, word: string): string => {
  const value = context.target.read(property);
  return typeof value === 'string' ? value : context.fill(word, context.target.attribute(property));
};

/** Known, it stands in the definition itself, for the same reason. */
const senderText = (context: TaskContext): string => {
  const sender = senderOf(context.target);
  return typeof sender === 'string' ? sender : context.fill('Sender', sender);
};

/** The default stage of an HTTP API has no part in the address. */
const stageOf = (context: TaskContext): TaskArguments => {
  const stage = known(context, 'stageName', 'Stage');
  return stage === '$default' ? {} : { Stage: stage };
};

/** A call through API Gateway, signed with the role of the workflow. */
const apiCall = (context: TaskContext, own: TaskArguments): TaskArguments => ({
  ApiEndpoint: context.fill(
    'Endpoint',
    join(
      context.target.attribute('id'),
      '.execute-api.',
      pseudo('Region'),
      '.',
      pseudo('URLSuffix'),
    ),
  ),
  ...stageOf(context),
  AuthType: 'IAM_ROLE',
  ...own,
});

const apiTask: TaskTarget = {
  verb: 'Call',
  waits: true,
  call: (context) => {
    const method = String(context.read('method') ?? 'POST');
    return {
      resource: 'apigateway:invoke',
      arguments: apiCall(context, {
        Method: method,
        Path: String(context.read('path') ?? '/'),
        ...(context.pattern === 'wait-for-task-token'
          ? {
              Headers: {
                TaskToken: dynamic('[$states.context.Task.Token]', 'States.Array($$.Task.Token)'),
              },
            }
          : {}),
        ...(method === 'GET' || method === 'DELETE' ? {} : { RequestBody: input }),
      }),
      output: field('ResponseBody'),
    };
  },
};

/** The EventBridge connection that holds the credentials of an HTTP call: one that exists, or one of our own. */
const connectionArn = (context: TaskContext): string => {
  const existing = context.read('connection');
  if (isJsonObject(existing) && typeof existing.arn === 'string') return existing.arn;
  const id = context.resourceId('Connection');
  return context.fill(
    'ConnectionArn',
    getAtt(id, 'Arn'),
    member(constructRef(id), 'connectionArn'),
  );
};

/** What the drawn schedule starts, new schedules start as well. */
const scheduledArn = (context: TaskContext): string => {
  const [link] = context.target.links('out', { mechanism: 'scheduler-target' });
  return link === undefined ? '' : context.fill('TargetArn', link.target.attribute('arn'));
};

/**
 * How workflows call each kind of node. The integrations and their parameters:
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html and, for `aws-sdk`,
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export const taskTargets: Readonly<Record<string, TaskTarget>> = {
  lambda: {
    verb: 'Call',
    waits: true,
    call: (context) => ({
      resource: 'lambda:invoke',
      arguments: {
        FunctionName: context.fill('Arn', context.target.attribute('arn')),
        Payload: message(context),
      },
      output: field('Payload'),
    }),
  },
  'dynamodb-table': {
    verb: 'Use',
    call: (context) => {
      const action = String(context.read('action') ?? 'putItem');
      const table = { TableName: context.fill('Name', context.target.attribute('name')) };
      const key = itemKey(context);
      const calls: Readonly<Record<string, TaskArguments>> = {
        getItem: { ...table, Key: key },
        putItem: { ...table, Item: { data: { S: inputText }, ...key } },
        updateItem: {
          ...table,
          Key: key,
          UpdateExpression: 'SET #updatedAt = :now',
          ExpressionAttributeNames: { '#updatedAt': 'updatedAt' },
          ExpressionAttributeValues: { ':now': { S: enteredTime } },
        },
        deleteItem: { ...table, Key: key },
      };
      return {
        resource: `dynamodb:${action}`,
        arguments: calls[action] ?? table,
        output: action === 'getItem' ? field('Item') : keep,
      };
    },
  },
  'sqs-queue': {
    verb: 'Send to',
    waits: true,
    call: (context) => ({
      resource: 'sqs:sendMessage',
      arguments: {
        QueueUrl: context.fill('Url', context.target.attribute('url')),
        MessageBody: message(context),
        ...fifoFields(
          context.target.read('fifoQueue') === true,
          context.target.read('contentBasedDeduplication') === true,
        ),
      },
      output: keep,
    }),
  },
  'sns-topic': {
    verb: 'Publish to',
    waits: true,
    call: (context) => ({
      resource: 'sns:publish',
      arguments: {
        TopicArn: context.fill('Arn', context.target.attribute('arn')),
        Message: message(context),
        ...fifoFields(
          context.target.read('fifoTopic') === true,
          context.target.read('contentBasedDeduplication') === true,
        ),
      },
      output: keep,
    }),
  },
  'event-bus': {
    verb: 'Put event on',
    waits: true,
    call: (context) => ({
      resource: 'events:putEvents',
      arguments: {
        Entries: [
          {
            EventBusName: context.fill('Arn', context.target.attribute('arn')),
            Source: 'workflow',
            DetailType: String(context.read('stateName') ?? 'Workflow step'),
            Detail: message(context),
          },
        ],
      },
      output: keep,
    }),
  },
  'state-machine': {
    verb: 'Start',
    waits: true,
    call: (context) => ({
      resource: 'states:startExecution',
      // The second version gives the output as JSON and not as text.
      syncSuffix: '.sync:2',
      arguments: {
        StateMachineArn: context.fill('Arn', context.target.attribute('arn')),
        Input: {
          input,
          ...(context.pattern === 'wait-for-task-token' ? { taskToken } : {}),
          AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: executionId,
        },
      },
      output: context.pattern === 'sync' ? field('Output') : keep,
    }),
  },
  's3-bucket': {
    verb: 'Use',
    call: (context) => {
      const action = String(context.read('action') ?? 'putObject');
      const bucket = { Bucket: context.fill('Name', context.target.attribute('name')) };
      if (action === 'listObjectsV2')
        return {
          resource: 'aws-sdk:s3:listObjectsV2',
          arguments: bucket,
          output: field('Contents'),
        };
      if (action === 'getObject')
        return {
          resource: 'aws-sdk:s3:getObject',
          arguments: { ...bucket, Key: inputField('key') },
          output: field('Body'),
        };
      return {
        resource: 'aws-sdk:s3:putObject',
        arguments: { ...bucket, Key: executionName, Body: input },
        output: keep,
      };
    },
  },
  'rest-api': apiTask,
  'http-api': apiTask,
  'websocket-api': {
    verb: 'Push to',
    // The management API cannot be called through the SDK integration: its address belongs to the API.
    call: (context) => ({
      resource: 'apigateway:invoke',
      arguments: apiCall(context, {
        Method: 'POST',
        Path: dynamic(
          "'/@connections/' & $states.input.connectionId",
          "States.Format('/@connections/{}', $.connectionId)",
        ),
        RequestBody: input,
      }),
      output: keep,
    }),
  },
  'external-endpoint': {
    verb: 'Call',
    call: (context) => {
      const method = String(context.target.read('method') ?? 'POST');
      return {
        resource: 'http:invoke',
        arguments: {
          ApiEndpoint: known(context, 'url', 'Url'),
          Method: method,
          Authentication: {
            ConnectionArn: connectionArn(context),
          },
          ...(method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
            ? {}
            : { RequestBody: input }),
        },
        output: field('ResponseBody'),
      };
    },
  },
  schedule: {
    verb: 'Create schedule like',
    call: (context) => ({
      resource: 'aws-sdk:scheduler:createSchedule',
      arguments: {
        Name: executionName,
        GroupName: known(context, 'groupName', 'GroupName'),
        ScheduleExpression: inputField('scheduleExpression'),
        FlexibleTimeWindow: { Mode: 'OFF' },
        ActionAfterCompletion: 'DELETE',
        Target: {
          Arn: scheduledArn(context),
          RoleArn: context.fill('RoleArn', context.target.attribute('roleArn')),
          Input: inputText,
        },
      },
      output: keep,
    }),
  },
  // AWS's pages do not say how the integration reads bytes. The text goes as it is: SDKs encode the bytes they are given.
  'kinesis-stream': {
    verb: 'Put record into',
    call: (context) => ({
      resource: 'aws-sdk:kinesis:putRecord',
      arguments: {
        StreamName: context.fill('Name', context.target.attribute('name')),
        PartitionKey: executionName,
        Data: inputText,
      },
      output: keep,
    }),
  },
  firehose: {
    verb: 'Put record into',
    call: (context) => ({
      resource: 'aws-sdk:firehose:putRecord',
      arguments: {
        DeliveryStreamName: context.fill('Name', context.target.attribute('name')),
        Record: { Data: inputText },
      },
      output: keep,
    }),
  },
  secret: {
    verb: 'Read',
    call: (context) => ({
      resource: 'aws-sdk:secretsmanager:getSecretValue',
      arguments: { SecretId: context.fill('Arn', context.target.attribute('arn')) },
      output: field('SecretString'),
    }),
  },
  'cognito-user-pool': {
    verb: 'Look up user of',
    call: (context) => ({
      resource: 'aws-sdk:cognitoidentityprovider:adminGetUser',
      arguments: {
        UserPoolId: context.fill('Id', context.target.attribute('id')),
        Username: inputField('username'),
      },
      output: { kind: 'result' },
    }),
  },
  'rds-instance': {
    verb: 'Start or stop',
    call: (context) => ({
      resource: `aws-sdk:rds:${String(context.read('action') ?? 'stopDBInstance')}`,
      arguments: {
        DbInstanceIdentifier: context.fill('Id', context.target.attribute('id')),
      },
      output: keep,
    }),
  },
  'aurora-cluster': {
    verb: 'Query',
    call: (context) => ({
      resource: 'aws-sdk:rdsdata:executeStatement',
      arguments: {
        ResourceArn: context.fill('Arn', context.target.attribute('arn')),
        SecretArn: context.fill('SecretArn', context.target.attribute('secretArn')),
        Database: known(context, 'databaseName', 'DatabaseName'),
        Sql: inputField('sql'),
      },
      output: { kind: 'result' },
    }),
  },
  'ses-identity': {
    verb: 'Send mail with',
    call: (context) => ({
      resource: 'aws-sdk:sesv2:sendEmail',
      arguments: {
        FromEmailAddress: senderText(context),
        Destination: { ToAddresses: inputFieldList('to') },
        Content: {
          Simple: {
            Subject: { Data: inputField('subject') },
            Body: { Text: { Data: inputField('text') } },
          },
        },
      },
      output: keep,
    }),
  },
  'glue-job': {
    verb: 'Run',
    waits: true,
    call: (context) => ({
      resource: 'glue:startJobRun',
      arguments: { JobName: context.fill('Name', context.target.attribute('name')) },
      output: keep,
    }),
  },
  'glue-crawler': {
    verb: 'Start',
    call: (context) => ({
      resource: 'aws-sdk:glue:startCrawler',
      arguments: { Name: context.fill('Name', context.target.attribute('name')) },
      output: keep,
    }),
  },
  'athena-workgroup': {
    verb: 'Query',
    waits: true,
    call: (context) => {
      const [database] = context.target.links('in', { mechanism: 'catalog' });
      return {
        resource: 'athena:startQueryExecution',
        arguments: {
          QueryString: String(context.read('query') ?? 'SELECT 1'),
          WorkGroup: context.fill('Name', context.target.attribute('name')),
          ...(database === undefined
            ? {}
            : {
                QueryExecutionContext: {
                  Database: context.fill('Database', database.source.attribute('name')),
                },
              }),
        },
        output: { kind: 'result' },
      };
    },
  },
  redshift: {
    verb: 'Run SQL on',
    call: (context) => ({
      resource: 'aws-sdk:redshiftdata:executeStatement',
      arguments: {
        [context.target.read('deployment') === 'provisioned'
          ? 'ClusterIdentifier'
          : 'WorkgroupName']: context.fill('Name', context.target.attribute('name')),
        Database: known(context, 'databaseName', 'Database'),
        Sql: String(context.read('sql') ?? 'SELECT 1'),
      },
      output: { kind: 'result' },
    }),
  },
  'ssm-parameter': {
    verb: 'Read',
    call: (context) => ({
      resource: 'aws-sdk:ssm:getParameter',
      arguments: { Name: context.fill('Name', context.target.attribute('name')) },
      output: field('Parameter'),
    }),
  },
  'backup-plan': {
    verb: 'Back up into',
    call: (context) => ({
      resource: 'aws-sdk:backup:startBackupJob',
      arguments: {
        BackupVaultName: context.fill('VaultName', context.target.attribute('vaultName')),
        IamRoleArn: context.fill('RoleArn', context.target.attribute('roleArn')),
        ResourceArn: inputField('resourceArn'),
      },
      output: { kind: 'result' },
    }),
  },
};
