import { kindNotExported } from '../not-exported.ts';
import {
  choice,
  integer,
  json,
  list,
  logRetentionDays,
  numeric,
  seconds,
  text,
  yesNo,
} from '../property.ts';
import { defineService } from '../service.ts';

export const restApi = defineService({
  kind: 'rest-api',
  title: 'API Gateway REST API',
  category: 'api',
  icon: 'AmazonAPIGateway',
  cloudFormation: [
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGateway::Method',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ required: true, maxLength: 1024, cfn: 'Name' }),
    endpointType: choice(
      ['EDGE', 'REGIONAL', 'PRIVATE'],
      {
        default: 'REGIONAL',
        required: true,
        help: 'AWS default is EDGE; SAM: EndpointConfiguration.Type; PRIVATE needs a vpc-endpoint and a resource policy.',
      } /* EndpointConfiguration.Types[0] */,
    ),
    stageName: text(
      { default: 'prod', required: true, maxLength: 128 } /* AWS::ApiGateway::Stage#StageName */,
    ),
    throttlingRateLimit: numeric(
      {
        default: 10000,
        min: 0,
        unit: 'requests/s',
        help: 'Account default 10000 per region.',
      } /* AWS::ApiGateway::Stage#MethodSettings.ThrottlingRateLimit */,
    ),
    throttlingBurstLimit: integer(
      { default: 5000, min: 0 } /* AWS::ApiGateway::Stage#MethodSettings.ThrottlingBurstLimit */,
    ),
    cacheClusterEnabled: yesNo({ default: false } /* AWS::ApiGateway::Stage#CacheClusterEnabled */),
    cacheClusterSize: choice(
      ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'],
      {
        default: '0.5',
        unit: 'GB',
        when: (read) => read('cacheClusterEnabled') === true,
      } /* AWS::ApiGateway::Stage#CacheClusterSize */,
    ),
    cacheTtl: seconds(
      {
        default: 300,
        min: 0,
        max: 3600,
        when: (read) => read('cacheClusterEnabled') === true,
      } /* AWS::ApiGateway::Stage#MethodSettings.CacheTtlInSeconds */,
    ),
    apiKeyRequired: yesNo(
      {
        default: false,
        help: 'Implies AWS::ApiGateway::UsagePlan and ApiKey.',
      } /* AWS::ApiGateway::Method#ApiKeyRequired */,
    ),
    loggingLevel: choice(
      ['OFF', 'ERROR', 'INFO'],
      {
        default: 'ERROR',
        help: 'Execution logs need AWS::ApiGateway::Account CloudWatchRoleArn once per region.',
      } /* AWS::ApiGateway::Stage#MethodSettings.LoggingLevel */,
    ),
    metricsEnabled: yesNo(
      { default: true } /* AWS::ApiGateway::Stage#MethodSettings.MetricsEnabled */,
    ),
    tracingEnabled: yesNo({ default: false } /* AWS::ApiGateway::Stage#TracingEnabled */),
    binaryMediaTypes: list({ cfn: 'BinaryMediaTypes' }),
    minimumCompressionSize: integer({
      min: 0,
      max: 10485760,
      unit: 'bytes',
      cfn: 'MinimumCompressionSize',
    }),
    corsAllowOrigins: list({
      help: 'SAM Cors / CDK defaultCorsPreflightOptions; emits OPTIONS mock methods.',
    }),
    disableExecuteApiEndpoint: yesNo({
      default: false,
      help: 'Set true when a custom domain is the only entry.',
      cfn: 'DisableExecuteApiEndpoint',
    }),
    resourcePolicy: json({
      help: 'PRIVATE APIs need one; generated from the connected vpc-endpoint when absent.',
      cfn: 'Policy',
    }),
    accessLogging: yesNo({ default: false, help: 'Or draw rest-api -> log-group.' }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      help: 'How long the logs are kept.',
    }),
  },
  explain: 'API Gateway REST API',
  limits: [
    'Integration timeout 50 ms to 29 s; Regional and private APIs can have more through a quota increase',
    'Payload 10 MB; response streaming (responseTransferMode STREAM) lifts this for proxy integrations',
    '300 resources per API by default',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
