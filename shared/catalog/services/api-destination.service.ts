import { emitApiDestination } from '../eventbridge/api-destination.ts';
import { choice, integer, text } from '../property.ts';
import { defineService } from '../service.ts';

const proves = (type: string) => (read: (property: string) => unknown) =>
  read('authorizationType') === type;

export const apiDestination = defineService({
  kind: 'api-destination',
  title: 'EventBridge API destination',
  words: 'eventbridge webhook web hook saas http https api destination partner',
  category: 'integration',
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::Events::ApiDestination', 'AWS::Events::Connection'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    invocationEndpoint: text({
      maxLength: 2048,
      pattern: '^https://.+$',
      help: 'The address to call; a star stands for a part that the rule or pipe fills in. Not needed where an external endpoint is connected.',
    }),
    httpMethod: choice(['POST', 'GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'], {
      default: 'POST',
      help: 'How it is called; an external endpoint that is connected says it too.',
    }),
    invocationRateLimitPerSecond: integer({
      default: 300,
      min: 1,
      unit: 'calls/s',
      help: 'At most so many calls a second; more events wait, for 24 hours at most.',
      cfn: 'InvocationRateLimitPerSecond',
      cdk: 'rateLimitPerSecond',
    }),
    authorizationType: choice(['API_KEY', 'BASIC', 'OAUTH_CLIENT_CREDENTIALS'], {
      default: 'API_KEY',
      help: 'How EventBridge proves who it is: a key in a header, name and password, or a token that it fetches with a client secret. It always needs one.',
    }),
    apiKeyName: text({
      default: 'x-api-key',
      maxLength: 512,
      // AWS also takes tabs around it, which nobody types.
      pattern: '^[^\\x00-\\x1F:\\x7F]+$',
      when: proves('API_KEY'),
      help: 'The header that carries the key.',
    }),
    username: text({
      maxLength: 512,
      when: proves('BASIC'),
      help: 'The user name. Empty: it is asked for when the stack is deployed.',
    }),
    clientId: text({
      maxLength: 512,
      when: proves('OAUTH_CLIENT_CREDENTIALS'),
      help: 'The OAuth client id. Empty: it is asked for when the stack is deployed.',
    }),
    tokenEndpoint: text({
      maxLength: 2048,
      pattern: '^https://.+$',
      when: proves('OAUTH_CLIENT_CREDENTIALS'),
      help: 'The address that gives tokens. Empty: it is asked for when the stack is deployed.',
    }),
    secretName: text({
      advanced: true,
      maxLength: 512,
      pattern: '^[A-Za-z0-9/_+=.@-]+$',
      help: 'The name of a secret that is there already, with apiKey, password or clientSecret in it. Drawing a secret does the same. Neither: the credential is asked for when the stack is deployed.',
    }),
    name: text({
      maxLength: 64,
      pattern: '^[.\\-_A-Za-z0-9]+$',
      advanced: true,
      help: 'AWS makes a name when this is empty.',
      cfn: 'Name',
      cdk: 'apiDestinationName',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'apiDestinationArn' },
    name: { cfn: 'Ref', cdk: 'apiDestinationName' },
  },
  summary: (read) => {
    const address = read('invocationEndpoint');
    return [
      String(read('httpMethod')),
      ...(typeof address === 'string' ? [address.replace(/^https:\/\//, '')] : []),
    ].join(' · ');
  },
  explain:
    'An API destination lets rules and pipes call an HTTPS address outside AWS, a partner or a tool of yours, without a function in between. Its connection keeps the credential in a secret and puts it into each call. Calls that go too fast wait, and those that fail are tried again for up to a day.',
  cost: 'Calls, and nothing for the secret.',
  limits: [
    'The other side must answer within 5 seconds.',
    '3,000 API destinations and connections in a Region (adjustable).',
    'Public HTTPS addresses with a certificate that everybody trusts.',
  ],
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html',
  emit: emitApiDestination,
});
