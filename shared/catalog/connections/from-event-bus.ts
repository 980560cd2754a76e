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
    docs: 'Rules in Amazon EventBridge',
    options: { names: 'EventBusName' },
  }),
  'sqs-queue': deadLetter({
    variant: 'dead-letter',
    label: 'sends encryption failures to',
    delivery: 'async',
    statements: [ruleMay('sqs:SendMessage')],
    explain:
      'A bus that is encrypted with a key of your own puts events here that it cannot decrypt, for example because the key is disabled. Deliveries that fail have dead-letter queues of their own, at the targets of the rules.',
    docs: 'Encryption of event buses with AWS KMS',
    options: { on: 'event-bus' },
  }),
  'log-group': logging({
    label: 'writes bus logs to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        side: 'target-policy',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: ['{target.streamsArn}'],
        principal: 'delivery.logs.amazonaws.com',
        conditions: {
          StringEquals: { 'aws:SourceAccount': '{account}' },
          ArnLike: { 'aws:SourceArn': 'arn:{partition}:logs:{region}:{account}:*' },
        },
      },
    ],
    explain:
      'The bus writes what happens to its events: failures only, or each step of each event, as its log level says. CloudWatch Logs delivers the lines to the log group.',
    docs: 'Configuring logs for Amazon EventBridge event buses',
    options: { setting: 'event-bus' },
  }),
});
