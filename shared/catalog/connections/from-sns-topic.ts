import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { subscription } from '../mechanisms/subscription.mechanism.ts';
import { choice, connectionRef, json, nodeRef, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromSnsTopic = connectionsFrom<Kind>('sns-topic', {
  lambda /* SAM: Events: {Type: SNS, Properties: {Topic: !Ref Topic, FilterPolicy, FilterPolicyScope, RedrivePolicy: {deadLetterTargetArn: !GetAtt Dlq.Arn}}}; SAM adds the subscription and the permission
 CDK: topic.addSubscription(new subscriptions.LambdaSubscription(fn, { filterPolicy, deadLetterQueue })) | fn.addEventSource(new lambdaEventSources.SnsEventSource(topic)) */:
    subscription({
      label: 'triggers',
      delivery: 'async',
      properties: {
        filterPolicy: json({ cfn: 'FilterPolicy' }),
        filterPolicyScope: choice(['MessageAttributes', 'MessageBody'], {
          default: 'MessageAttributes',
          cfn: 'FilterPolicyScope',
        }),
        deadLetterQueue: nodeRef({
          help: 'standard sqs-queue.',
          cfn: 'RedrivePolicy.deadLetterTargetArn',
        }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: 'sns.amazonaws.com',
          conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
        },
      ],
      docs: 'Invoking Lambda functions with Amazon SNS notifications',
    }),
  'sqs-queue': [
    /* SAM: AWS::SNS::Subscription {Protocol: sqs, Endpoint: !GetAtt Queue.Arn, RawMessageDelivery, FilterPolicy, RedrivePolicy} + AWS::SQS::QueuePolicy (Connector Write)
 CDK: topic.addSubscription(new subscriptions.SqsSubscription(queue, { rawMessageDelivery: true, filterPolicy })) */
    subscription({
      preferred: true,
      label: 'fans out to',
      delivery: 'async',
      properties: {
        filterPolicy: json({ cfn: 'FilterPolicy' }),
        filterPolicyScope: choice(['MessageAttributes', 'MessageBody'], {
          default: 'MessageAttributes',
          cfn: 'FilterPolicyScope',
        }),
        deadLetterQueue: nodeRef({ cfn: 'RedrivePolicy.deadLetterTargetArn' }),
        rawMessageDelivery: yesNo({ default: true, cfn: 'RawMessageDelivery' }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['sqs:SendMessage'],
          resources: ['{target.arn}'],
          principal: 'sns.amazonaws.com',
          conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
        },
      ],
      docs: 'Fanout Amazon SNS notifications to Amazon SQS queues for asynchronous processing',
    }),
    /* SAM: RedrivePolicy {deadLetterTargetArn} on AWS::SNS::Subscription
 CDK: new subscriptions.LambdaSubscription(fn, { deadLetterQueue: dlq }) */
    deadLetter({
      variant: 'dead-letter',
      label: 'sends undeliverable messages to',
      delivery: 'async',
      properties: { subscription: connectionRef({ required: true }) },
      statements: [
        {
          side: 'target-policy',
          actions: ['sqs:SendMessage'],
          resources: ['{target.arn}'],
          principal: 'sns.amazonaws.com',
          conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
        },
      ],
      docs: 'Amazon SNS dead-letter queues',
      options: { on: 'other' },
    }),
  ],
  firehose /* SAM: AWS::SNS::Subscription {Protocol: firehose, Endpoint, SubscriptionRoleArn}
 CDK: topic.addSubscription(new subscriptions.FirehoseSubscription(deliveryStream)) */:
    subscription({
      label: 'delivers to',
      delivery: 'async',
      properties: {
        filterPolicy: json({ cfn: 'FilterPolicy' }),
        filterPolicyScope: choice(['MessageAttributes', 'MessageBody'], {
          default: 'MessageAttributes',
          cfn: 'FilterPolicyScope',
        }),
        deadLetterQueue: nodeRef({ cfn: 'RedrivePolicy.deadLetterTargetArn' }),
        rawMessageDelivery: yesNo({ default: false, cfn: 'RawMessageDelivery' }),
      },
      statements: [
        {
          side: 'service-role',
          actions: [
            'firehose:DescribeDeliveryStream',
            'firehose:ListTagsForDeliveryStream',
            'firehose:PutRecord',
            'firehose:PutRecordBatch',
          ],
          resources: ['{target.arn}'],
          principal: 'sns.amazonaws.com',
        },
        {
          side: 'service-role',
          actions: ['firehose:ListDeliveryStreams'],
          resources: ['*'],
          principal: 'sns.amazonaws.com',
        },
      ],
      docs: 'Fanout Amazon SNS notifications to Amazon Data Firehose delivery streams',
    }),
  'external-endpoint' /* SAM: AWS::SNS::Subscription {Protocol: https, Endpoint: URL}
 CDK: topic.addSubscription(new subscriptions.UrlSubscription('https://example.com/hook')) */:
    subscription({
      label: 'posts to',
      delivery: 'async',
      properties: {
        filterPolicy: json({ cfn: 'FilterPolicy' }),
        filterPolicyScope: choice(['MessageAttributes', 'MessageBody'], {
          default: 'MessageAttributes',
          cfn: 'FilterPolicyScope',
        }),
        deadLetterQueue: nodeRef({ cfn: 'RedrivePolicy.deadLetterTargetArn' }),
        rawMessageDelivery: yesNo({ default: false }),
        deliveryPolicy: json({ cfn: 'DeliveryPolicy' }),
      },
      docs: 'Fanout Amazon SNS notifications to HTTPS endpoints',
    }),
  client /* SAM: AWS::SNS::Subscription {Protocol: application, Endpoint}; platform applications cannot be created in CloudFormation
 CDK: new sns.Subscription(this, 'Push', { topic, protocol: sns.SubscriptionProtocol.APPLICATION, endpoint: platformEndpointArn }) */:
    subscription({
      variant: 'mobile-push',
      label: 'pushes to the mobile app',
      delivery: 'async',
      properties: { platformEndpointArn: text({ required: true, cfn: 'Endpoint' }) },
      docs: 'Sending mobile push notifications with Amazon SNS',
    }),
  'log-group' /* SAM: DeliveryStatusLogging on AWS::SNS::Topic; group sns/{region}/{account}/{topic}
 CDK: loggingConfigs: [{ protocol: sns.LoggingProtocol.LAMBDA, failureFeedbackRole }] on sns.Topic */:
    logging({
      label: 'logs delivery status to',
      delivery: 'async',
      reversible: true,
      statements: [
        {
          side: 'service-role',
          actions: [
            'logs:CreateLogGroup',
            'logs:CreateLogStream',
            'logs:PutLogEvents',
            'logs:PutMetricFilter',
            'logs:PutRetentionPolicy',
          ],
          resources: ['*'],
          principal: 'sns.amazonaws.com',
        },
      ],
      docs: 'Amazon SNS message delivery status',
    }),
  'rest-api' /* SAM: AWS::SNS::Subscription {Protocol: https, Endpoint: API URL}
 CDK: topic.addSubscription(new subscriptions.UrlSubscription(`${api.url}sns`, { protocol: sns.SubscriptionProtocol.HTTPS })) */:
    subscription({
      label: 'posts to',
      delivery: 'async',
      properties: {
        path: text({ default: '/sns' }),
        rawMessageDelivery: yesNo({ default: false, cfn: 'RawMessageDelivery' }),
      },
      docs: 'Fanout Amazon SNS notifications to HTTPS endpoints',
    }),
  'http-api' /* SAM: AWS::SNS::Subscription {Protocol: https, Endpoint: API URL}
 CDK: topic.addSubscription(new subscriptions.UrlSubscription(`${httpApi.apiEndpoint}/sns`, { protocol: sns.SubscriptionProtocol.HTTPS })) */:
    subscription({
      label: 'posts to',
      delivery: 'async',
      properties: {
        path: text({ default: '/sns' }),
        rawMessageDelivery: yesNo({ default: false, cfn: 'RawMessageDelivery' }),
      },
      docs: 'Fanout Amazon SNS notifications to HTTPS endpoints',
    }),
});
