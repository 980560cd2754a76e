import { kindNotExported } from '../not-exported.ts';
import { integer, list, numeric, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const websocketApi = defineService({
  kind: 'websocket-api',
  title: 'API Gateway WebSocket API',
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
    routeSelectionExpression: text({
      default: '$request.body.action',
      required: true,
      cfn: 'RouteSelectionExpression',
    }),
    stageName: text({ default: 'prod' } /* AWS::ApiGatewayV2::Stage#StageName */),
    autoDeploy: yesNo({ default: true } /* AWS::ApiGatewayV2::Stage#AutoDeploy */),
    routes: list(
      { default: ['$connect', '$disconnect', '$default'] } /* AWS::ApiGatewayV2::Route#RouteKey */,
    ),
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
    apiKeySelectionExpression: text({
      help: '$request.header.x-api-key or $context.authorizer.usageIdentifierKey.',
      cfn: 'ApiKeySelectionExpression',
    }),
  },
  explain: 'API Gateway WebSocket API',
  limits: [
    'Message payload 128 KB in 32 KB frames',
    'Connection 2 h at most, idle timeout 10 min',
    'Integration timeout 50 ms to 29 s',
    'No private or edge endpoint, no Cognito authorizer, no WAF',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
