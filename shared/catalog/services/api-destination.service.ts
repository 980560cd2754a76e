import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text } from '../property.ts';
import { defineService } from '../service.ts';

export const apiDestination = defineService({
  kind: 'api-destination',
  title: 'EventBridge API destination',
  words: 'eventbridge webhook saas http api destination',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Events::ApiDestination', 'AWS::Events::Connection'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ maxLength: 64, cfn: 'Name' }),
    invocationEndpoint: text({
      required: true,
      maxLength: 2048,
      pattern: '^https://',
      cfn: 'InvocationEndpoint',
    }),
    httpMethod: choice(['POST', 'GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'], {
      default: 'POST',
      required: true,
      cfn: 'HttpMethod',
    }),
    invocationRateLimitPerSecond: integer({
      default: 300,
      min: 1,
      cfn: 'InvocationRateLimitPerSecond',
    }),
    authorizationType: choice(
      ['API_KEY', 'BASIC', 'OAUTH_CLIENT_CREDENTIALS'],
      { default: 'API_KEY', required: true } /* AWS::Events::Connection#AuthorizationType */,
    ),
    secretArn: text(
      {
        help: 'EventBridge stores the credential in a managed secret.',
      } /* AWS::Events::Connection#AuthParameters */,
    ),
  },
  explain: 'EventBridge API destination',
  limits: ['Request must finish within 5 s'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
