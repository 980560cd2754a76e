import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { schedulerTarget } from '../mechanisms/scheduler-target.mechanism.ts';
import { choice, json, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromSchedule = connectionsFrom<Kind>('schedule', {
  lambda /* SAM: Events: {Type: ScheduleV2, Properties: {ScheduleExpression, ScheduleExpressionTimezone, FlexibleTimeWindow, RetryPolicy, DeadLetterConfig}} on AWS::Serverless::Function
 CDK: new scheduler.Schedule(this, 'Schedule', { schedule: scheduler.ScheduleExpression.rate(cdk.Duration.hours(1)), target: new schedulerTargets.LambdaInvoke(fn, {}) }) */:
    schedulerTarget({
      label: 'invokes',
      delivery: 'async',
      properties: { input: json({ cfn: 'Target.Input' }) },
      statements: [
        {
          side: 'service-role',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}', '{target.arn}:*'],
          principal: 'scheduler.amazonaws.com',
        },
      ],
      docs: 'Using templated targets in EventBridge Scheduler',
    }),
  'state-machine' /* SAM: Events: {Type: ScheduleV2, Properties: {ScheduleExpression}} on AWS::Serverless::StateMachine
 CDK: target: new schedulerTargets.StepFunctionsStartExecution(stateMachine, {}) on scheduler.Schedule */:
    schedulerTarget({
      label: 'starts',
      delivery: 'async',
      properties: { input: json({ cfn: 'Target.Input' }) },
      statements: [
        {
          side: 'service-role',
          actions: ['states:StartExecution'],
          resources: ['{target.arn}'],
          principal: 'scheduler.amazonaws.com',
        },
      ],
      docs: 'Using templated targets in EventBridge Scheduler',
    }),
  'sqs-queue': [
    /* SAM: AWS::Scheduler::Schedule Target {Arn, RoleArn, SqsParameters {MessageGroupId}}
 CDK: target: new schedulerTargets.SqsSendMessage(queue, { messageGroupId }) on scheduler.Schedule */
    schedulerTarget({
      preferred: true,
      label: 'sends to',
      delivery: 'async',
      properties: {
        input: json({ cfn: 'Target.Input' }),
        messageGroupId: text({ cfn: 'Target.SqsParameters.MessageGroupId' }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['sqs:SendMessage'],
          resources: ['{target.arn}'],
          principal: 'scheduler.amazonaws.com',
        },
      ],
      docs: 'Using templated targets in EventBridge Scheduler',
    }),
    /* SAM: Target.DeadLetterConfig {Arn} (DeadLetterConfig of the ScheduleV2 event)
 CDK: new schedulerTargets.LambdaInvoke(fn, { deadLetterQueue: dlq }) */
    deadLetter({
      variant: 'dead-letter',
      label: 'sends failed invocations to',
      delivery: 'async',
      statements: [
        {
          side: 'service-role',
          actions: ['sqs:SendMessage'],
          resources: ['{target.arn}'],
          principal: 'scheduler.amazonaws.com',
        },
      ],
      docs: 'Configuring a dead-letter queue for EventBridge Scheduler',
      options: { on: 'other' },
    }),
  ],
  'sns-topic' /* SAM: AWS::Scheduler::Schedule Target {Arn, RoleArn}
 CDK: target: new schedulerTargets.SnsPublish(topic) on scheduler.Schedule */: schedulerTarget({
    label: 'publishes to',
    delivery: 'async',
    properties: { input: json({ cfn: 'Target.Input' }) },
    statements: [
      {
        side: 'service-role',
        actions: ['sns:Publish'],
        resources: ['{target.arn}'],
        principal: 'scheduler.amazonaws.com',
      },
    ],
    docs: 'Using templated targets in EventBridge Scheduler',
  }),
  'event-bus' /* SAM: AWS::Scheduler::Schedule Target {Arn, RoleArn, EventBridgeParameters {DetailType, Source}}
 CDK: target: new schedulerTargets.EventBridgePutEvents({ eventBus, source, detailType, detail }) on scheduler.Schedule */:
    schedulerTarget({
      label: 'puts an event on',
      delivery: 'async',
      properties: {
        input: json({ cfn: 'Target.Input' }),
        source: text({ default: 'scheduler', required: true }),
        detailType: text({ required: true }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['events:PutEvents'],
          resources: ['{target.arn}'],
          principal: 'scheduler.amazonaws.com',
        },
      ],
      docs: 'Using templated targets in EventBridge Scheduler',
    }),
  'kinesis-stream' /* SAM: AWS::Scheduler::Schedule Target {Arn, RoleArn, KinesisParameters {PartitionKey}}
 CDK: target: new schedulerTargets.KinesisStreamPutRecord(stream, { partitionKey }) on scheduler.Schedule */:
    schedulerTarget({
      label: 'puts a record into',
      delivery: 'async',
      properties: {
        input: json({ cfn: 'Target.Input' }),
        partitionKey: text({ default: 'default', required: true, maxLength: 256 }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['kinesis:PutRecord'],
          resources: ['{target.arn}'],
          principal: 'scheduler.amazonaws.com',
        },
      ],
      docs: 'Using templated targets in EventBridge Scheduler',
    }),
  firehose /* SAM: AWS::Scheduler::Schedule Target {Arn, RoleArn}
 CDK: target: new schedulerTargets.FirehosePutRecord(deliveryStream) on scheduler.Schedule */:
    schedulerTarget({
      label: 'puts a record into',
      delivery: 'async',
      properties: { input: json({ cfn: 'Target.Input' }) },
      statements: [
        {
          side: 'service-role',
          actions: ['firehose:PutRecord'],
          resources: ['{target.arn}'],
          principal: 'scheduler.amazonaws.com',
        },
      ],
      docs: 'Using templated targets in EventBridge Scheduler',
    }),
  'rds-instance' /* SAM: AWS::Scheduler::Schedule Target {Arn: arn:aws:scheduler:::aws-sdk:rds:stopDBInstance, RoleArn, Input}
 CDK: target: new schedulerTargets.Universal({ service: 'rds', action: 'stopDBInstance', input }) on scheduler.Schedule */:
    schedulerTarget({
      variant: 'universal',
      label: 'starts or stops',
      delivery: 'async',
      properties: {
        input: json({ cfn: 'Target.Input' }),
        action: choice(['startDBInstance', 'stopDBInstance'], { default: 'stopDBInstance' }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['rds:StartDBInstance'],
          resources: ['{target.arn}'],
          principal: 'scheduler.amazonaws.com',
          when: ({ connection }) => connection('action') === 'startDBInstance',
        },
        {
          side: 'service-role',
          actions: ['rds:StopDBInstance'],
          resources: ['{target.arn}'],
          principal: 'scheduler.amazonaws.com',
          when: ({ connection }) => connection('action') === 'stopDBInstance',
        },
      ],
      docs: 'Using universal targets in EventBridge Scheduler',
    }),
  'dynamodb-table' /* SAM: AWS::Scheduler::Schedule Target {Arn: arn:aws:scheduler:::aws-sdk:dynamodb:exportTableToPointInTime, RoleArn, Input}
 CDK: target: new schedulerTargets.Universal({ service: 'dynamodb', action: 'exportTableToPointInTime', input }) on scheduler.Schedule */:
    schedulerTarget({
      variant: 'universal',
      label: 'exports or writes to',
      delivery: 'async',
      properties: { input: json({ cfn: 'Target.Input' }) },
      statements: [
        {
          side: 'service-role',
          actions: ['dynamodb:ExportTableToPointInTime'],
          resources: ['{target.arn}'],
          principal: 'scheduler.amazonaws.com',
        },
      ],
      explain:
        'The export also needs s3:PutObject and s3:AbortMultipartUpload on the destination bucket.',
      docs: 'Using universal targets in EventBridge Scheduler',
    }),
});
