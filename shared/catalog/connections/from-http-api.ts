import { connectionsFrom } from '../connection.ts';
import { apiIntegration } from '../mechanisms/api-integration.mechanism.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { choice, integer, list, nodeRef, seconds, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromHttpApi = connectionsFrom<Kind>('http-api', {
  lambda: [
    /* SAM: Events: {Type: HttpApi, Properties: {Path, Method, ApiId: !Ref HttpApi, PayloadFormatVersion, TimeoutInMillis, Auth}}
 CDK: httpApi.addRoutes({ path: '/items', methods: [apigwv2.HttpMethod.GET], integration: new integrations.HttpLambdaIntegration('Items', fn), authorizer }) */
    apiIntegration({
      preferred: true,
      label: 'routes to',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^(/|\\$default)',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        method: choice(['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
          default: 'ANY',
          required: true,
        }),
        authorizer: nodeRef(),
        authorizationScopes: list(/* AWS::ApiGatewayV2::Route#AuthorizationScopes */),
        timeoutInMillis: integer(
          {
            default: 30000,
            min: 50,
            max: 30000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        payloadFormatVersion: choice(
          ['1.0', '2.0'],
          { default: '2.0' } /* AWS::ApiGatewayV2::Integration#PayloadFormatVersion */,
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
              'aws:SourceArn': 'arn:{partition}:execute-api:{region}:{account}:{source.id}/*',
            },
          },
        },
      ],
      docs: 'Create AWS Lambda proxy integrations for HTTP APIs in API Gateway',
    }),
    /* SAM: Auth.Authorizers.<Name> {FunctionArn, AuthorizerPayloadFormatVersion, EnableSimpleResponses, Identity, EnableFunctionDefaultPermissions} on AWS::Serverless::HttpApi
 CDK: new authorizers.HttpLambdaAuthorizer('Auth', fn, { responseTypes: [authorizers.HttpLambdaResponseType.SIMPLE] }) */
    authorizer({
      variant: 'authorizer',
      label: 'authorizes with',
      properties: {
        payloadFormatVersion: choice(
          ['1.0', '2.0'],
          { default: '2.0' } /* AWS::ApiGatewayV2::Authorizer#AuthorizerPayloadFormatVersion */,
        ),
        enableSimpleResponses: yesNo(
          { default: true } /* AWS::ApiGatewayV2::Authorizer#EnableSimpleResponses */,
        ),
        identitySource: list(
          {
            default: ['$request.header.Authorization'],
          } /* AWS::ApiGatewayV2::Authorizer#IdentitySource */,
        ),
        resultTtl: seconds(
          {
            default: 300,
            min: 0,
            max: 3600,
          } /* AWS::ApiGatewayV2::Authorizer#AuthorizerResultTtlInSeconds */,
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
      docs: 'Control access to HTTP APIs with AWS Lambda authorizers',
    }),
  ],
  'cognito-user-pool' /* SAM: Auth.Authorizers.<Name> {JwtConfiguration {issuer: https://cognito-idp.{region}.amazonaws.com/{poolId}, audience}, IdentitySource} on AWS::Serverless::HttpApi
 CDK: new authorizers.HttpUserPoolAuthorizer('Auth', userPool, { userPoolClients: [client] }) */:
    authorizer({
      label: 'authorizes with',
      properties: {
        audience: list(
          { help: 'App client ids.' } /* AWS::ApiGatewayV2::Authorizer#JwtConfiguration.Audience */,
        ),
        authorizationScopes: list(),
      },
      docs: 'Control access to HTTP APIs with JWT authorizers',
    }),
  'sqs-queue' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS_PROXY, IntegrationSubtype: SQS-SendMessage, CredentialsArn, RequestParameters, PayloadFormatVersion: '1.0'} + AWS::ApiGatewayV2::Route
 CDK: new integrations.HttpSqsIntegration('Queue', { queue }) */: apiIntegration({
    label: 'sends the request to',
    delivery: 'async',
    properties: {
      path: text(
        {
          default: '/{proxy+}',
          required: true,
          pattern: '^(/|\\$default)',
        } /* AWS::ApiGatewayV2::Route#RouteKey */,
      ),
      method: choice(['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
        default: 'POST',
        required: true,
      }),
      authorizer: nodeRef(),
      authorizationScopes: list(/* AWS::ApiGatewayV2::Route#AuthorizationScopes */),
      timeoutInMillis: integer(
        {
          default: 30000,
          min: 50,
          max: 30000,
          unit: 'ms',
        } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
      ),
      integrationSubtype: choice(
        ['SQS-SendMessage', 'SQS-ReceiveMessage', 'SQS-DeleteMessage', 'SQS-PurgeQueue'],
        {
          default: 'SQS-SendMessage',
          required: true,
        } /* AWS::ApiGatewayV2::Integration#IntegrationSubtype */,
      ),
      messageGroupId: text(
        {
          help: 'Written into the request template or RequestParameters.',
        } /* when target.fifoQueue */,
      ),
    },
    statements: [
      {
        side: 'service-role',
        actions: ['sqs:SendMessage'],
        resources: ['{target.arn}'],
        principal: 'apigateway.amazonaws.com',
        when: ({ connection }) => connection('integrationSubtype') === 'SQS-SendMessage',
      },
      {
        side: 'service-role',
        actions: ['sqs:ReceiveMessage'],
        resources: ['{target.arn}'],
        principal: 'apigateway.amazonaws.com',
        when: ({ connection }) => connection('integrationSubtype') === 'SQS-ReceiveMessage',
      },
      {
        side: 'service-role',
        actions: ['sqs:DeleteMessage'],
        resources: ['{target.arn}'],
        principal: 'apigateway.amazonaws.com',
        when: ({ connection }) => connection('integrationSubtype') === 'SQS-DeleteMessage',
      },
      {
        side: 'service-role',
        actions: ['sqs:PurgeQueue'],
        resources: ['{target.arn}'],
        principal: 'apigateway.amazonaws.com',
        when: ({ connection }) => connection('integrationSubtype') === 'SQS-PurgeQueue',
      },
    ],
    docs: 'Integration subtype reference',
  }),
  'kinesis-stream' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS_PROXY, IntegrationSubtype: Kinesis-PutRecord, CredentialsArn, RequestParameters, PayloadFormatVersion: '1.0'} + AWS::ApiGatewayV2::Route
 CDK: new apigwv2.CfnIntegration(this, 'Kinesis', { apiId: httpApi.apiId, integrationType: 'AWS_PROXY', integrationSubtype: 'Kinesis-PutRecord', credentialsArn: role.roleArn, payloadFormatVersion: '1.0', requestParameters }) */:
    apiIntegration({
      label: 'puts the request into',
      delivery: 'async',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^(/|\\$default)',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        method: choice(['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
          default: 'POST',
          required: true,
        }),
        authorizer: nodeRef(),
        authorizationScopes: list(/* AWS::ApiGatewayV2::Route#AuthorizationScopes */),
        timeoutInMillis: integer(
          {
            default: 30000,
            min: 50,
            max: 30000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        integrationSubtype: choice(
          ['Kinesis-PutRecord'],
          {
            default: 'Kinesis-PutRecord',
            required: true,
          } /* AWS::ApiGatewayV2::Integration#IntegrationSubtype */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['kinesis:PutRecord'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Integration subtype reference',
    }),
  'event-bus' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS_PROXY, IntegrationSubtype: EventBridge-PutEvents, CredentialsArn, RequestParameters, PayloadFormatVersion: '1.0'} + AWS::ApiGatewayV2::Route
 CDK: new integrations.HttpEventBridgeIntegration('Bus', { eventBusRef: bus.eventBusRef }) */:
    apiIntegration({
      label: 'puts the request on',
      delivery: 'async',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^(/|\\$default)',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        method: choice(['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
          default: 'POST',
          required: true,
        }),
        authorizer: nodeRef(),
        authorizationScopes: list(/* AWS::ApiGatewayV2::Route#AuthorizationScopes */),
        timeoutInMillis: integer(
          {
            default: 30000,
            min: 50,
            max: 30000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        integrationSubtype: choice(
          ['EventBridge-PutEvents'],
          {
            default: 'EventBridge-PutEvents',
            required: true,
          } /* AWS::ApiGatewayV2::Integration#IntegrationSubtype */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['events:PutEvents'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Integration subtype reference',
    }),
  'state-machine' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: AWS_PROXY, IntegrationSubtype: StepFunctions-StartExecution, CredentialsArn, RequestParameters, PayloadFormatVersion: '1.0'} + AWS::ApiGatewayV2::Route
 CDK: new integrations.HttpStepFunctionsIntegration('Workflow', { stateMachine, subtype: apigwv2.HttpIntegrationSubtype.STEPFUNCTIONS_START_EXECUTION }) */:
    apiIntegration({
      label: 'starts',
      delivery: 'async',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^(/|\\$default)',
          } /* AWS::ApiGatewayV2::Route#RouteKey */,
        ),
        method: choice(['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
          default: 'POST',
          required: true,
        }),
        authorizer: nodeRef(),
        authorizationScopes: list(/* AWS::ApiGatewayV2::Route#AuthorizationScopes */),
        timeoutInMillis: integer(
          {
            default: 30000,
            min: 50,
            max: 30000,
            unit: 'ms',
          } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
        ),
        integrationSubtype: choice(
          [
            'StepFunctions-StartExecution',
            'StepFunctions-StartSyncExecution',
            'StepFunctions-StopExecution',
          ],
          {
            default: 'StepFunctions-StartExecution',
            required: true,
          } /* AWS::ApiGatewayV2::Integration#IntegrationSubtype */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['states:StartExecution'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) =>
            connection('integrationSubtype') === 'StepFunctions-StartExecution',
        },
        {
          side: 'service-role',
          actions: ['states:StartSyncExecution'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) =>
            connection('integrationSubtype') === 'StepFunctions-StartSyncExecution',
        },
        {
          side: 'service-role',
          actions: ['states:StopExecution'],
          resources: ['arn:{partition}:states:{region}:{account}:execution:{target.name}:*'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) =>
            connection('integrationSubtype') === 'StepFunctions-StopExecution',
        },
      ],
      docs: 'Integration subtype reference',
    }),
  'external-endpoint' /* SAM: AWS::ApiGatewayV2::Integration {IntegrationType: HTTP_PROXY, IntegrationUri, IntegrationMethod: ANY} + Route
 CDK: new integrations.HttpUrlIntegration('Backend', url) */: apiIntegration({
    label: 'proxies to',
    properties: {
      path: text(
        {
          default: '/{proxy+}',
          required: true,
          pattern: '^(/|\\$default)',
        } /* AWS::ApiGatewayV2::Route#RouteKey */,
      ),
      method: choice(['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
        default: 'ANY',
        required: true,
      }),
      authorizer: nodeRef(),
      authorizationScopes: list(/* AWS::ApiGatewayV2::Route#AuthorizationScopes */),
      timeoutInMillis: integer(
        {
          default: 30000,
          min: 50,
          max: 30000,
          unit: 'ms',
        } /* AWS::ApiGatewayV2::Integration#TimeoutInMillis */,
      ),
    },
    docs: 'Create HTTP proxy integrations for HTTP APIs',
  }),
  'log-group' /* SAM: AccessLogSettings {DestinationArn, Format} on AWS::Serverless::HttpApi
 CDK: httpApi.addStage('prod', { autoDeploy: true, accessLogSettings: { destination: new apigwv2.LogGroupLogDestination(logGroup) } }) */:
    logging({
      label: 'writes access logs to',
      delivery: 'async',
      reversible: true,
      properties: {
        format: text(
          {
            default: '$context.requestId $context.routeKey $context.status',
          } /* AWS::ApiGatewayV2::Stage#AccessLogSettings.Format */,
        ),
      },
      docs: 'Configure logging for HTTP APIs in API Gateway',
      options: { setting: 'http-api' },
    }),
});
