import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { eventRouting } from '../mechanisms/event-routing.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { ruleMay } from './shared/rule-target.ts';

export const fromEventBus = connectionsFrom<Kind>('event-bus', {
  'event-rule': eventRouting({
    label: 'is filtered by',
    delivery: 'async',
    refersTo: 'target',
    docs: 'Rules in Amazon EventBridge',
  }),
  'sqs-queue': deadLetter({
    variant: 'dead-letter',
    label: 'sends encryption failures to',
    delivery: 'async',
    refersTo: 'source',
    statements: [ruleMay('sqs:SendMessage')],
    explain:
      'A bus that is encrypted with a key of your own puts events here that it cannot decrypt, for example because the key is disabled. Deliveries that fail have dead-letter queues of their own, at the targets of the rules.',
    docs: 'Encryption of event buses with AWS KMS',
    options: { on: 'event-bus' },
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
    options: { setting: 'event-bus' },
  }),
});
