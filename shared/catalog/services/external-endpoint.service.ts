import { isJsonObject } from '../../lib/json.ts';
import { member } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { getAtt } from '../expression.ts';
import { choice, text } from '../property.ts';
import { defineService } from '../service.ts';
import { input } from '../workflow/dynamic.ts';
import { field, inDefinition } from '../workflow/task-parts.ts';
import type { TaskContext } from '../workflow/task-target.ts';

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
  task: {
    verb: 'Call',
    services: { http: ['ApiEndpoint'] },
    call: (context) => {
      const method = String(context.target.read('method') ?? 'POST');
      return {
        resource: 'http:invoke',
        arguments: {
          ApiEndpoint: inDefinition(context, 'url', 'Url'),
          Method: method,
          Authentication: {
            ConnectionArn: connectionArn(context),
          },
          ...(method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
            ? {}
            : { RequestBody: input }),
        },
        output: field('ResponseBody'),
      };
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

/** The EventBridge connection that holds the credentials of an HTTP call: one that exists, or one of our own. */
const connectionArn = (context: TaskContext): string => {
  const existing = context.read('connection');
  if (isJsonObject(existing) && typeof existing.arn === 'string') return existing.arn;
  const id = context.resourceId('Connection');
  return context.fill(
    'ConnectionArn',
    getAtt(id, 'Arn'),
    member(constructRef(id), 'connectionArn'),
  );
};
