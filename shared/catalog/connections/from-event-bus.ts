import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { eventRouting } from '../mechanisms/event-routing.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromEventBus = connectionsFrom<Kind>('event-bus', {
  'event-rule' /* SAM: EventBusName: !Ref EventBus on AWS::Events::Rule or on the EventBridgeRule event
 CDK: new events.Rule(this, 'Rule', { eventBus: bus, eventPattern }) */: eventRouting({
    label: 'is filtered by',
    delivery: 'async',
    docs: 'Rules in Amazon EventBridge',
  }),
  'sqs-queue' /* SAM: DeadLetterConfig {Arn} on AWS::Events::EventBus
 CDK: new events.EventBus(this, 'Bus', { deadLetterQueue: dlq }) */: deadLetter({
    variant: 'dead-letter',
    label: 'sends encryption failures to',
    delivery: 'async',
    statements: [
      {
        side: 'target-policy',
        actions: ['sqs:SendMessage'],
        resources: ['{target.arn}'],
        principal: 'events.amazonaws.com',
        conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
      },
    ],
    docs: 'Encryption of event buses with AWS KMS',
    options: { on: 'other' },
  }),
  'log-group' /* SAM: LogConfig {Level} on AWS::Events::EventBus + AWS::Logs::DeliverySource / DeliveryDestination / Delivery
 CDK: new events.EventBus(this, 'Bus', { logConfig: { level: events.Level.ERROR } }) */: logging({
    label: 'writes bus logs to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        side: 'target-policy',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: ['{target.arn}:*'],
        principal: 'delivery.logs.amazonaws.com',
        conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
      },
    ],
    docs: 'Configuring logs for Amazon EventBridge event buses',
  }),
});
