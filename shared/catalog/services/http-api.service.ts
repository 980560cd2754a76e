import { kindNotExported } from '../not-exported.ts';
import { choice, integer, list, numeric, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const httpApi = defineService({
  kind: 'http-api',
  title: 'API Gateway HTTP API',
  category: 'api',
  icon: 'AmazonAPIGateway',
  cloudFormation: [
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGatewayV2::Stage',
    'AWS::ApiGatewayV2::Route',
    'AWS::ApiGatewayV2::Integration',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ required: true, maxLength: 128, cfn: 'Name' }),
    stageName: text({ default: '$default' } /* AWS::ApiGatewayV2::Stage#StageName */),
    autoDeploy: yesNo({ default: true } /* AWS::ApiGatewayV2::Stage#AutoDeploy */),
    corsAllowOrigins: list({ cfn: 'CorsConfiguration.AllowOrigins' }),
    corsAllowMethods: list({
      default: ['GET', 'POST', 'OPTIONS'],
      cfn: 'CorsConfiguration.AllowMethods',
    }),
    corsAllowHeaders: list({
      default: ['content-type', 'authorization'],
      cfn: 'CorsConfiguration.AllowHeaders',
    }),
    corsAllowCredentials: yesNo({
      default: false,
      help: 'Not together with a wildcard origin.',
      cfn: 'CorsConfiguration.AllowCredentials',
    }),
    throttlingRateLimit: numeric(
      {
        default: 10000,
        min: 0,
        unit: 'requests/s',
      } /* AWS::ApiGatewayV2::Stage#DefaultRouteSettings.ThrottlingRateLimit */,
    ),
    throttlingBurstLimit: integer(
      {
        default: 5000,
        min: 0,
      } /* AWS::ApiGatewayV2::Stage#DefaultRouteSettings.ThrottlingBurstLimit */,
    ),
    detailedMetricsEnabled: yesNo(
      { default: false } /* AWS::ApiGatewayV2::Stage#DefaultRouteSettings.DetailedMetricsEnabled */,
    ),
    disableExecuteApiEndpoint: yesNo({ default: false, cfn: 'DisableExecuteApiEndpoint' }),
    ipAddressType: choice(['ipv4', 'dualstack'], { default: 'ipv4', cfn: 'IpAddressType' }),
  },
  explain: 'API Gateway HTTP API',
  limits: [
    'Integration timeout 50 ms to 30 s',
    'Payload 10 MB',
    '300 routes and 300 integrations per API by default',
    'No API keys, usage plans, caching, request validation, WAF, X-Ray, edge or private endpoint',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
