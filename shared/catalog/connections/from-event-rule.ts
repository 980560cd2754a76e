import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { eventbridgeTarget } from '../mechanisms/eventbridge-target.mechanism.ts';
import { connectionRef, integer, nodeRef, record, seconds, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromEventRule = connectionsFrom<Kind>('event-rule', {
  lambda /* SAM: Events: {Type: EventBridgeRule, Properties: {EventBusName, Pattern, InputTransformer, RetryPolicy, DeadLetterConfig}} on AWS::Serverless::Function
 CDK: rule.addTarget(new eventsTargets.LambdaFunction(fn, { deadLetterQueue, maxEventAge, retryAttempts })) */:
    eventbridgeTarget({
      label: 'invokes',
      delivery: 'async',
      properties: {
        inputTransformer: record({
          help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
          cfn: 'InputTransformer',
        }),
        maximumRetryAttempts: integer({
          default: 185,
          min: 0,
          max: 185,
          cfn: 'RetryPolicy.MaximumRetryAttempts',
        }),
        maximumEventAge: seconds({
          default: 86400,
          min: 60,
          max: 86400,
          cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
        }),
        deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: 'events.amazonaws.com',
          conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
        },
      ],
      docs: 'Event bus targets in Amazon EventBridge',
    }),
  'sqs-queue': [
    /* SAM: AWS::Events::Rule Targets [{Arn, Id, SqsParameters {MessageGroupId}}] + AWS::SQS::QueuePolicy (Connector Write)
 CDK: rule.addTarget(new eventsTargets.SqsQueue(queue, { messageGroupId })) */
    eventbridgeTarget({
      preferred: true,
      label: 'sends to',
      delivery: 'async',
      properties: {
        inputTransformer: record({
          help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
          cfn: 'InputTransformer',
        }),
        maximumRetryAttempts: integer({
          default: 185,
          min: 0,
          max: 185,
          cfn: 'RetryPolicy.MaximumRetryAttempts',
        }),
        maximumEventAge: seconds({
          default: 86400,
          min: 60,
          max: 86400,
          cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
        }),
        deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
        messageGroupId: text({ cfn: 'SqsParameters.MessageGroupId' }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['sqs:SendMessage'],
          resources: ['{target.arn}'],
          principal: 'events.amazonaws.com',
          conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
        },
      ],
      docs: 'Event bus targets in Amazon EventBridge',
    }),
    /* SAM: DeadLetterConfig {Arn} of the target or of the EventBridgeRule event
 CDK: new eventsTargets.LambdaFunction(fn, { deadLetterQueue: dlq }) */
    deadLetter({
      variant: 'dead-letter',
      label: 'sends undeliverable events to',
      delivery: 'async',
      properties: { target: connectionRef({ help: 'Rule target this DLQ belongs to.' }) },
      statements: [
        {
          side: 'target-policy',
          actions: ['sqs:SendMessage'],
          resources: ['{target.arn}'],
          principal: 'events.amazonaws.com',
          conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
        },
      ],
      docs: 'Using dead-letter queues to process undelivered events in EventBridge',
      options: { on: 'other' },
    }),
  ],
  'sns-topic' /* SAM: AWS::Events::Rule Targets + AWS::SNS::TopicPolicy (Connector Write)
 CDK: rule.addTarget(new eventsTargets.SnsTopic(topic)) */: eventbridgeTarget({
    label: 'publishes to',
    delivery: 'async',
    properties: {
      inputTransformer: record({
        help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
        cfn: 'InputTransformer',
      }),
      maximumRetryAttempts: integer({
        default: 185,
        min: 0,
        max: 185,
        cfn: 'RetryPolicy.MaximumRetryAttempts',
      }),
      maximumEventAge: seconds({
        default: 86400,
        min: 60,
        max: 86400,
        cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
      }),
      deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
    },
    statements: [
      {
        side: 'target-policy',
        actions: ['sns:Publish'],
        resources: ['{target.arn}'],
        principal: 'events.amazonaws.com',
        conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
      },
    ],
    docs: 'Event bus targets in Amazon EventBridge',
  }),
  'state-machine' /* SAM: Events: {Type: EventBridgeRule, Properties: {Pattern}} on AWS::Serverless::StateMachine
 CDK: rule.addTarget(new eventsTargets.SfnStateMachine(stateMachine)) */: eventbridgeTarget({
    label: 'starts',
    delivery: 'async',
    properties: {
      inputTransformer: record({
        help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
        cfn: 'InputTransformer',
      }),
      maximumRetryAttempts: integer({
        default: 185,
        min: 0,
        max: 185,
        cfn: 'RetryPolicy.MaximumRetryAttempts',
      }),
      maximumEventAge: seconds({
        default: 86400,
        min: 60,
        max: 86400,
        cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
      }),
      deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
    },
    statements: [
      {
        side: 'service-role',
        actions: ['states:StartExecution'],
        resources: ['{target.arn}'],
        principal: 'events.amazonaws.com',
      },
    ],
    docs: 'Event bus targets in Amazon EventBridge',
  }),
  'kinesis-stream' /* SAM: AWS::Events::Rule Targets [{Arn, RoleArn, KinesisParameters {PartitionKeyPath}}]
 CDK: rule.addTarget(new eventsTargets.KinesisStream(stream, { partitionKeyPath })) */:
    eventbridgeTarget({
      label: 'puts records into',
      delivery: 'async',
      properties: {
        inputTransformer: record({
          help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
          cfn: 'InputTransformer',
        }),
        maximumRetryAttempts: integer({
          default: 185,
          min: 0,
          max: 185,
          cfn: 'RetryPolicy.MaximumRetryAttempts',
        }),
        maximumEventAge: seconds({
          default: 86400,
          min: 60,
          max: 86400,
          cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
        }),
        deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
        partitionKeyPath: text({ default: '$.id', cfn: 'KinesisParameters.PartitionKeyPath' }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['kinesis:PutRecord'],
          resources: ['{target.arn}'],
          principal: 'events.amazonaws.com',
        },
      ],
      docs: 'Event bus targets in Amazon EventBridge',
    }),
  firehose /* SAM: AWS::Events::Rule Targets [{Arn, RoleArn}]
 CDK: rule.addTarget(new eventsTargets.FirehoseDeliveryStream(deliveryStream)) */:
    eventbridgeTarget({
      label: 'puts records into',
      delivery: 'async',
      properties: {
        inputTransformer: record({
          help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
          cfn: 'InputTransformer',
        }),
        maximumRetryAttempts: integer({
          default: 185,
          min: 0,
          max: 185,
          cfn: 'RetryPolicy.MaximumRetryAttempts',
        }),
        maximumEventAge: seconds({
          default: 86400,
          min: 60,
          max: 86400,
          cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
        }),
        deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
          resources: ['{target.arn}'],
          principal: 'events.amazonaws.com',
        },
      ],
      docs: 'Event bus targets in Amazon EventBridge',
    }),
  'event-bus' /* SAM: AWS::Events::Rule Targets [{Arn: bus ARN, RoleArn}] (Connector Write)
 CDK: rule.addTarget(new eventsTargets.EventBus(otherBus)) */: eventbridgeTarget({
    label: 'forwards to',
    delivery: 'async',
    properties: {
      inputTransformer: record({
        help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
        cfn: 'InputTransformer',
      }),
      maximumRetryAttempts: integer({
        default: 185,
        min: 0,
        max: 185,
        cfn: 'RetryPolicy.MaximumRetryAttempts',
      }),
      maximumEventAge: seconds({
        default: 86400,
        min: 60,
        max: 86400,
        cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
      }),
      deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
    },
    statements: [
      {
        side: 'service-role',
        actions: ['events:PutEvents'],
        resources: ['{target.arn}'],
        principal: 'events.amazonaws.com',
      },
    ],
    docs: 'Sending and receiving events between event buses in the same account',
  }),
  'log-group' /* SAM: AWS::Events::Rule Targets + AWS::Logs::ResourcePolicy
 CDK: rule.addTarget(new eventsTargets.CloudWatchLogGroup(logGroup)) */: eventbridgeTarget({
    label: 'writes events to',
    delivery: 'async',
    properties: {
      inputTransformer: record({
        help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
        cfn: 'InputTransformer',
      }),
      maximumRetryAttempts: integer({
        default: 185,
        min: 0,
        max: 185,
        cfn: 'RetryPolicy.MaximumRetryAttempts',
      }),
      maximumEventAge: seconds({
        default: 86400,
        min: 60,
        max: 86400,
        cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
      }),
      deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
    },
    statements: [
      {
        side: 'target-policy',
        actions: ['logs:CreateLogStream'],
        resources: ['{target.arn}:*'],
        principal: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'],
      },
      {
        side: 'target-policy',
        actions: ['logs:PutLogEvents'],
        resources: ['{target.arn}:*'],
        principal: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'],
        conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
      },
    ],
    docs: 'Event bus targets in Amazon EventBridge',
  }),
  'rest-api' /* SAM: AWS::Events::Rule Targets [{Arn: execute-api ARN with stage/method/path, RoleArn, HttpParameters}]
 CDK: rule.addTarget(new eventsTargets.ApiGateway(api, { path: '/events', method: 'POST', stage: 'prod' })) */:
    eventbridgeTarget({
      label: 'calls',
      delivery: 'async',
      properties: {
        inputTransformer: record({
          help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
          cfn: 'InputTransformer',
        }),
        maximumRetryAttempts: integer({
          default: 185,
          min: 0,
          max: 185,
          cfn: 'RetryPolicy.MaximumRetryAttempts',
        }),
        maximumEventAge: seconds({
          default: 86400,
          min: 60,
          max: 86400,
          cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
        }),
        deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
        path: text({ default: '/' }),
        method: text({ default: 'POST' }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['execute-api:Invoke'],
          resources: [
            'arn:{partition}:execute-api:{region}:{account}:{target.id}/{target.stageName}/{connection.method}{connection.path}',
          ],
          principal: 'events.amazonaws.com',
        },
      ],
      docs: 'Amazon API Gateway as targets in Amazon EventBridge',
    }),
  'http-api' /* SAM: AWS::Events::Rule Targets [{Arn: execute-api ARN, RoleArn, HttpParameters}]
 CDK: rule.addTarget(new eventsTargets.ApiGatewayV2(httpApi, { path: '/events', method: 'POST', stage: '$default' })) */:
    eventbridgeTarget({
      label: 'calls',
      delivery: 'async',
      properties: {
        inputTransformer: record({
          help: '{inputPathsMap, inputTemplate}; or Input / InputPath.',
          cfn: 'InputTransformer',
        }),
        maximumRetryAttempts: integer({
          default: 185,
          min: 0,
          max: 185,
          cfn: 'RetryPolicy.MaximumRetryAttempts',
        }),
        maximumEventAge: seconds({
          default: 86400,
          min: 60,
          max: 86400,
          cfn: 'RetryPolicy.MaximumEventAgeInSeconds',
        }),
        deadLetterQueue: nodeRef({ help: 'standard sqs-queue.', cfn: 'DeadLetterConfig.Arn' }),
        path: text({ default: '/' }),
        method: text({ default: 'POST' }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['execute-api:Invoke'],
          resources: ['arn:{partition}:execute-api:{region}:{account}:{target.id}/*'],
          principal: 'events.amazonaws.com',
        },
      ],
      docs: 'Event bus targets in Amazon EventBridge',
    }),
});
