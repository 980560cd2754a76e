import { type ConnectionReader, connectionsFrom } from '../connection.ts';
import { apiIntegration } from '../mechanisms/api-integration.mechanism.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { pushMessage } from '../mechanisms/push-message.mechanism.ts';
import { list, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  eventNames,
  functionCall,
  linkedTo,
  requestTemplate,
  serviceActions,
  serviceCall,
  webSocketRoute,
} from './shared/api-routes.ts';
import { dimension, watchedBy } from './shared/watched.ts';

const docs = 'Integrations for WebSocket APIs in API Gateway';

export const fromWebsocketApi = connectionsFrom<Kind>('websocket-api', {
  lambda: [
    apiIntegration({
      preferred: true,
      label: 'routes to',
      properties: webSocketRoute,
      statements: functionCall('*/{connection.routeKey}'),
      options: { api: 'websocket', backend: 'lambda' },
      docs,
    }),
    authorizer({
      variant: 'authorizer',
      label: 'authorizes with',
      properties: {
        identitySource: list({
          default: ['route.request.querystring.token'],
          emitDefault: true,
          advanced: true,
          help: 'What the function judges when a client wants to connect. Browsers cannot set headers there, so usually a query parameter.',
        }),
      },
      statements: functionCall('authorizers/*'),
      options: { api: 'websocket' },
      docs: 'Control access to WebSocket APIs with AWS Lambda REQUEST authorizers',
    }),
  ],
  'sqs-queue': apiIntegration({
    label: 'sends messages to',
    delivery: 'async',
    properties: { ...webSocketRoute, ...requestTemplate },
    statements: serviceActions('sqs:SendMessage'),
    options: { api: 'websocket', backend: 'sqs' },
    docs,
  }),
  'sns-topic': apiIntegration({
    label: 'publishes messages to',
    delivery: 'async',
    properties: { ...webSocketRoute, ...requestTemplate },
    statements: serviceActions('sns:Publish'),
    options: { api: 'websocket', backend: 'sns' },
    docs,
  }),
  'kinesis-stream': apiIntegration({
    label: 'puts messages into',
    delivery: 'async',
    properties: { ...webSocketRoute, ...requestTemplate },
    statements: serviceActions('kinesis:PutRecord'),
    options: { api: 'websocket', backend: 'kinesis' },
    docs,
  }),
  'dynamodb-table': apiIntegration({
    label: 'writes connections to',
    delivery: 'async',
    properties: { ...webSocketRoute, ...requestTemplate },
    statements: [
      ...serviceActions('dynamodb:PutItem').map((statement) => ({
        ...statement,
        when: ({ connection }: ConnectionReader) => connection('routeKey') !== '$disconnect',
      })),
      ...serviceCall('routeKey', { $disconnect: ['dynamodb:DeleteItem'] }),
    ],
    options: { api: 'websocket', backend: 'dynamodb' },
    docs,
  }),
  'state-machine': apiIntegration({
    label: 'starts',
    delivery: 'async',
    properties: { ...webSocketRoute, ...requestTemplate },
    statements: serviceActions('states:StartExecution'),
    options: { api: 'websocket', backend: 'states' },
    docs,
  }),
  'event-bus': apiIntegration({
    label: 'puts messages on',
    delivery: 'async',
    properties: { ...webSocketRoute, ...eventNames, ...requestTemplate },
    statements: serviceActions('events:PutEvents'),
    options: { api: 'websocket', backend: 'events' },
    docs,
  }),
  'external-endpoint': apiIntegration({
    label: 'forwards messages to',
    properties: webSocketRoute,
    options: { api: 'websocket', backend: 'http' },
    docs,
  }),
  'vpc-link': apiIntegration({
    label: 'uses',
    properties: { ...webSocketRoute, ...linkedTo },
    explain:
      'Messages go through the link, as HTTP requests, to what stands behind a Network Load Balancer. WebSocket APIs take links of v1 only.',
    options: { api: 'websocket', backend: 'vpc-link' },
    docs: 'Integrations for WebSocket APIs in API Gateway',
  }),
  client: pushMessage({
    label: 'pushes messages to',
    delivery: 'async',
    docs: 'Use @connections commands in your backend service',
  }),
  'log-group': logging({
    label: 'writes access logs to',
    delivery: 'async',
    reversible: true,
    properties: {
      format: text({
        default: '$context.requestId $context.eventType $context.routeKey $context.status',
        emitDefault: true,
        help: 'What stands in a line; it must hold $context.requestId.',
      }),
    },
    statements: [
      {
        side: 'service-role',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogGroups'],
        resources: ['*'],
        principal: 'apigateway.amazonaws.com',
      },
    ],
    options: { setting: 'websocket-api' },
    docs: 'Configure logging for a WebSocket API',
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/ApiGateway',
    ['ExecutionError', 'IntegrationError', 'ClientError', 'ConnectCount'],
    dimension('ApiId', 'id'),
  ),
});
