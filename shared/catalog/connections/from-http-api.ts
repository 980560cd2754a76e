import { connectionsFrom } from '../connection.ts';
import { apiIntegration } from '../mechanisms/api-integration.mechanism.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { choice, list, seconds, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  eventNames,
  functionCall,
  httpRoute,
  linkedTo,
  messageGroupId,
  ownServer,
  ownServerRoute,
  publicBalancer,
  publicSite,
  serviceActions,
  serviceCall,
  siteUrl,
} from './shared/api-routes.ts';
import { dimension, watchedBy } from './shared/watched.ts';

/** One of the few calls that an HTTP API knows. */
const integrationSubtype = (...values: readonly [string, ...string[]]) =>
  choice(values, { default: values[0], required: true, help: 'What the API does with a request.' });

export const fromHttpApi = connectionsFrom<Kind>('http-api', {
  lambda: [
    apiIntegration({
      preferred: true,
      label: 'routes to',
      properties: {
        ...httpRoute('ANY'),
        payloadFormatVersion: choice(['1.0', '2.0'], {
          default: '2.0',
          advanced: true,
          help: 'The form of the event that the function gets; 1.0 is that of REST APIs.',
        }),
      },
      statements: functionCall('*'),
      options: { api: 'http', backend: 'lambda' },
      docs: 'Create AWS Lambda proxy integrations for HTTP APIs in API Gateway',
    }),
    authorizer({
      variant: 'authorizer',
      label: 'authorizes with',
      properties: {
        payloadFormatVersion: choice(['1.0', '2.0'], { default: '2.0', advanced: true }),
        enableSimpleResponses: yesNo({
          default: true,
          help: 'The function answers yes or no; otherwise with an IAM policy.',
        }),
        identitySource: list({
          default: ['$request.header.Authorization'],
          emitDefault: true,
          advanced: true,
          help: 'What the function judges; a request without one of them is refused at once.',
        }),
        resultTtl: seconds({
          default: 300,
          min: 0,
          max: 3600,
          emitDefault: true,
          help: 'How long an answer holds for the same token. 0 asks each time.',
        }),
      },
      statements: functionCall('authorizers/*'),
      options: { api: 'http' },
      docs: 'Control access to HTTP APIs with AWS Lambda authorizers',
    }),
  ],
  'cognito-user-pool': authorizer({
    label: 'authorizes with',
    properties: {
      audience: list({
        advanced: true,
        help: 'Ids of the app clients whose tokens are taken; empty takes the client of the pool.',
      }),
      authorizationScopes: list({
        advanced: true,
        help: 'For routes that name none of their own.',
      }),
    },
    options: { api: 'http', tokens: true },
    docs: 'Control access to HTTP APIs with JWT authorizers',
  }),
  'identity-provider': authorizer({
    label: 'authorizes with',
    properties: {
      issuer: text({
        pattern: '^https://\\S+$',
        help: 'Who makes out the tokens, exactly as they say it. Empty: the issuer URL of the provider.',
      }),
      audience: list({
        help: 'For whom the tokens must be made out; empty takes the client id of the provider.',
      }),
      authorizationScopes: list({
        advanced: true,
        help: 'For routes that name none of their own.',
      }),
    },
    explain:
      'The API checks the tokens itself: that the provider has signed them, for this audience, and that they still hold. It fetches the keys for that from the issuer. No function of yours is needed.',
    options: { api: 'http', tokens: true },
    docs: 'Control access to HTTP APIs with JWT authorizers',
  }),
  'sqs-queue': apiIntegration({
    label: 'sends the request to',
    delivery: 'async',
    properties: {
      ...httpRoute('POST'),
      integrationSubtype: integrationSubtype(
        'SQS-SendMessage',
        'SQS-ReceiveMessage',
        'SQS-DeleteMessage',
        'SQS-PurgeQueue',
      ),
      ...messageGroupId,
    },
    statements: serviceCall('integrationSubtype', {
      'SQS-SendMessage': ['sqs:SendMessage'],
      'SQS-ReceiveMessage': ['sqs:ReceiveMessage'],
      'SQS-DeleteMessage': ['sqs:DeleteMessage'],
      'SQS-PurgeQueue': ['sqs:PurgeQueue'],
    }),
    options: { api: 'http', backend: 'sqs' },
    docs: 'Integration subtype reference',
  }),
  'kinesis-stream': apiIntegration({
    label: 'puts the request into',
    delivery: 'async',
    properties: {
      ...httpRoute('POST'),
      integrationSubtype: integrationSubtype('Kinesis-PutRecord'),
    },
    statements: serviceActions('kinesis:PutRecord'),
    options: { api: 'http', backend: 'kinesis' },
    docs: 'Integration subtype reference',
  }),
  'event-bus': apiIntegration({
    label: 'puts the request on',
    delivery: 'async',
    properties: {
      ...httpRoute('POST'),
      integrationSubtype: integrationSubtype('EventBridge-PutEvents'),
      ...eventNames,
    },
    statements: serviceActions('events:PutEvents'),
    options: { api: 'http', backend: 'events' },
    docs: 'Integration subtype reference',
  }),
  'state-machine': apiIntegration({
    label: 'starts',
    delivery: 'async',
    properties: {
      ...httpRoute('POST'),
      integrationSubtype: integrationSubtype(
        'StepFunctions-StartExecution',
        'StepFunctions-StartSyncExecution',
        'StepFunctions-StopExecution',
      ),
    },
    statements: serviceCall('integrationSubtype', {
      'StepFunctions-StartExecution': ['states:StartExecution'],
      'StepFunctions-StartSyncExecution': ['states:StartSyncExecution'],
      'StepFunctions-StopExecution': [
        'states:StopExecution',
        'arn:{partition}:states:{region}:{account}:execution:{target.name}:*',
      ],
    }),
    options: { api: 'http', backend: 'states' },
    docs: 'Integration subtype reference',
  }),
  'external-endpoint': apiIntegration({
    label: 'proxies to',
    properties: httpRoute('ANY'),
    options: { api: 'http', backend: 'http' },
    docs: 'Create HTTP proxy integrations for HTTP APIs',
  }),
  'vpc-link': apiIntegration({
    label: 'uses',
    properties: { ...httpRoute('ANY'), ...linkedTo },
    explain:
      'The route leads through the link to a load balancer or a container that has no public address, with the path as it came. Where the target speaks TLS, API Gateway checks its certificate.',
    options: { api: 'http', backend: 'vpc-link' },
    docs: 'Create private integrations for HTTP APIs in API Gateway',
  }),
  'ec2-instance': apiIntegration({
    variant: 'public',
    label: 'proxies over the internet to',
    properties: { ...httpRoute('ANY'), ...ownServerRoute },
    explain: ownServer,
    options: { api: 'http', backend: 'own-server' },
    docs: 'Create HTTP proxy integrations for HTTP APIs',
  }),
  alb: apiIntegration({
    variant: 'public',
    label: 'proxies over the internet to',
    properties: httpRoute('ANY'),
    explain: publicBalancer,
    options: { api: 'http', backend: 'load-balancer' },
    docs: 'Create HTTP proxy integrations for HTTP APIs',
  }),
  nlb: apiIntegration({
    variant: 'public',
    label: 'proxies over the internet to',
    properties: httpRoute('ANY'),
    explain: publicBalancer,
    options: { api: 'http', backend: 'load-balancer' },
    docs: 'Create HTTP proxy integrations for HTTP APIs',
  }),
  'on-premises': apiIntegration({
    variant: 'public',
    label: 'proxies over the internet to',
    properties: { ...httpRoute('ANY'), ...siteUrl },
    explain: publicSite,
    options: { api: 'http', backend: 'site' },
    docs: 'Create HTTP proxy integrations for HTTP APIs',
  }),
  'log-group': logging({
    label: 'writes access logs to',
    delivery: 'async',
    reversible: true,
    properties: {
      format: text({
        default: '$context.requestId $context.routeKey $context.status',
        emitDefault: true,
        help: 'What stands in a line; it must hold $context.requestId.',
      }),
    },
    options: { setting: 'http-api' },
    docs: 'Configure logging for HTTP APIs in API Gateway',
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/ApiGateway',
    ['5xx', '4xx', 'Latency', 'Count'],
    dimension('ApiId', 'id'),
  ),
});
