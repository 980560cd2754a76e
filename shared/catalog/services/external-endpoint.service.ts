import { codeOf } from '../code.ts';
import { choice, text } from '../property.ts';
import { defineService } from '../service.ts';

export const externalEndpoint = defineService({
  kind: 'external-endpoint',
  title: 'External HTTP endpoint',
  words: 'http https webhook saas third party url actor',
  category: 'actor',
  icon: 'actor-http',
  cloudFormation: [],
  placement: { parents: ['canvas'], scope: 'external', vpc: 'none', subnet: 'none' },
  properties: {
    url: text({
      required: true,
      pattern: '^https?://',
      help: 'The address of the service, with https:// in front. API destinations and HTTP tasks take no other.',
    }),
    method: choice(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
      default: 'POST',
      help: 'How it is called.',
    }),
    authType: choice(['none', 'api-key', 'basic', 'oauth2-client-credentials'], {
      default: 'none',
      help: 'How a caller proves who it is.',
    }),
    secretName: text({
      when: (read) => read('authType') !== 'none',
      help: 'The name of the secret that keeps the credential, never the credential itself.',
    }),
  },
  attributes: {
    url: {
      cfn: (scope) => scope.value('url') ?? '',
      cdk: (_construct, scope) => codeOf(scope.value('url') ?? ''),
    },
  },
  summary: (read) => {
    const url = read('url');
    return typeof url === 'string' ? url.replace(/^https?:\/\//, '') : '';
  },
  explain:
    'A web service that somebody else runs, or that runs outside this design: a payment provider, a partner, an older system. AWS cannot see whether it is up or how fast it is, so whoever calls it needs timeouts, retries and a place for what could not be delivered. Nothing is deployed for it.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html',
});
