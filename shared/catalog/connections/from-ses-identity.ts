import { connectionsFrom } from '../connection.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { notification } from '../mechanisms/notification.mechanism.ts';
import { pushMessage } from '../mechanisms/push-message.mechanism.ts';
import { trigger } from '../mechanisms/trigger.mechanism.ts';
import { choice, list, type PropertyTable, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_EventDestination.html */
const eventTypes = [
  'SEND',
  'DELIVERY',
  'BOUNCE',
  'COMPLAINT',
  'REJECT',
  'OPEN',
  'CLICK',
  'RENDERING_FAILURE',
  'DELIVERY_DELAY',
  'SUBSCRIPTION',
];

const events = (...chosen: readonly string[]): PropertyTable => ({
  events: list({
    default: chosen,
    items: { ...choice(eventTypes), noun: 'event' },
    help: 'What is told of: sent, delivered, bounced, complained about as spam, opened and so on.',
  }),
});

const recipients: PropertyTable = {
  recipients: list({
    items: { ...text({ pattern: '^\\S+$' }), noun: 'recipient' },
    help: 'Addresses or domains that this is for. Empty: all mails to the identity.',
  }),
};

/** SES acts for this account only. */
const ofThisAccount = { StringEquals: { 'aws:SourceAccount': '{account}' } };

export const fromSesIdentity = connectionsFrom<Kind>('ses-identity', {
  user: pushMessage({
    label: 'delivers mail to',
    delivery: 'async',
    explain:
      'SES hands the mail to the server of the recipient. While the account is in the sandbox, only addresses that are verified get any.',
    docs: 'What is Amazon SES?',
  }),
  lambda: trigger({
    variant: 'receive',
    label: 'hands received mail to',
    delivery: 'async',
    properties: {
      ...recipients,
      invocationType: choice(['Event', 'RequestResponse'], {
        default: 'Event',
        advanced: true,
        help: 'RequestResponse waits up to 30 seconds for the function, which may then say that the mail goes no further.',
      }),
    },
    statements: [
      {
        side: 'target-policy',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
        principal: 'ses.amazonaws.com',
        conditions: ofThisAccount,
        byMechanism: true,
      },
    ],
    explain:
      'The function gets who wrote to whom, the headers and what the checks for spam and viruses say, but not the text of the mail. For that let the mail go into a bucket too.',
    docs: 'Invoke Lambda function action',
    options: { hook: 'mail' },
  }),
  's3-bucket': trigger({
    variant: 'receive',
    label: 'stores received mail in',
    delivery: 'async',
    properties: {
      objectKeyPrefix: text({
        maxLength: 500,
        help: 'What the keys of the objects begin with, such as inbox/.',
      }),
      ...recipients,
    },
    statements: [
      {
        side: 'target-policy',
        actions: ['s3:PutObject'],
        resources: ['{target.arn}/*'],
        principal: 'ses.amazonaws.com',
        conditions: ofThisAccount,
        byMechanism: true,
      },
    ],
    explain: 'Each mail becomes an object, whole and as it came, with attachments; up to 40 MB.',
    docs: 'Deliver to S3 bucket action',
    options: { hook: 'mail' },
  }),
  'sns-topic': [
    notification({
      variant: 'sending-events',
      preferred: true,
      label: 'publishes sending events to',
      delivery: 'async',
      properties: events('BOUNCE', 'COMPLAINT'),
      statements: [
        {
          side: 'target-policy',
          actions: ['sns:Publish'],
          resources: ['{target.arn}'],
          principal: 'ses.amazonaws.com',
          conditions: ofThisAccount,
          byMechanism: true,
        },
      ],
      explain:
        'SES tells the topic what became of each mail. Who sends to addresses that bounce, or gets many complaints, is stopped by AWS: take such addresses off your list.',
      docs: 'Set up an Amazon SNS event destination for event publishing',
      options: { by: 'kind' },
    }),
    trigger({
      variant: 'receive',
      label: 'publishes received mail to',
      delivery: 'async',
      properties: {
        ...recipients,
        encoding: choice(['UTF-8', 'Base64'], {
          default: 'UTF-8',
          advanced: true,
          help: 'Base64 keeps characters that are no UTF-8.',
        }),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['sns:Publish'],
          resources: ['{target.arn}'],
          principal: 'ses.amazonaws.com',
          conditions: ofThisAccount,
          byMechanism: true,
        },
      ],
      explain: 'The whole mail is published as a message, up to 150 KB; larger ones bounce.',
      docs: 'Publish to Amazon SNS topic action',
      options: { hook: 'mail' },
    }),
  ],
  'event-bus': eventSource({
    variant: 'service-events',
    label: 'publishes sending events to',
    delivery: 'async',
    properties: events('SEND', 'DELIVERY', 'BOUNCE', 'COMPLAINT'),
    explain:
      'SES tells the default bus what became of each mail; rules with the source aws.ses pick the events.',
    docs: 'Set up an EventBridge destination for event publishing',
  }),
  firehose: notification({
    label: 'publishes sending events to',
    delivery: 'async',
    properties: events('SEND', 'DELIVERY'),
    statements: [
      {
        side: 'service-role',
        actions: ['firehose:PutRecordBatch'],
        resources: ['{target.arn}'],
        principal: 'ses.amazonaws.com',
        byMechanism: true,
      },
    ],
    explain:
      'SES puts what became of each mail into the stream, which collects it, say for a report of a campaign.',
    docs: 'Set up an Amazon Data Firehose event destination for event publishing',
    options: { by: 'kind' },
  }),
});
