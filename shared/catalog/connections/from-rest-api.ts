import { connectionsFrom } from '../connection.ts';
import { apiIntegration } from '../mechanisms/api-integration.mechanism.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { tracing } from '../mechanisms/tracing.mechanism.ts';
import { choice, integer, list, seconds, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  eventNames,
  functionCall,
  linkedTo,
  messageGroupId,
  ownServer,
  ownServerRoute,
  publicBalancer,
  publicSite,
  requestTemplate,
  restRoute,
  serviceActions,
  serviceCall,
  siteUrl,
} from './shared/api-routes.ts';
import { watchedBy } from './shared/watched.ts';

/** What the route calls; the role may do just that. */
const action = (...values: readonly [string, ...string[]]) =>
  choice(values, { default: values[0], required: true, help: 'What the API does with a request.' });

const identitySource = (help: string) =>
  text({ default: 'method.request.header.Authorization', advanced: true, help });

export const fromRestApi = connectionsFrom<Kind>('rest-api', {
  lambda: [
    apiIntegration({
      preferred: true,
      label: 'routes to',
      properties: {
        ...restRoute('ANY'),
        timeoutInMillis: integer({
          default: 29_000,
          min: 50,
          max: 900_000,
          unit: 'ms',
          advanced: true,
          help: 'How long the API waits. More than 29 seconds for regional and private APIs only: up to 5 minutes after a quota increase, up to 15 minutes for a streamed answer.',
        }),
        integrationType: choice(['AWS_PROXY', 'AWS'], {
          default: 'AWS_PROXY',
          advanced: true,
          help: 'AWS_PROXY hands the whole request to the function, which answers for itself. AWS sends the body only.',
        }),
        responseTransferMode: choice(['BUFFERED', 'STREAM'], {
          default: 'BUFFERED',
          advanced: true,
          when: (read) => read('integrationType') === 'AWS_PROXY',
          help: 'STREAM sends the answer on while the function still writes it.',
        }),
      },
      statements: functionCall('*/{connection.method}{connection.path}'),
      options: { api: 'rest', backend: 'lambda' },
      docs: 'Lambda integrations for REST APIs in API Gateway',
    }),
    authorizer({
      variant: 'authorizer',
      label: 'authorizes with',
      delivery: 'sync',
      properties: {
        authorizerType: choice(['TOKEN', 'REQUEST'], {
          default: 'TOKEN',
          help: 'TOKEN gives the function one header; REQUEST gives it headers, query and path.',
        }),
        identitySource: identitySource(
          'What the function judges. REQUEST takes several, with commas between; a request without one of them is refused at once.',
        ),
        resultTtl: seconds({
          default: 300,
          min: 0,
          max: 3600,
          emitDefault: true,
          help: 'How long an answer holds for the same token. 0 asks each time.',
        }),
      },
      statements: functionCall('authorizers/*'),
      options: { api: 'rest' },
      docs: 'Use API Gateway Lambda authorizers',
    }),
  ],
  'cognito-user-pool': authorizer({
    label: 'authorizes with',
    properties: {
      identitySource: identitySource('The header with the token.'),
      authorizationScopes: list({
        advanced: true,
        help: 'For routes that name none of their own. With scopes access tokens are checked, without them id tokens.',
      }),
    },
    options: { api: 'rest', tokens: true },
    docs: 'Control access to REST APIs using Amazon Cognito user pools as an authorizer',
  }),
  'sqs-queue': apiIntegration({
    label: 'sends the request to',
    delivery: 'async',
    properties: {
      ...restRoute('POST'),
      action: action('SendMessage'),
      ...requestTemplate,
      ...messageGroupId,
    },
    statements: serviceActions('sqs:SendMessage'),
    options: { api: 'rest', backend: 'sqs' },
    docs: 'Create an API Gateway REST API integrated with Amazon SQS',
  }),
  'sns-topic': apiIntegration({
    label: 'publishes the request to',
    delivery: 'async',
    properties: { ...restRoute('POST'), action: action('Publish'), ...requestTemplate },
    statements: serviceActions('sns:Publish'),
    options: { api: 'rest', backend: 'sns' },
    docs: 'Integrations for REST APIs in API Gateway',
  }),
  'kinesis-stream': apiIntegration({
    label: 'puts the request into',
    delivery: 'async',
    properties: {
      ...restRoute('POST'),
      action: action('PutRecord', 'PutRecords'),
      ...requestTemplate,
    },
    statements: serviceCall('action', {
      PutRecord: ['kinesis:PutRecord'],
      PutRecords: ['kinesis:PutRecords'],
    }),
    options: { api: 'rest', backend: 'kinesis' },
    docs: 'Tutorial: Create a REST API as an Amazon Kinesis proxy',
  }),
  firehose: [
    apiIntegration({
      preferred: true,
      label: 'puts the request into',
      delivery: 'async',
      properties: {
        ...restRoute('POST'),
        action: action('PutRecord', 'PutRecordBatch'),
        ...requestTemplate,
      },
      statements: serviceCall('action', {
        PutRecord: ['firehose:PutRecord'],
        PutRecordBatch: ['firehose:PutRecordBatch'],
      }),
      options: { api: 'rest', backend: 'firehose' },
      docs: 'Integrations for REST APIs in API Gateway',
    }),
    logging({
      variant: 'access-logs',
      label: 'writes access logs to',
      delivery: 'async',
      reversible: true,
      properties: {
        format: text({
          default: '$context.requestId',
          emitDefault: true,
          help: 'What stands in a line; it must hold $context.requestId.',
        }),
      },
      options: { setting: 'rest-api' },
      docs: 'Log API calls to Amazon Data Firehose',
    }),
  ],
  'dynamodb-table': apiIntegration({
    label: 'reads and writes items of',
    properties: {
      ...restRoute('POST'),
      action: action('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
      ...requestTemplate,
    },
    statements: serviceCall('action', {
      GetItem: ['dynamodb:GetItem'],
      Query: ['dynamodb:Query', '{target.arn}', '{target.arn}/index/*'],
      PutItem: ['dynamodb:PutItem'],
      UpdateItem: ['dynamodb:UpdateItem'],
      DeleteItem: ['dynamodb:DeleteItem'],
    }),
    options: { api: 'rest', backend: 'dynamodb' },
    docs: 'Integrations for REST APIs in API Gateway',
  }),
  's3-bucket': apiIntegration({
    label: 'reads and writes objects of',
    properties: {
      ...restRoute('POST'),
      action: action('GetObject', 'PutObject', 'DeleteObject', 'ListBucket'),
      ...requestTemplate,
    },
    statements: serviceCall('action', {
      GetObject: ['s3:GetObject', '{target.arn}/*'],
      PutObject: ['s3:PutObject', '{target.arn}/*'],
      DeleteObject: ['s3:DeleteObject', '{target.arn}/*'],
      ListBucket: ['s3:ListBucket'],
    }),
    options: { api: 'rest', backend: 's3' },
    docs: 'Tutorial: Create a REST API as an Amazon S3 proxy',
  }),
  'event-bus': apiIntegration({
    label: 'puts the request on',
    delivery: 'async',
    properties: {
      ...restRoute('POST'),
      action: action('PutEvents'),
      ...eventNames,
      ...requestTemplate,
    },
    statements: serviceActions('events:PutEvents'),
    options: { api: 'rest', backend: 'events' },
    docs: 'Integrations for REST APIs in API Gateway',
  }),
  'state-machine': apiIntegration({
    label: 'starts',
    delivery: 'async',
    properties: {
      ...restRoute('POST'),
      action: action('StartExecution', 'StartSyncExecution'),
      ...requestTemplate,
    },
    statements: serviceCall('action', {
      StartExecution: ['states:StartExecution'],
      StartSyncExecution: ['states:StartSyncExecution'],
    }),
    options: { api: 'rest', backend: 'states' },
    docs: 'Creating a Step Functions API using API Gateway',
  }),
  'ses-identity': apiIntegration({
    label: 'sends mail with',
    delivery: 'async',
    properties: {
      ...restRoute('POST'),
      action: action('SendEmail'),
      recipient: text({
        required: true,
        maxLength: 320,
        pattern: '^[^@\\s"\\\\]+@[^@\\s"\\\\]+$',
        when: (read) => read('requestTemplate') === undefined,
        help: 'The address that gets the mails, as for a contact form. A mapping template says it itself.',
      }),
      ...requestTemplate,
    },
    statements: [
      {
        side: 'service-role',
        actions: ['ses:SendEmail'],
        resources: ['{target.arn}', '{target.configurationSetArn}'],
        principal: 'apigateway.amazonaws.com',
      },
    ],
    explain:
      'Each request becomes a mail to one fixed address, with subject and text from the body; nobody can have the API write to somebody else. A mapping template of your own can take the recipient from the request: then let only those in who may write to anybody in your name.',
    options: { api: 'rest', backend: 'ses' },
    docs: 'Integrations for REST APIs in API Gateway',
  }),
  'external-endpoint': apiIntegration({
    label: 'proxies to',
    properties: {
      ...restRoute('ANY'),
      integrationType: choice(['HTTP_PROXY', 'HTTP'], {
        default: 'HTTP_PROXY',
        advanced: true,
        help: 'HTTP_PROXY hands request and answer on as they are.',
      }),
    },
    options: { api: 'rest', backend: 'http' },
    docs: 'HTTP integrations for REST APIs in API Gateway',
  }),
  'vpc-link': apiIntegration({
    label: 'uses',
    properties: { ...restRoute('ANY'), ...linkedTo },
    explain:
      'The route leads through the link to a load balancer that has no public address, with the path as it came. A link of v2 leads to both sorts of load balancers.',
    options: { api: 'rest', backend: 'vpc-link' },
    docs: 'Private integrations for REST APIs in API Gateway',
  }),
  'ec2-instance': apiIntegration({
    variant: 'public',
    label: 'proxies over the internet to',
    properties: { ...restRoute('ANY'), ...ownServerRoute },
    explain: ownServer,
    options: { api: 'rest', backend: 'own-server' },
    docs: 'HTTP integrations for REST APIs in API Gateway',
  }),
  alb: apiIntegration({
    variant: 'public',
    label: 'proxies over the internet to',
    properties: restRoute('ANY'),
    explain: publicBalancer,
    options: { api: 'rest', backend: 'load-balancer' },
    docs: 'HTTP integrations for REST APIs in API Gateway',
  }),
  nlb: apiIntegration({
    variant: 'public',
    label: 'proxies over the internet to',
    properties: restRoute('ANY'),
    explain: publicBalancer,
    options: { api: 'rest', backend: 'load-balancer' },
    docs: 'HTTP integrations for REST APIs in API Gateway',
  }),
  'on-premises': apiIntegration({
    label: 'proxies over the internet to',
    properties: { ...restRoute('ANY'), ...siteUrl },
    explain: publicSite,
    options: { api: 'rest', backend: 'site' },
    docs: 'HTTP integrations for REST APIs in API Gateway',
  }),
  'log-group': logging({
    label: 'writes access logs to',
    delivery: 'async',
    reversible: true,
    properties: {
      format: text({
        default: '$context.requestId $context.httpMethod $context.resourcePath $context.status',
        emitDefault: true,
        help: 'What stands in a line; it must hold $context.requestId.',
      }),
    },
    statements: [
      {
        side: 'service-role',
        actions: [
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:DescribeLogGroups',
          'logs:DescribeLogStreams',
          'logs:PutLogEvents',
          'logs:GetLogEvents',
          'logs:FilterLogEvents',
        ],
        resources: ['*'],
        principal: 'apigateway.amazonaws.com',
      },
    ],
    options: { setting: 'rest-api' },
    docs: 'Set up CloudWatch logging for REST APIs in API Gateway',
  }),
  xray: tracing({
    label: 'sends traces to',
    delivery: 'async',
    reversible: true,
    docs: 'Trace user requests to REST APIs using X-Ray',
    options: { properties: { TracingEnabled: true } },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/ApiGateway',
    ['5XXError', '4XXError', 'Latency', 'Count'],
    ({ id, attribute }) => ({ ApiName: id, Stage: attribute('stageName') }),
  ),
});
