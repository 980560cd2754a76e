import { connectionsFrom } from '../connection.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { workflowTask } from '../mechanisms/workflow-task.mechanism.ts';
import { choice, integer, list, record, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromStateMachine = connectionsFrom<Kind>('state-machine', {
  'event-bus': [
    /* SAM: nothing (Standard workflows; Express do not publish)
 CDK: new events.Rule(this, 'SfnEvents', { eventPattern: { source: ['aws.states'], detailType: ['Step Functions Execution Status Change'] } }) */
    eventSource({
      variant: 'service-events',
      preferred: true,
      label: 'publishes status changes to',
      delivery: 'async',
      properties: { detailTypes: list({ help: 'Step Functions Execution Status Change.' }) },
      docs: 'Automating Step Functions event delivery with EventBridge',
    }),
    /* SAM: Task state Resource arn:aws:states:::events:putEvents; EventBridgePutEventsPolicy or Connector Write
 CDK: new tasks.EventBridgePutEvents(this, 'Event', { entries: [{ eventBus, detail, detailType, source }] }) */
    workflowTask({
      label: 'puts events on',
      delivery: 'async',
      properties: {
        stateName: text({ required: true }),
        pattern: choice(['request-response', 'wait-for-task-token'], {
          default: 'request-response',
          help: 'Resource ARN suffix none or .waitForTaskToken; this integration has no .sync.',
        }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        { side: 'source-role', actions: ['events:PutEvents'], resources: ['{target.arn}'] },
      ],
      docs: 'Add EventBridge events with Step Functions',
    }),
  ],
  lambda /* SAM: Task state Resource arn:aws:states:::lambda:invoke; LambdaInvokePolicy {FunctionName} or Connector Write
 CDK: new tasks.LambdaInvoke(this, 'Step', { lambdaFunction: fn, outputPath: '$.Payload' }) */:
    workflowTask({
      label: 'calls',
      properties: {
        stateName: text({ required: true }),
        pattern: choice(['request-response', 'wait-for-task-token'], {
          default: 'request-response',
          help: 'Resource ARN suffix none or .waitForTaskToken; this integration has no .sync.',
        }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}', '{target.arn}:*'],
        },
      ],
      docs: 'Invoke an AWS Lambda function with Step Functions',
    }),
  'dynamodb-table' /* SAM: Task state Resource arn:aws:states:::dynamodb:getItem | putItem | updateItem | deleteItem; Connector Read/Write
 CDK: new tasks.DynamoPutItem(this, 'Put', { table, item: { pk: tasks.DynamoAttributeValue.fromString(sfn.JsonPath.stringAt('$.id')) } }) | new tasks.DynamoGetItem(this, 'Get', { table, key: { pk: tasks.DynamoAttributeValue.fromString(sfn.JsonPath.stringAt('$.id')) } }) */:
    workflowTask({
      label: 'reads and writes items of',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
        action: choice(['getItem', 'putItem', 'updateItem', 'deleteItem'], { default: 'putItem' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['dynamodb:GetItem'],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('action') === 'getItem',
        },
        {
          side: 'source-role',
          actions: ['dynamodb:PutItem'],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('action') === 'putItem',
        },
        {
          side: 'source-role',
          actions: ['dynamodb:UpdateItem'],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('action') === 'updateItem',
        },
        {
          side: 'source-role',
          actions: ['dynamodb:DeleteItem'],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('action') === 'deleteItem',
        },
      ],
      docs: 'Perform DynamoDB CRUD operations with Step Functions',
    }),
  'sqs-queue' /* SAM: Task state Resource arn:aws:states:::sqs:sendMessage; SQSSendMessagePolicy or Connector Write
 CDK: new tasks.SqsSendMessage(this, 'Send', { queue, messageBody }) */: workflowTask({
    label: 'sends messages to',
    delivery: 'async',
    properties: {
      stateName: text({ required: true }),
      pattern: choice(['request-response', 'wait-for-task-token'], {
        default: 'request-response',
        help: 'Resource ARN suffix none or .waitForTaskToken; this integration has no .sync.',
      }),
      retry: list({
        default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
        cfn: 'Retry',
      }),
      catch: list({ cfn: 'Catch' }),
      timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
    },
    statements: [
      { side: 'source-role', actions: ['sqs:SendMessage'], resources: ['{target.arn}'] },
    ],
    docs: 'Send messages to an Amazon SQS queue with Step Functions',
  }),
  'sns-topic' /* SAM: Task state Resource arn:aws:states:::sns:publish; SNSPublishMessagePolicy or Connector Write
 CDK: new tasks.SnsPublish(this, 'Publish', { topic, message }) */: workflowTask({
    label: 'publishes to',
    delivery: 'async',
    properties: {
      stateName: text({ required: true }),
      pattern: choice(['request-response', 'wait-for-task-token'], {
        default: 'request-response',
        help: 'Resource ARN suffix none or .waitForTaskToken; this integration has no .sync.',
      }),
      retry: list({
        default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
        cfn: 'Retry',
      }),
      catch: list({ cfn: 'Catch' }),
      timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
    },
    statements: [{ side: 'source-role', actions: ['sns:Publish'], resources: ['{target.arn}'] }],
    docs: 'Publish messages to an Amazon SNS topic with Step Functions',
  }),
  'state-machine' /* SAM: Task state Resource arn:aws:states:::states:startExecution(.sync:2); Connector Read+Write
 CDK: new tasks.StepFunctionsStartExecution(this, 'Child', { stateMachine: child, integrationPattern: sfn.IntegrationPattern.RUN_JOB }) */:
    workflowTask({
      label: 'starts',
      delivery: 'async',
      properties: {
        stateName: text({ required: true }),
        pattern: choice(['request-response', 'sync', 'wait-for-task-token'], {
          default: 'request-response',
          help: 'Resource ARN suffix none, .sync or .waitForTaskToken.',
        }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        { side: 'source-role', actions: ['states:StartExecution'], resources: ['{target.arn}'] },
        {
          side: 'source-role',
          actions: ['states:DescribeExecution', 'states:StopExecution'],
          resources: ['arn:{partition}:states:{region}:{account}:execution:{target.name}:*'],
          when: ({ connection }) => connection('pattern') === 'sync',
        },
        {
          side: 'source-role',
          actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
          resources: [
            'arn:{partition}:events:{region}:{account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
          ],
          when: ({ connection }) => connection('pattern') === 'sync',
        },
      ],
      docs: 'Start a new AWS Step Functions state machine from a running execution',
    }),
  's3-bucket' /* SAM: Task state Resource arn:aws:states:::aws-sdk:s3:getObject | putObject; Distributed Map ItemReader and ResultWriter; S3CrudPolicy or Connector Read/Write
 CDK: new tasks.CallAwsService(this, 'Get', { service: 's3', action: 'getObject', parameters, iamResources: [bucket.arnForObjects('*')] }) | new sfn.DistributedMap(this, 'Map', { itemReader }) */:
    workflowTask({
      label: 'reads and writes objects of',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
          resources: ['{target.arn}', '{target.arn}/*'],
        },
      ],
      docs: 'Using Map state in Distributed mode',
    }),
  'rest-api' /* SAM: Task state Resource arn:aws:states:::apigateway:invoke; DefinitionSubstitutions + Policies
 CDK: new tasks.CallApiGatewayRestApiEndpoint(this, 'Call', { api, stageName, method: tasks.HttpMethod.GET }) */:
    workflowTask({
      label: 'calls',
      properties: {
        stateName: text({ required: true }),
        pattern: choice(['request-response', 'wait-for-task-token'], {
          default: 'request-response',
          help: 'Resource ARN suffix none or .waitForTaskToken; this integration has no .sync.',
        }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['execute-api:Invoke'],
          resources: [
            'arn:{partition}:execute-api:{region}:{account}:{target.id}/{target.stageName}/*',
          ],
        },
      ],
      docs: 'Create API Gateway REST APIs with Step Functions',
    }),
  'http-api' /* SAM: Task state Resource arn:aws:states:::apigateway:invoke; DefinitionSubstitutions + Policies
 CDK: new tasks.CallApiGatewayHttpApiEndpoint(this, 'Call', { apiId: httpApi.apiId, apiStack: cdk.Stack.of(httpApi), method: tasks.HttpMethod.GET }) */:
    workflowTask({
      label: 'calls',
      properties: {
        stateName: text({ required: true }),
        pattern: choice(['request-response', 'wait-for-task-token'], {
          default: 'request-response',
          help: 'Resource ARN suffix none or .waitForTaskToken; this integration has no .sync.',
        }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['execute-api:Invoke'],
          resources: ['arn:{partition}:execute-api:{region}:{account}:{target.id}/*'],
        },
      ],
      docs: 'Create API Gateway REST APIs with Step Functions',
    }),
  'external-endpoint' /* SAM: Task state Resource arn:aws:states:::http:invoke; DefinitionSubstitutions + Policies
 CDK: new tasks.HttpInvoke(this, 'Http', { apiRoot: 'https://api.example.com', apiEndpoint: sfn.TaskInput.fromText('items'), method: sfn.TaskInput.fromText('POST'), connection }) */:
    workflowTask({
      label: 'calls',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
        connection: record({ required: true, help: 'AWS::Events::Connection.' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['states:InvokeHTTPEndpoint'],
          resources: ['*'],
          conditions: { StringLike: { 'states:HTTPEndpoint': '{target.url}*' } },
        },
        {
          side: 'source-role',
          actions: ['events:RetrieveConnectionCredentials'],
          resources: ['{connection.arn}'],
        },
        {
          side: 'source-role',
          actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          resources: ['{connection.secretArn}'],
        },
      ],
      docs: 'Call HTTPS APIs in Step Functions workflows',
    }),
  schedule /* SAM: Task state Resource arn:aws:states:::aws-sdk:scheduler:createSchedule; DefinitionSubstitutions + Policies
 CDK: new tasks.EventBridgeSchedulerCreateScheduleTask(this, 'Plan', { scheduleName, schedule, target }) */:
    workflowTask({
      variant: 'create',
      label: 'creates schedules like',
      delivery: 'async',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
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
      docs: 'Learning to use AWS service SDK integrations in Step Functions',
    }),
  'kinesis-stream' /* SAM: Task state Resource arn:aws:states:::aws-sdk:kinesis:putRecord; DefinitionSubstitutions + Policies
 CDK: new tasks.CallAwsService(this, 'Call', { service: 'kinesis', action: 'putRecord', parameters, iamResources }) */:
    workflowTask({
      label: 'puts records into',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        { side: 'source-role', actions: ['kinesis:PutRecord'], resources: ['{target.arn}'] },
      ],
      docs: 'Learning to use AWS service SDK integrations in Step Functions',
    }),
  firehose /* SAM: Task state Resource arn:aws:states:::aws-sdk:firehose:putRecord; DefinitionSubstitutions + Policies
 CDK: new tasks.CallAwsService(this, 'Call', { service: 'firehose', action: 'putRecord', parameters, iamResources }) */:
    workflowTask({
      label: 'puts records into',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        { side: 'source-role', actions: ['firehose:PutRecord'], resources: ['{target.arn}'] },
      ],
      docs: 'Learning to use AWS service SDK integrations in Step Functions',
    }),
  secret /* SAM: Task state Resource arn:aws:states:::aws-sdk:secretsmanager:getSecretValue; DefinitionSubstitutions + Policies
 CDK: new tasks.CallAwsService(this, 'Call', { service: 'secretsmanager', action: 'getSecretValue', parameters, iamResources }) */:
    workflowTask({
      label: 'reads',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['secretsmanager:GetSecretValue'],
          resources: ['{target.arn}'],
        },
      ],
      docs: 'Learning to use AWS service SDK integrations in Step Functions',
    }),
  'cognito-user-pool' /* SAM: Task state Resource arn:aws:states:::aws-sdk:cognitoidentityprovider:adminGetUser; DefinitionSubstitutions + Policies
 CDK: new tasks.CallAwsService(this, 'Call', { service: 'cognitoidentityprovider', action: 'adminGetUser', parameters, iamResources }) */:
    workflowTask({
      label: 'administers users of',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        { side: 'source-role', actions: ['cognito-idp:AdminGetUser'], resources: ['{target.arn}'] },
      ],
      docs: 'Learning to use AWS service SDK integrations in Step Functions',
    }),
  'rds-instance' /* SAM: Task state Resource arn:aws:states:::aws-sdk:rds:stopDBInstance; DefinitionSubstitutions + Policies
 CDK: new tasks.CallAwsService(this, 'Call', { service: 'rds', action: 'stopDBInstance', parameters, iamResources }) */:
    workflowTask({
      label: 'starts or stops',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
        action: choice(['startDBInstance', 'stopDBInstance'], { default: 'stopDBInstance' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['rds:StartDBInstance'],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('action') === 'startDBInstance',
        },
        {
          side: 'source-role',
          actions: ['rds:StopDBInstance'],
          resources: ['{target.arn}'],
          when: ({ connection }) => connection('action') === 'stopDBInstance',
        },
      ],
      docs: 'Learning to use AWS service SDK integrations in Step Functions',
    }),
  'websocket-api' /* SAM: Task state Resource arn:aws:states:::aws-sdk:apigatewaymanagementapi:postToConnection; DefinitionSubstitutions + Policies
 CDK: new tasks.CallAwsService(this, 'Call', { service: 'apigatewaymanagementapi', action: 'postToConnection', parameters, iamResources }) */:
    workflowTask({
      label: 'pushes messages to clients of',
      properties: {
        stateName: text({ required: true }),
        retry: list({
          default: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 3 }],
          cfn: 'Retry',
        }),
        catch: list({ cfn: 'Catch' }),
        timeoutSeconds: integer({ min: 1, cfn: 'TimeoutSeconds' }),
      },
      statements: [
        {
          side: 'source-role',
          actions: ['execute-api:ManageConnections'],
          resources: [
            'arn:{partition}:execute-api:{region}:{account}:{target.id}/{target.stageName}/POST/@connections/*',
          ],
        },
      ],
      docs: 'Learning to use AWS service SDK integrations in Step Functions',
    }),
  'log-group' /* SAM: Logging {Level, IncludeExecutionData, Destinations [{CloudWatchLogsLogGroup {LogGroupArn}}]}
 CDK: logs: { destination: logGroup, level: sfn.LogLevel.ERROR } on sfn.StateMachine */: logging({
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
  }),
});
