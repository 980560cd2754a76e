import { type ConnectionScope, connectionsFrom, type StatementTemplate } from '../connection.ts';
import { type Expression, join } from '../expression.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { subscription } from '../mechanisms/subscription.mechanism.ts';
import {
  choice,
  connectionRef,
  json,
  nodeRef,
  type PropertyTable,
  text,
  yesNo,
} from '../property.ts';
import { recipient } from '../recipient.ts';
import type { Kind } from '../services/index.ts';
import { dimension, watchedBy } from './shared/watched.ts';

const filter: PropertyTable = {
  filterPolicy: json({
    help: 'Which messages come through: attributes, each with the values it may have. Empty lets all through; five attributes at most.',
  }),
  filterPolicyScope: choice(['MessageAttributes', 'MessageBody'], {
    default: 'MessageAttributes',
    advanced: true,
    help: 'What the filter looks at: the attributes of the message, or its JSON body.',
  }),
  deadLetterQueue: nodeRef({
    kinds: ['sqs-queue'],
    advanced: true,
    help: 'A queue for messages that cannot be delivered; drawing it as an arrow does the same.',
  }),
};

const rawMessageDelivery = (isRaw: boolean) =>
  yesNo({
    default: isRaw,
    emitDefault: isRaw,
    advanced: !isRaw,
    help: 'Hands on the message as it was sent, without the envelope of SNS.',
    cfn: 'RawMessageDelivery',
    cdk: 'rawMessageDelivery',
  });

/** The target's own policy lets this topic in, and no other. */
const topicMay = (...actions: readonly string[]): StatementTemplate => ({
  side: 'target-policy',
  actions,
  resources: ['{target.arn}'],
  principal: 'sns.amazonaws.com',
  conditions: { ArnEquals: { 'aws:SourceArn': '{source.arn}' } },
});

const httpsPage = 'Fanout Amazon SNS notifications to HTTPS endpoints';

const route: PropertyTable = {
  path: text({
    default: '/sns',
    pattern: '^/.*$',
    help: 'The path of the route that takes messages.',
  }),
  rawMessageDelivery: rawMessageDelivery(false),
};

/**
 * The address of a route. The stage stands in it by reference, since SNS asks for a confirmation at once and somebody
 * should be there; the default stage of an HTTP API has no part in the address.
 */
const routeUrl = ({ target, read }: ConnectionScope): Expression =>
  join(
    'https://',
    target.attribute('host'),
    ...(target.read('stageName') === '$default' ? [] : ['/', target.attribute('stage')]),
    String(read('path') ?? '/sns'),
  );

const confirmed =
  'SNS posts every message to the address. First it posts a request to confirm the subscription, which whoever listens there must follow.';

export const fromSnsTopic = connectionsFrom<Kind>('sns-topic', {
  lambda: subscription({
    label: 'triggers',
    delivery: 'async',
    properties: filter,
    statements: [topicMay('lambda:InvokeFunction')],
    docs: 'Invoking Lambda functions with Amazon SNS notifications',
    options: { protocol: 'lambda', cdk: 'subscriptions.LambdaSubscription' },
  }),
  'sqs-queue': [
    subscription({
      preferred: true,
      label: 'fans out to',
      delivery: 'async',
      properties: { ...filter, rawMessageDelivery: rawMessageDelivery(true) },
      statements: [topicMay('sqs:SendMessage')],
      docs: 'Fanout Amazon SNS notifications to Amazon SQS queues for asynchronous processing',
      options: { protocol: 'sqs', cdk: 'subscriptions.SqsSubscription' },
    }),
    deadLetter({
      variant: 'dead-letter',
      label: 'sends undeliverable messages to',
      delivery: 'async',
      properties: {
        subscription: connectionRef({
          help: 'The subscription whose undeliverable messages come here; empty means all subscriptions of the topic.',
        }),
      },
      statements: [topicMay('sqs:SendMessage')],
      explain:
        'SNS puts a message here when it has given up delivering it, for example because a function was deleted or a web address did not answer for an hour.',
      docs: 'Amazon SNS dead-letter queues',
      options: { on: 'delivery', reference: 'subscription' },
    }),
  ],
  firehose: subscription({
    label: 'delivers to',
    delivery: 'async',
    properties: { ...filter, rawMessageDelivery: rawMessageDelivery(false) },
    statements: [
      {
        side: 'service-role',
        actions: [
          'firehose:DescribeDeliveryStream',
          'firehose:ListDeliveryStreams',
          'firehose:ListTagsForDeliveryStream',
          'firehose:PutRecord',
          'firehose:PutRecordBatch',
        ],
        resources: ['{target.arn}'],
        principal: 'sns.amazonaws.com',
      },
    ],
    docs: 'Fanout Amazon SNS notifications to Amazon Data Firehose delivery streams',
    options: { protocol: 'firehose', cdk: 'subscriptions.FirehoseSubscription' },
  }),
  'external-endpoint': subscription({
    label: 'posts to',
    delivery: 'async',
    properties: {
      ...filter,
      rawMessageDelivery: rawMessageDelivery(false),
      deliveryPolicy: json({
        advanced: true,
        help: 'How SNS tries again: { "healthyRetryPolicy": { "numRetries": 5, "minDelayTarget": 20, "maxDelayTarget": 60 } }.',
      }),
    },
    explain: confirmed,
    docs: httpsPage,
    options: {
      protocol: 'https',
      cdk: 'subscriptions.UrlSubscription',
      // The text itself, because the protocol follows from it.
      endpoint: ({ target }) => target.value('url') ?? '',
    },
  }),
  client: subscription({
    variant: 'mobile-push',
    label: 'pushes to the mobile app',
    delivery: 'async',
    properties: {
      platformEndpointArn: text({
        required: true,
        help: 'The endpoint of the app on a device; made with the SNS API when the app registers, not by CloudFormation.',
      }),
    },
    docs: 'Sending mobile push notifications with Amazon SNS',
    options: {
      protocol: 'application',
      endpoint: ({ value }) => value('platformEndpointArn') ?? '',
    },
  }),
  user: [
    subscription({
      variant: 'email',
      preferred: true,
      label: 'notifies by e-mail',
      delivery: 'async',
      properties: {
        email: text({
          maxLength: 320,
          pattern: '^[^@\\s]+@[^@\\s]+$',
          help: 'Another address than that of the person. SNS sends a mail with a link first, and nothing else before somebody has followed it.',
        }),
        json: yesNo({
          default: false,
          advanced: true,
          help: 'Sends the message as JSON with all that SNS knows of it: for programs that read mail.',
          cdk: 'json',
        }),
        ...filter,
      },
      explain:
        'SNS sends each message as a plain mail. The person must first follow the link in a mail that asks to confirm the subscription, and every mail has a link to end it. For mail with a design of its own use Amazon SES.',
      docs: 'Email subscription setup and management in Amazon SNS',
      options: {
        protocol: 'email',
        cdk: 'subscriptions.EmailSubscription',
        endpoint: ({ source, target, value }) =>
          value('email') ?? recipient(target, 'email', source),
      },
    }),
    subscription({
      variant: 'sms',
      label: 'notifies by SMS',
      delivery: 'async',
      properties: {
        phoneNumber: text({
          pattern: '^\\+[1-9]\\d{1,14}$',
          help: 'Another number than that of the person, with the country: +41791234567.',
        }),
        ...filter,
      },
      explain:
        'SNS sends each message as a text message of up to 1,600 characters. A new account is in the SMS sandbox: it reaches verified numbers only, and spends one dollar a month at most, until AWS has raised that. Many countries want a registered sender.',
      docs: 'Mobile text messaging with Amazon SNS',
      options: {
        protocol: 'sms',
        cdk: 'subscriptions.SmsSubscription',
        endpoint: ({ source, target, value }) =>
          value('phoneNumber') ?? recipient(target, 'phoneNumber', source),
      },
    }),
  ],
  'log-group': logging({
    label: 'logs delivery status to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        // The name of the group has the name of the topic in it, and the topic names the role.
        side: 'service-role',
        actions: [
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:PutLogEvents',
          'logs:PutMetricFilter',
          'logs:PutRetentionPolicy',
        ],
        resources: ['arn:{partition}:logs:{region}:{account}:log-group:sns/*'],
        principal: 'sns.amazonaws.com',
      },
    ],
    explain:
      'SNS writes a line for every message that it could not deliver to a subscriber, with the answer that it got. It chooses the name of the log group; the export gives the drawn group that name.',
    docs: 'Amazon SNS message delivery status',
    options: { setting: 'topic' },
  }),
  'rest-api': subscription({
    label: 'posts to',
    delivery: 'async',
    properties: route,
    explain: confirmed,
    docs: httpsPage,
    options: { protocol: 'https', cdk: 'subscriptions.UrlSubscription', endpoint: routeUrl },
  }),
  'http-api': subscription({
    label: 'posts to',
    delivery: 'async',
    properties: route,
    explain: confirmed,
    docs: httpsPage,
    options: { protocol: 'https', cdk: 'subscriptions.UrlSubscription', endpoint: routeUrl },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/SNS',
    ['NumberOfNotificationsFailed', 'NumberOfMessagesPublished'],
    dimension('TopicName', 'name'),
  ),
});
