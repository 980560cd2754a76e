import { securityRule } from '../common-properties.ts';
import { connectionsFrom } from '../connection.ts';
import { directInvoke } from '../mechanisms/direct-invoke.mechanism.ts';
import { dnsRecord } from '../mechanisms/dns-record.mechanism.ts';
import { httpCall } from '../mechanisms/http-call.mechanism.ts';
import { iamDataAccess } from '../mechanisms/iam-data-access.mechanism.ts';
import { signIn } from '../mechanisms/sign-in.mechanism.ts';
import { serverPort } from '../network/open-server.ts';
import { choice, integer, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

const proof = 'What the client shows to be let in; the routes say what they want to see.';

export const fromClient = connectionsFrom<Kind>('client', {
  cloudfront: httpCall({
    label: 'requests content from',
    properties: {
      protocol: choice(['https', 'http', 'wss'], {
        default: 'https',
        help: 'wss keeps a line open in both directions.',
      }),
    },
    docs: 'How CloudFront delivers content',
  }),
  'rest-api': httpCall({
    label: 'calls',
    properties: {
      authMode: choice(['none', 'api-key', 'cognito', 'iam', 'lambda-authorizer'], {
        default: 'none',
        help: proof,
      }),
    },
    statements: [
      {
        side: 'caller-identity',
        actions: ['execute-api:Invoke'],
        resources: [
          'arn:{partition}:execute-api:{region}:{account}:{target.id}/{target.stageName}/*',
        ],
        when: ({ connection }) => connection('authMode') === 'iam',
      },
    ],
    docs: 'Invoke REST APIs in API Gateway',
  }),
  'http-api': httpCall({
    label: 'calls',
    properties: {
      authMode: choice(['none', 'jwt', 'iam', 'lambda-authorizer'], {
        default: 'none',
        help: proof,
      }),
    },
    statements: [
      {
        side: 'caller-identity',
        actions: ['execute-api:Invoke'],
        resources: ['arn:{partition}:execute-api:{region}:{account}:{target.id}/*'],
        when: ({ connection }) => connection('authMode') === 'iam',
      },
    ],
    docs: 'Working with HTTP APIs',
  }),
  'websocket-api': httpCall({
    label: 'opens a WebSocket to',
    properties: {
      authMode: choice(['none', 'iam', 'lambda-authorizer'], { default: 'none', help: proof }),
    },
    docs: 'Overview of WebSocket APIs in API Gateway',
  }),
  'appsync-api': httpCall({
    label: 'sends GraphQL operations to',
    properties: {
      subscriptions: yesNo({
        default: false,
        help: 'The client also listens to subscriptions, over a WebSocket.',
      }),
    },
    statements: [
      {
        side: 'caller-identity',
        actions: ['appsync:GraphQL'],
        resources: ['{target.arn}/*'],
        when: ({ target }) => target('authenticationType') === 'AWS_IAM',
      },
    ],
    docs: 'Building a client application with AWS AppSync',
  }),
  'api-custom-domain': httpCall({
    label: 'calls',
    docs: 'Custom domain name for public REST APIs',
  }),
  alb: httpCall({
    label: 'calls',
    properties: {
      protocol: choice(['https', 'http', 'wss'], {
        default: 'https',
        help: 'wss keeps a line open in both directions.',
      }),
    },
    docs: 'What is an Application Load Balancer?',
  }),
  nlb: httpCall({
    label: 'connects to',
    properties: {
      protocol: choice(['TCP', 'TLS', 'UDP'], {
        default: 'TLS',
        help: 'What the client speaks.',
      }),
    },
    docs: 'What is a Network Load Balancer?',
  }),
  'ec2-instance': httpCall({
    variant: 'direct',
    label: 'connects to',
    properties: {
      port: integer({
        min: 1,
        max: 65_535,
        help: 'Where the program listens for clients; empty: the port of the instance.',
      }),
      securityRule,
    },
    explain:
      'The instance must be in a public subnet and have a public address, which changes when it is stopped and started. Isobar lets everybody connect to this port. A load balancer in front keeps the address, ends TLS and goes on when an instance fails.',
    docs: 'Connect to the internet using an internet gateway',
    options: { open: (scope) => scope.value('port') ?? serverPort(scope) },
  }),
  lambda: [
    httpCall({
      variant: 'function-url',
      preferred: true,
      label: 'calls the function URL of',
      statements: [
        {
          side: 'caller-identity',
          actions: ['lambda:InvokeFunctionUrl'],
          resources: ['{target.arn}'],
          when: ({ target }) => target('functionUrlAuth') === 'AWS_IAM',
        },
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunctionUrl'],
          resources: ['{target.arn}'],
          principal: '*',
          conditions: { StringEquals: { 'lambda:FunctionUrlAuthType': 'NONE' } },
          when: ({ target }) => target('functionUrlAuth') === 'NONE',
        },
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: '*',
          conditions: { Bool: { 'lambda:InvokedViaFunctionUrl': 'true' } },
          when: ({ target }) => target('functionUrlAuth') === 'NONE',
        },
      ],
      docs: 'Creating and managing Lambda function URLs',
    }),
    directInvoke({
      variant: 'sdk',
      label: 'invokes with the SDK',
      statements: [
        {
          side: 'caller-identity',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
        },
      ],
      docs: 'Invoke a Lambda function synchronously',
      options: { caller: 'client' },
    }),
  ],
  'cognito-user-pool': signIn({
    label: 'signs in at',
    docs: 'Authentication with Amazon Cognito user pools',
  }),
  'cognito-identity-pool': signIn({
    label: 'exchanges tokens for AWS credentials at',
    explain:
      'The app shows the token that it got when the user signed in, and gets credentials that hold for an hour; the SDK fetches new ones by itself. With them it calls AWS services, as the arrows of the identity pool allow. It needs the id of the identity pool, which the export gives as an output.',
    docs: 'Amazon Cognito identity pools',
  }),
  'identity-provider': signIn({
    label: 'signs in at',
    explain:
      'The app sends the user to the pages of the provider and gets a token back, which it shows to whoever trusts the provider.',
    docs: 'User pool sign-in with third party identity providers',
  }),
  'hosted-zone': dnsRecord({
    label: 'resolves names in',
    docs: 'How internet traffic is routed to your website or web application',
    options: { as: 'lookup' },
  }),
  'external-endpoint': httpCall({ label: 'calls', docs: 'Serverless Applications Lens' }),
  's3-bucket': iamDataAccess({
    label: 'uploads to and downloads from',
    properties: {
      method: choice(['presigned-url', 'sdk-credentials'], {
        default: 'presigned-url',
        help: 'A presigned URL comes from your API, holds for minutes and for one object; nothing else is needed then.',
      }),
    },
    statements: [
      {
        side: 'caller-identity',
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: ['{target.arn}/*'],
      },
    ],
    docs: 'Download and upload objects with presigned URLs',
    options: {},
  }),
  'dynamodb-table': iamDataAccess({
    label: 'reads and writes own items in',
    statements: [
      {
        side: 'caller-identity',
        actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
        resources: ['{target.arn}'],
      },
    ],
    docs: 'Using web identity federation',
    options: {},
  }),
  'kinesis-stream': iamDataAccess({
    label: 'puts records into',
    statements: [
      {
        side: 'caller-identity',
        actions: ['kinesis:PutRecord', 'kinesis:PutRecords'],
        resources: ['{target.arn}'],
      },
    ],
    docs: 'Writing data to Amazon Kinesis Data Streams',
    options: {},
  }),
  firehose: iamDataAccess({
    label: 'puts records into',
    statements: [
      {
        side: 'caller-identity',
        actions: ['firehose:PutRecord', 'firehose:PutRecordBatch'],
        resources: ['{target.arn}'],
      },
    ],
    docs: 'Writing to Amazon Data Firehose using the AWS SDK',
    options: {},
  }),
  'sqs-queue': iamDataAccess({
    label: 'sends messages to',
    statements: [
      { side: 'caller-identity', actions: ['sqs:SendMessage'], resources: ['{target.arn}'] },
    ],
    docs: 'Identity-based policy examples for Amazon SQS',
    options: {},
  }),
  'sns-topic': iamDataAccess({
    label: 'publishes to',
    statements: [
      { side: 'caller-identity', actions: ['sns:Publish'], resources: ['{target.arn}'] },
    ],
    docs: 'Using identity-based policies with Amazon SNS',
    options: {},
  }),
  'ses-identity': iamDataAccess({
    label: 'sends mail with',
    statements: [
      {
        side: 'caller-identity',
        actions: ['ses:SendEmail'],
        resources: ['{target.arn}', '{target.configurationSetArn}'],
      },
    ],
    docs: 'Sending email using the Amazon SES API',
    options: {},
  }),
  'event-bus': iamDataAccess({
    label: 'puts events on',
    statements: [
      { side: 'caller-identity', actions: ['events:PutEvents'], resources: ['{target.arn}'] },
    ],
    docs: 'Sending events with PutEvents in Amazon EventBridge',
    options: {},
  }),
  opensearch: iamDataAccess({
    label: 'searches',
    statements: [
      {
        side: 'caller-identity',
        actions: ['es:ESHttpGet'],
        resources: ['{target.arn}/*'],
        when: ({ target }) => target('deployment') !== 'serverless',
      },
      {
        side: 'caller-identity',
        actions: ['aoss:APIAccessAll'],
        resources: ['{target.arn}'],
        when: ({ target }) => target('deployment') === 'serverless',
      },
    ],
    explain:
      'The client signs its requests with AWS credentials of its own, from an identity pool for example. A search form for everybody goes through a function behind an API instead, which decides what may be asked.',
    docs: 'Identity and Access Management in Amazon OpenSearch Service',
    options: {},
  }),
});
