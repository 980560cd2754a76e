import { connectionsFrom } from '../connection.ts';
import { apiIntegration } from '../mechanisms/api-integration.mechanism.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { choice, integer, list, nodeRef, seconds, text, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromRestApi = connectionsFrom<Kind>('rest-api', {
  lambda: [
    /* SAM: Events: {Type: Api, Properties: {Path, Method, RestApiId: !Ref Api, Auth, TimeoutInMillis, ResponseTransferMode}}
 CDK: api.root.resourceForPath('items').addMethod('GET', new apigw.LambdaIntegration(fn, { timeout })) */
    apiIntegration({
      preferred: true,
      label: 'routes to',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^/',
          } /* AWS::ApiGateway::Resource#PathPart */,
        ),
        method: choice(
          ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
          { default: 'ANY', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
        ),
        authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
        authorizationScopes: list(),
        apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 900000,
            unit: 'ms',
            help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000); up to 900000 with responseTransferMode STREAM.',
          } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
        ),
        integrationType: choice(
          ['AWS_PROXY', 'AWS'],
          { default: 'AWS_PROXY' } /* AWS::ApiGateway::Method#Integration.Type */,
        ),
        responseTransferMode: choice(
          ['BUFFERED', 'STREAM'],
          { default: 'BUFFERED' } /* AWS::ApiGateway::Method#Integration.ResponseTransferMode */,
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
                'arn:{partition}:execute-api:{region}:{account}:{source.id}/*/{connection.method}{connection.path}',
            },
          },
        },
      ],
      docs: 'Lambda integrations for REST APIs in API Gateway',
    }),
    /* SAM: Auth.Authorizers.<Name> {FunctionArn, FunctionPayloadType: TOKEN|REQUEST, Identity {Header, ReauthorizeEvery}} on AWS::Serverless::Api
 CDK: new apigw.TokenAuthorizer(this, 'Auth', { handler: fn, resultsCacheTtl }) | new apigw.RequestAuthorizer(this, 'Auth', { handler: fn, identitySources }) */
    authorizer({
      variant: 'authorizer',
      label: 'authorizes with',
      properties: {
        authorizerType: choice(
          ['TOKEN', 'REQUEST'],
          { default: 'TOKEN' } /* AWS::ApiGateway::Authorizer#Type */,
        ),
        identitySource: text(
          {
            default: 'method.request.header.Authorization',
          } /* AWS::ApiGateway::Authorizer#IdentitySource */,
        ),
        resultTtl: seconds(
          {
            default: 300,
            min: 0,
            max: 3600,
          } /* AWS::ApiGateway::Authorizer#AuthorizerResultTtlInSeconds */,
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
      docs: 'Use API Gateway Lambda authorizers',
    }),
  ],
  'cognito-user-pool' /* SAM: Auth.Authorizers.<Name> {UserPoolArn: !GetAtt UserPool.Arn} and Auth.DefaultAuthorizer on AWS::Serverless::Api
 CDK: new apigw.CognitoUserPoolsAuthorizer(this, 'Auth', { cognitoUserPools: [userPool] }) */:
    authorizer({
      label: 'authorizes with',
      properties: {
        identitySource: text(
          {
            default: 'method.request.header.Authorization',
          } /* AWS::ApiGateway::Authorizer#IdentitySource */,
        ),
        authorizationScopes: list({
          help: 'With scopes access tokens are checked, without them id tokens.',
        }),
      },
      docs: 'Control access to REST APIs using Amazon Cognito user pools as an authorizer',
    }),
  'sqs-queue' /* SAM: DefinitionBody of AWS::Serverless::Api with x-amazon-apigateway-integration {type: aws, httpMethod: POST, uri: arn:aws:apigateway:{region}:sqs:path/{account}/{queue}, credentials: role ARN}
 CDK: new apigw.AwsIntegration({ service: 'sqs', path: `${cdk.Aws.ACCOUNT_ID}/${queue.queueName}`, integrationHttpMethod: 'POST', options: { credentialsRole, requestParameters, requestTemplates } }) */:
    apiIntegration({
      label: 'sends the request to',
      delivery: 'async',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^/',
          } /* AWS::ApiGateway::Resource#PathPart */,
        ),
        method: choice(
          ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
          { default: 'POST', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
        ),
        authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
        authorizationScopes: list(),
        apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 300000,
            unit: 'ms',
            help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000).',
          } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
        ),
        action: choice(
          ['SendMessage'],
          { default: 'SendMessage', required: true } /* AWS::ApiGateway::Method#Integration.Uri */,
        ),
        requestTemplate: text(
          {
            help: 'VTL for application/json.',
          } /* AWS::ApiGateway::Method#Integration.RequestTemplates */,
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
        },
      ],
      docs: 'Create an API Gateway REST API integrated with Amazon SQS',
    }),
  'sns-topic' /* SAM: DefinitionBody of AWS::Serverless::Api with x-amazon-apigateway-integration {type: aws, httpMethod: POST, uri: arn:aws:apigateway:{region}:sns:action/Publish, credentials: role ARN}
 CDK: new apigw.AwsIntegration({ service: 'sns', action: 'Publish', options: { credentialsRole, requestTemplates } }) */:
    apiIntegration({
      label: 'publishes the request to',
      delivery: 'async',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^/',
          } /* AWS::ApiGateway::Resource#PathPart */,
        ),
        method: choice(
          ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
          { default: 'POST', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
        ),
        authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
        authorizationScopes: list(),
        apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 300000,
            unit: 'ms',
            help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000).',
          } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
        ),
        action: choice(
          ['Publish'],
          { default: 'Publish', required: true } /* AWS::ApiGateway::Method#Integration.Uri */,
        ),
        requestTemplate: text(
          {
            help: 'VTL for application/json.',
          } /* AWS::ApiGateway::Method#Integration.RequestTemplates */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['sns:Publish'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
        },
      ],
      docs: 'Integrations for REST APIs in API Gateway',
    }),
  'kinesis-stream' /* SAM: DefinitionBody of AWS::Serverless::Api with x-amazon-apigateway-integration {type: aws, httpMethod: POST, uri: arn:aws:apigateway:{region}:kinesis:action/PutRecord, credentials: role ARN}
 CDK: new apigw.AwsIntegration({ service: 'kinesis', action: 'PutRecord', options: { credentialsRole, requestTemplates } }) */:
    apiIntegration({
      label: 'puts the request into',
      delivery: 'async',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^/',
          } /* AWS::ApiGateway::Resource#PathPart */,
        ),
        method: choice(
          ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
          { default: 'POST', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
        ),
        authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
        authorizationScopes: list(),
        apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 300000,
            unit: 'ms',
            help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000).',
          } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
        ),
        action: choice(
          ['PutRecord', 'PutRecords'],
          { default: 'PutRecord', required: true } /* AWS::ApiGateway::Method#Integration.Uri */,
        ),
        requestTemplate: text(
          {
            help: 'VTL for application/json.',
          } /* AWS::ApiGateway::Method#Integration.RequestTemplates */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['kinesis:PutRecord'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'PutRecord',
        },
        {
          side: 'service-role',
          actions: ['kinesis:PutRecords'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'PutRecords',
        },
      ],
      docs: 'Tutorial: Create a REST API as an Amazon Kinesis proxy',
    }),
  firehose: [
    /* SAM: DefinitionBody of AWS::Serverless::Api with x-amazon-apigateway-integration {type: aws, httpMethod: POST, uri: arn:aws:apigateway:{region}:firehose:action/PutRecord, credentials: role ARN}
 CDK: new apigw.AwsIntegration({ service: 'firehose', action: 'PutRecord', options: { credentialsRole, requestTemplates } }) */
    apiIntegration({
      preferred: true,
      label: 'puts the request into',
      delivery: 'async',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^/',
          } /* AWS::ApiGateway::Resource#PathPart */,
        ),
        method: choice(
          ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
          { default: 'POST', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
        ),
        authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
        authorizationScopes: list(),
        apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 300000,
            unit: 'ms',
            help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000).',
          } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
        ),
        action: choice(
          ['PutRecord', 'PutRecordBatch'],
          { default: 'PutRecord', required: true } /* AWS::ApiGateway::Method#Integration.Uri */,
        ),
        requestTemplate: text(
          {
            help: 'VTL for application/json.',
          } /* AWS::ApiGateway::Method#Integration.RequestTemplates */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['firehose:PutRecord'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'PutRecord',
        },
        {
          side: 'service-role',
          actions: ['firehose:PutRecordBatch'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'PutRecordBatch',
        },
      ],
      docs: 'Integrations for REST APIs in API Gateway',
    }),
    /* SAM: AccessLogSetting.DestinationArn: Firehose ARN on AWS::Serverless::Api
 CDK: deployOptions: { accessLogDestination: new apigw.FirehoseLogDestination(cfnDeliveryStream) } on apigw.RestApi */
    logging({
      variant: 'access-logs',
      label: 'writes access logs to',
      delivery: 'async',
      reversible: true,
      properties: {
        format: text(
          { default: '$context.requestId' } /* AWS::ApiGateway::Stage#AccessLogSetting.Format */,
        ),
      },
      docs: 'Log API calls to Amazon Data Firehose',
      options: { setting: 'rest-api' },
    }),
  ],
  'dynamodb-table' /* SAM: DefinitionBody of AWS::Serverless::Api with x-amazon-apigateway-integration {type: aws, httpMethod: POST, uri: arn:aws:apigateway:{region}:dynamodb:action/GetItem, credentials: role ARN}
 CDK: new apigw.AwsIntegration({ service: 'dynamodb', action: 'GetItem', options: { credentialsRole, requestTemplates, integrationResponses } }) */:
    apiIntegration({
      label: 'reads and writes items of',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^/',
          } /* AWS::ApiGateway::Resource#PathPart */,
        ),
        method: choice(
          ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
          { default: 'POST', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
        ),
        authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
        authorizationScopes: list(),
        apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 300000,
            unit: 'ms',
            help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000).',
          } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
        ),
        action: choice(
          ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
          { default: 'GetItem', required: true } /* AWS::ApiGateway::Method#Integration.Uri */,
        ),
        requestTemplate: text(
          {
            help: 'VTL for application/json.',
          } /* AWS::ApiGateway::Method#Integration.RequestTemplates */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['dynamodb:GetItem'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'GetItem',
        },
        {
          side: 'service-role',
          actions: ['dynamodb:Query'],
          resources: ['{target.arn}', '{target.arn}/index/*'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'Query',
        },
        {
          side: 'service-role',
          actions: ['dynamodb:PutItem'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'PutItem',
        },
        {
          side: 'service-role',
          actions: ['dynamodb:UpdateItem'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'UpdateItem',
        },
        {
          side: 'service-role',
          actions: ['dynamodb:DeleteItem'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'DeleteItem',
        },
      ],
      docs: 'Integrations for REST APIs in API Gateway',
    }),
  's3-bucket' /* SAM: DefinitionBody of AWS::Serverless::Api with x-amazon-apigateway-integration {type: aws, httpMethod: POST, uri: arn:aws:apigateway:{region}:s3:path/{bucket}/{key}, credentials: role ARN}
 CDK: new apigw.AwsIntegration({ service: 's3', path: `${bucket.bucketName}/{key}`, integrationHttpMethod: 'GET', options: { credentialsRole, requestParameters, integrationResponses } }) */:
    apiIntegration({
      label: 'reads and writes objects of',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^/',
          } /* AWS::ApiGateway::Resource#PathPart */,
        ),
        method: choice(
          ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
          { default: 'POST', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
        ),
        authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
        authorizationScopes: list(),
        apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 300000,
            unit: 'ms',
            help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000).',
          } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
        ),
        action: choice(
          ['GetObject', 'PutObject', 'DeleteObject', 'ListBucket'],
          { default: 'GetObject', required: true } /* AWS::ApiGateway::Method#Integration.Uri */,
        ),
        requestTemplate: text(
          {
            help: 'VTL for application/json.',
          } /* AWS::ApiGateway::Method#Integration.RequestTemplates */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['s3:GetObject'],
          resources: ['{target.arn}/*'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'GetObject',
        },
        {
          side: 'service-role',
          actions: ['s3:PutObject'],
          resources: ['{target.arn}/*'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'PutObject',
        },
        {
          side: 'service-role',
          actions: ['s3:DeleteObject'],
          resources: ['{target.arn}/*'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'DeleteObject',
        },
        {
          side: 'service-role',
          actions: ['s3:ListBucket'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'ListBucket',
        },
      ],
      docs: 'Tutorial: Create a REST API as an Amazon S3 proxy',
    }),
  'event-bus' /* SAM: DefinitionBody of AWS::Serverless::Api with x-amazon-apigateway-integration {type: aws, httpMethod: POST, uri: arn:aws:apigateway:{region}:events:action/PutEvents, credentials: role ARN}
 CDK: new apigw.AwsIntegration({ service: 'events', action: 'PutEvents', options: { credentialsRole, requestTemplates } }) */:
    apiIntegration({
      label: 'puts the request on',
      delivery: 'async',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^/',
          } /* AWS::ApiGateway::Resource#PathPart */,
        ),
        method: choice(
          ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
          { default: 'POST', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
        ),
        authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
        authorizationScopes: list(),
        apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 300000,
            unit: 'ms',
            help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000).',
          } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
        ),
        action: choice(
          ['PutEvents'],
          { default: 'PutEvents', required: true } /* AWS::ApiGateway::Method#Integration.Uri */,
        ),
        requestTemplate: text(
          {
            help: 'VTL for application/json.',
          } /* AWS::ApiGateway::Method#Integration.RequestTemplates */,
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
      docs: 'Integrations for REST APIs in API Gateway',
    }),
  'state-machine' /* SAM: Events: {Type: Api, Properties: {Path, Method, RestApiId}} on AWS::Serverless::StateMachine (StartExecution only); DefinitionBody for StartSyncExecution
 CDK: apigw.StepFunctionsIntegration.startExecution(stateMachine, options) (synchronous: Express only) */:
    apiIntegration({
      label: 'starts',
      delivery: 'async',
      properties: {
        path: text(
          {
            default: '/{proxy+}',
            required: true,
            pattern: '^/',
          } /* AWS::ApiGateway::Resource#PathPart */,
        ),
        method: choice(
          ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
          { default: 'POST', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
        ),
        authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
        authorizationScopes: list(),
        apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
        timeoutInMillis: integer(
          {
            default: 29000,
            min: 50,
            max: 300000,
            unit: 'ms',
            help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000).',
          } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
        ),
        action: choice(
          ['StartExecution', 'StartSyncExecution'],
          {
            default: 'StartExecution',
            required: true,
          } /* AWS::ApiGateway::Method#Integration.Uri */,
        ),
        requestTemplate: text(
          {
            help: 'VTL for application/json.',
          } /* AWS::ApiGateway::Method#Integration.RequestTemplates */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['states:StartExecution'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'StartExecution',
        },
        {
          side: 'service-role',
          actions: ['states:StartSyncExecution'],
          resources: ['{target.arn}'],
          principal: 'apigateway.amazonaws.com',
          when: ({ connection }) => connection('action') === 'StartSyncExecution',
        },
      ],
      docs: 'Creating a Step Functions API using API Gateway',
    }),
  'external-endpoint' /* SAM: DefinitionBody with x-amazon-apigateway-integration {type: http_proxy, uri}
 CDK: new apigw.HttpIntegration(url, { proxy: true, httpMethod: 'ANY' }) */: apiIntegration({
    label: 'proxies to',
    properties: {
      path: text(
        {
          default: '/{proxy+}',
          required: true,
          pattern: '^/',
        } /* AWS::ApiGateway::Resource#PathPart */,
      ),
      method: choice(
        ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
        { default: 'ANY', required: true } /* AWS::ApiGateway::Method#HttpMethod */,
      ),
      authorizer: nodeRef({ help: 'cognito-user-pool or authorizer lambda.' }),
      authorizationScopes: list(),
      apiKeyRequired: yesNo({ default: false } /* AWS::ApiGateway::Method#ApiKeyRequired */),
      timeoutInMillis: integer(
        {
          default: 29000,
          min: 50,
          max: 300000,
          unit: 'ms',
          help: 'More than 29000 only for Regional and private APIs after a quota increase (up to 300000).',
        } /* AWS::ApiGateway::Method#Integration.TimeoutInMillis */,
      ),
      integrationType: choice(['HTTP_PROXY', 'HTTP'], { default: 'HTTP_PROXY' }),
    },
    docs: 'HTTP integrations for REST APIs in API Gateway',
  }),
  'log-group' /* SAM: AccessLogSetting {DestinationArn, Format} on AWS::Serverless::Api + AWS::ApiGateway::Account
 CDK: deployOptions: { accessLogDestination: new apigw.LogGroupLogDestination(logGroup), accessLogFormat } on apigw.RestApi */:
    logging({
      label: 'writes access logs to',
      delivery: 'async',
      reversible: true,
      properties: {
        format: text(
          {
            default: '$context.requestId $context.httpMethod $context.resourcePath $context.status',
          } /* AWS::ApiGateway::Stage#AccessLogSetting.Format */,
        ),
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
      docs: 'Set up CloudWatch logging for REST APIs in API Gateway',
      options: { setting: 'rest-api' },
    }),
});
