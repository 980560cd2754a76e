import { connectionsFrom } from '../connection.ts';
import { apiIntegration } from '../mechanisms/api-integration.mechanism.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { pushMessage } from '../mechanisms/push-message.mechanism.ts';
import { integer, list, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromWebsocketApi = connectionsFrom<Kind>('websocket-api', {
  lambda: [
    /* SAM: AWS::ApiGatewayV2::Route + AWS::ApiGatewayV2::Integration (AWS_PROXY) + AWS::Lambda::Permission; or, with a SAM CLI and transform of 2026, AWS::Serverless::WebSocketApi Routes {<routeKey>: {FunctionArn, IntegrationTimeout}}
 CDK: webSocketApi.addRoute('sendMessage', { integration: new integrations.WebSocketLambdaIntegration('Send', fn) }) */
    apiIntegration({
      preferred: true,
      label: 'routes to',
      properties: {
        routeKey: text(
          {
            default: '$default',
            required: true,
            help: '$connect, $disconnect, $default or a custom key.',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 29000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        twoWay: yesNo(
          {
            default: false,
            help: '$default returns the integration result to the sender.',
          } /* AWS::ApiGatewayV2::Route#RouteResponseSelectionExpression */,
        ),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          conditions: {
            ArnLike: {
              'aws:SourceArn':
                'arn:{partition}:execute-api:{region}:{account}:{source.id}/*/{connection.routeKey}',
            },
          },
        },
      ],
      docs: 'Integrations for WebSocket APIs in API Gateway',
    }),
    /* SAM: AWS::ApiGatewayV2::Authorizer {AuthorizerType: REQUEST, AuthorizerUri, IdentitySource}; or Auth {AuthType: CUSTOM, AuthArn, IdentitySource} on AWS::Serverless::WebSocketApi (2026)
 CDK: new authorizers.WebSocketLambdaAuthorizer('Auth', fn, { identitySource: ['route.request.querystring.token'] }) */
    authorizer({
      variant: 'authorizer',
      label: 'authorizes with',
      properties: {
        identitySource: list(
          {
            default: ['route.request.querystring.token'],
          } /* AWS::ApiGatewayV2::Authorizer#IdentitySource */,
        ),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          conditions: {
            ArnLike: {
              'aws:SourceArn':
                'arn:{partition}:execute-api:{region}:{account}:{source.id}/authorizers/*',
            },
          },
        },
      ],
      docs: 'Control access to WebSocket APIs with AWS Lambda REQUEST authorizers',
    }),
  ],
  'sqs-queue' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS, IntegrationMethod: POST, IntegrationUri: arn:aws:apigateway:{region}:sqs:path/{account}/{queue}, CredentialsArn, RequestTemplates} + Route (not possible with AWS::Serverless::WebSocketApi)
 CDK: new integrations.WebSocketAwsIntegration('Aws', { integrationUri, integrationMethod: apigwv2.HttpMethod.POST, credentialsRole, requestTemplates }) */:
    apiIntegration({
      label: 'sends messages to',
      delivery: 'async',
      properties: {
        routeKey: text(
          {
            default: '$default',
            required: true,
            help: '$connect, $disconnect, $default or a custom key.',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 29000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        twoWay: yesNo(
          {
            default: false,
            help: '$default returns the integration result to the sender.',
          } /* AWS::ApiGatewayV2::Route#RouteResponseSelectionExpression */,
        ),
        requestTemplate: text(/* AWS::ApiGatewayV2::Integration#RequestTemplates */),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['sqs:SendMessage'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Integrations for WebSocket APIs in API Gateway',
    }),
  'sns-topic' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS, IntegrationMethod: POST, IntegrationUri: arn:aws:apigateway:{region}:sns:action/Publish, CredentialsArn, RequestTemplates} + Route (not possible with AWS::Serverless::WebSocketApi)
 CDK: new integrations.WebSocketAwsIntegration('Aws', { integrationUri, integrationMethod: apigwv2.HttpMethod.POST, credentialsRole, requestTemplates }) */:
    apiIntegration({
      label: 'publishes messages to',
      delivery: 'async',
      properties: {
        routeKey: text(
          {
            default: '$default',
            required: true,
            help: '$connect, $disconnect, $default or a custom key.',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 29000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        twoWay: yesNo(
          {
            default: false,
            help: '$default returns the integration result to the sender.',
          } /* AWS::ApiGatewayV2::Route#RouteResponseSelectionExpression */,
        ),
        requestTemplate: text(/* AWS::ApiGatewayV2::Integration#RequestTemplates */),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['sns:Publish'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Integrations for WebSocket APIs in API Gateway',
    }),
  'kinesis-stream' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS, IntegrationMethod: POST, IntegrationUri: arn:aws:apigateway:{region}:kinesis:action/PutRecord, CredentialsArn, RequestTemplates} + Route (not possible with AWS::Serverless::WebSocketApi)
 CDK: new integrations.WebSocketAwsIntegration('Aws', { integrationUri, integrationMethod: apigwv2.HttpMethod.POST, credentialsRole, requestTemplates }) */:
    apiIntegration({
      label: 'puts messages into',
      delivery: 'async',
      properties: {
        routeKey: text(
          {
            default: '$default',
            required: true,
            help: '$connect, $disconnect, $default or a custom key.',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 29000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        twoWay: yesNo(
          {
            default: false,
            help: '$default returns the integration result to the sender.',
          } /* AWS::ApiGatewayV2::Route#RouteResponseSelectionExpression */,
        ),
        requestTemplate: text(/* AWS::ApiGatewayV2::Integration#RequestTemplates */),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['kinesis:PutRecord'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Integrations for WebSocket APIs in API Gateway',
    }),
  'dynamodb-table' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS, IntegrationMethod: POST, IntegrationUri: arn:aws:apigateway:{region}:dynamodb:action/PutItem, CredentialsArn, RequestTemplates} + Route (not possible with AWS::Serverless::WebSocketApi)
 CDK: new integrations.WebSocketAwsIntegration('Aws', { integrationUri, integrationMethod: apigwv2.HttpMethod.POST, credentialsRole, requestTemplates }) */:
    apiIntegration({
      label: 'writes connections to',
      delivery: 'async',
      properties: {
        routeKey: text(
          {
            default: '$default',
            required: true,
            help: '$connect, $disconnect, $default or a custom key.',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 29000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        twoWay: yesNo(
          {
            default: false,
            help: '$default returns the integration result to the sender.',
          } /* AWS::ApiGatewayV2::Route#RouteResponseSelectionExpression */,
        ),
        requestTemplate: text(/* AWS::ApiGatewayV2::Integration#RequestTemplates */),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['dynamodb:PutItem', 'dynamodb:DeleteItem'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Integrations for WebSocket APIs in API Gateway',
    }),
  'state-machine' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS, IntegrationMethod: POST, IntegrationUri: arn:aws:apigateway:{region}:states:action/StartExecution, CredentialsArn, RequestTemplates} + Route (not possible with AWS::Serverless::WebSocketApi)
 CDK: new integrations.WebSocketAwsIntegration('Aws', { integrationUri, integrationMethod: apigwv2.HttpMethod.POST, credentialsRole, requestTemplates }) */:
    apiIntegration({
      label: 'starts',
      delivery: 'async',
      properties: {
        routeKey: text(
          {
            default: '$default',
            required: true,
            help: '$connect, $disconnect, $default or a custom key.',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 29000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        twoWay: yesNo(
          {
            default: false,
            help: '$default returns the integration result to the sender.',
          } /* AWS::ApiGatewayV2::Route#RouteResponseSelectionExpression */,
        ),
        requestTemplate: text(/* AWS::ApiGatewayV2::Integration#RequestTemplates */),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['states:StartExecution'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Integrations for WebSocket APIs in API Gateway',
    }),
  'event-bus' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS, IntegrationMethod: POST, IntegrationUri: arn:aws:apigateway:{region}:events:action/PutEvents, CredentialsArn, RequestTemplates} + Route (not possible with AWS::Serverless::WebSocketApi)
 CDK: new integrations.WebSocketAwsIntegration('Aws', { integrationUri, integrationMethod: apigwv2.HttpMethod.POST, credentialsRole, requestTemplates }) */:
    apiIntegration({
      label: 'puts messages on',
      delivery: 'async',
      properties: {
        routeKey: text(
          {
            default: '$default',
            required: true,
            help: '$connect, $disconnect, $default or a custom key.',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 29000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        twoWay: yesNo(
          {
            default: false,
            help: '$default returns the integration result to the sender.',
          } /* AWS::ApiGatewayV2::Route#RouteResponseSelectionExpression */,
        ),
        requestTemplate: text(/* AWS::ApiGatewayV2::Integration#RequestTemplates */),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['events:PutEvents'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Integrations for WebSocket APIs in API Gateway',
    }),
  'external-endpoint' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: HTTP_PROXY, IntegrationUri, IntegrationMethod: POST}
 CDK: new apigwv2.CfnIntegration(this, 'Http', { apiId: webSocketApi.apiId, integrationType: 'HTTP_PROXY', integrationUri: url, integrationMethod: 'POST' }) */:
    apiIntegration({
      label: 'forwards messages to',
      properties: {
        routeKey: text(
          {
            default: '$default',
            required: true,
            help: '$connect, $disconnect, $default or a custom key.',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 29000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        twoWay: yesNo(
          {
            default: false,
            help: '$default returns the integration result to the sender.',
          } /* AWS::ApiGatewayV2::Route#RouteResponseSelectionExpression */,
        ),
      },
      docs: 'Integrations for WebSocket APIs in API Gateway',
    }),
  client /* SAM: nothing (backend uses @connections)
 CDK: webSocketApi.grantManageConnections(fn) */: pushMessage({
    label: 'pushes messages to',
    delivery: 'async',
    docs: 'Use @connections commands in your backend service',
  }),
  'log-group' /* SAM: AccessLogSettings on AWS::ApiGatewayV2::Stage or AWS::Serverless::WebSocketApi + AWS::ApiGateway::Account
 CDK: new apigwv2.WebSocketStage(this, 'Prod', { webSocketApi, stageName: 'prod', autoDeploy: true, accessLogSettings: { destination: new apigwv2.LogGroupLogDestination(logGroup) } }) */:
    logging({
      label: 'writes access logs to',
      delivery: 'async',
      reversible: true,
      statements: [
        {
          side: 'service-role',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogGroups'],
          resources: ['*'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Configure logging for a WebSocket API',
      options: { setting: 'websocket-api' },
    }),
});
