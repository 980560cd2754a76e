import { codeOf } from '../code.ts';
import { choice, text } from '../property.ts';
import { defineService } from '../service.ts';

export const externalEndpoint = defineService({
  kind: 'external-endpoint',
  title: 'External HTTP endpoint',
  category: 'actor',
  icon: 'actor-http',
  cloudFormation: [],
  placement: { parents: ['canvas'], scope: 'external', vpc: 'none', subnet: 'none' },
  properties: {
    url: text({
      required: true,
      pattern: '^https?://',
      help: 'EventBridge API destinations and Step Functions HTTP tasks accept https only.',
    }),
    method: choice(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
      default: 'POST',
    }),
    authType: choice(['none', 'api-key', 'basic', 'oauth2-client-credentials'], {
      default: 'none',
    }),
    secretName: text({
      when: (read) => read('authType') !== 'none',
      help: 'Name of the secret that keeps the credential; never put the credential itself into the model.',
    }),
  },
  attributes: {
    url: {
      cfn: (scope) => scope.value('url') ?? '',
      cdk: (_construct, scope) => codeOf(scope.value('url') ?? ''),
    },
  },
  explain: 'External HTTP endpoint',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
});
