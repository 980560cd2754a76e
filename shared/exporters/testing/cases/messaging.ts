import { connection, design, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** Topics, buses, rules, schedules, notifications and where failures go. */
export const messaging: readonly ExportCase[] = [
  {
    title: 'a topic fans out to a function, queues and a web hook',
    design: design(
      node('sns-topic', 'orders', { displayName: 'Orders', tracingConfig: 'Active' }),
      node('lambda', 'mailer'),
      node('sqs-queue', 'billing'),
      node('sqs-queue', 'audit'),
      node('sqs-queue', 'undelivered', { messageRetentionPeriod: 1_209_600 }),
      node('sqs-queue', 'unheard', { messageRetentionPeriod: 1_209_600 }),
      node('external-endpoint', 'partner', { url: 'https://partner.example/hook' }),
      node('client', 'app'),
      connection('sns-topic--lambda', 'orders', 'mailer', {
        filterPolicy: { kind: ['order', 'refund'], amount: [{ numeric: ['>=', 100] }] },
      }),
      connection('sns-topic--sqs-queue', 'orders', 'billing', {
        filterPolicy: { customer: { country: ['DE', 'AT'] }, state: [{ 'anything-but': 'draft' }] },
        filterPolicyScope: 'MessageBody',
        deadLetterQueue: 'unheard',
      }),
      connection('sns-topic--sqs-queue', 'orders', 'audit', { rawMessageDelivery: false }),
      connection(
        'sns-topic--external-endpoint',
        'orders',
        'partner',
        {
          rawMessageDelivery: true,
          deliveryPolicy: {
            healthyRetryPolicy: { numRetries: 5, maxDelayTarget: 60, backoffFunction: 'linear' },
            throttlePolicy: { maxReceivesPerSecond: 10 },
          },
        },
        'hook',
      ),
      connection('sns-topic--client--mobile-push', 'orders', 'app', {
        platformEndpointArn: { Ref: 'PhoneEndpoint' },
      }),
      connection('sns-topic--sqs-queue--dead-letter', 'orders', 'undelivered', {
        subscription: 'hook',
      }),
    ),
  },
  {
    title: 'a FIFO topic and its FIFO queue',
    design: design(
      node('sns-topic', 'steps', {
        fifoTopic: true,
        contentBasedDeduplication: true,
        archiveRetentionDays: 30,
        maximumMessageSize: 1_048_576,
      }),
      node('sns-topic', 'named', {
        topicName: 'my-steps',
        kmsMasterKeyId: 'alias/aws/sns',
        enforceTls: false,
      }),
      node('sqs-queue', 'in-order', { fifoQueue: true }),
      node('lambda', 'sender'),
      connection('sns-topic--sqs-queue', 'steps', 'in-order'),
      connection('lambda--sns-topic', 'sender', 'steps', { messageGroupId: 'all' }),
      connection('lambda--sns-topic', 'sender', 'named'),
    ),
  },
  {
    title: 'a rule with a function, a queue, a topic and a stream',
    design: design(
      node('event-bus', 'shop', { name: 'shop', archiveRetentionDays: 14, logLevel: 'ERROR' }),
      node('event-rule', 'placed', {
        eventPattern: {
          source: ['shop.orders'],
          'detail-type': ['Order placed'],
          detail: { total: [{ numeric: ['>', 100] }], state: [{ 'anything-but': ['draft'] }] },
        },
        description: 'Large orders',
      }),
      node('lambda', 'worker'),
      node('sqs-queue', 'queue'),
      node('sns-topic', 'topic'),
      node('kinesis-stream', 'stream'),
      node('sqs-queue', 'lost', { messageRetentionPeriod: 1_209_600 }),
      node('lambda', 'sender'),
      connection('event-bus--event-rule', 'shop', 'placed'),
      connection('event-rule--lambda', 'placed', 'worker', {
        maximumRetryAttempts: 3,
        maximumEventAge: 3600,
        inputTransformer: {
          inputPathsMap: { id: '$.detail.id' },
          inputTemplate: '{"order": "<id>"}',
        },
      }),
      connection('event-rule--sqs-queue', 'placed', 'queue', {
        inputTransformer: { inputPath: '$.detail' },
      }),
      connection('event-rule--sns-topic', 'placed', 'topic', {
        inputTransformer: { input: { text: 'A large order' } },
      }),
      connection('event-rule--kinesis-stream', 'placed', 'stream', { maximumRetryAttempts: 5 }),
      connection('event-rule--sqs-queue--dead-letter', 'placed', 'lost'),
      connection('lambda--event-bus', 'sender', 'shop'),
    ),
  },
  {
    title: 'rules on the default bus that run by the clock and forward',
    design: design(
      node('event-bus', 'default-bus', { busType: 'default', archiveRetentionDays: 0 }),
      node('event-bus', 'other', { kmsKeyIdentifier: 'alias/events' }),
      node('event-rule', 'nightly', { scheduleExpression: 'rate(1 day)', state: 'DISABLED' }),
      node('event-rule', 'half-past', { scheduleExpression: 'cron(30 * * * ? *)' }),
      node('event-rule', 'calls', {
        eventPattern: { source: [{ prefix: 'aws.' }], account: ['111111111111', '222222222222'] },
        state: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
      }),
      node('lambda', 'worker'),
      node('log-group', 'log'),
      node('sqs-queue', 'undecrypted', { messageRetentionPeriod: 1_209_600 }),
      node('sqs-queue', 'lost', { messageRetentionPeriod: 1_209_600 }),
      connection('event-bus--event-rule', 'default-bus', 'nightly'),
      connection('event-bus--event-rule', 'default-bus', 'calls'),
      connection('event-rule--lambda', 'nightly', 'worker'),
      connection('event-rule--event-bus', 'half-past', 'other', { maximumRetryAttempts: 2 }),
      connection('event-rule--event-bus', 'calls', 'other', { deadLetterQueue: 'lost' }),
      connection('event-rule--log-group', 'calls', 'log', { deadLetterQueue: 'lost' }),
      connection('event-bus--sqs-queue--dead-letter', 'other', 'undecrypted'),
      connection('lambda--event-bus', 'worker', 'default-bus'),
    ),
  },
  {
    title: 'schedules for a function, a queue, a topic, a bus and a stream',
    design: design(
      node('schedule', 'hourly', { groupName: 'reports' }),
      node('schedule', 'mornings', {
        scheduleExpression: 'cron(0 9 ? * MON-FRI *)',
        scheduleExpressionTimezone: 'Europe/Berlin',
        flexibleTimeWindowMode: 'FLEXIBLE',
        maximumWindowInMinutes: 15,
        groupName: 'reports',
        maximumRetryAttempts: 3,
        input: { kind: 'daily' },
      }),
      node('schedule', 'once', {
        scheduleExpression: 'at(2027-01-31T09:00:00)',
        startDate: '2027-01-01T00:00:00Z',
        endDate: '2027-12-31T00:00:00Z',
        state: 'DISABLED',
      }),
      node('schedule', 'beats'),
      node('schedule', 'ticks'),
      node('lambda', 'report'),
      node('sqs-queue', 'queue'),
      node('sns-topic', 'topic'),
      node('event-bus', 'bus', { name: 'bus' }),
      node('kinesis-stream', 'stream'),
      node('sqs-queue', 'lost', { messageRetentionPeriod: 1_209_600 }),
      connection('schedule--lambda', 'hourly', 'report', { input: { at: { Ref: 'AWS::Region' } } }),
      connection('schedule--sqs-queue--dead-letter', 'hourly', 'lost'),
      connection('schedule--sqs-queue', 'mornings', 'queue'),
      connection('schedule--sns-topic', 'once', 'topic', { input: 'It is time' }),
      connection('schedule--event-bus', 'beats', 'bus', { detailType: 'Beat' }),
      connection('schedule--kinesis-stream', 'ticks', 'stream', { partitionKey: 'ticks' }),
      connection('lambda--schedule--create', 'report', 'mornings'),
    ),
  },
];
