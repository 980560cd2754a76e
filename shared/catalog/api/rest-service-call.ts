import type { Expression } from '../expression.ts';
import type { LinkScope } from '../service.ts';
import { pathParameters } from './path.ts';
import type { RestAnswer, RestCall } from './rest-call.ts';
import type { Route } from './routes.ts';

/** What a route does with one backend. */
export type Writer = (route: Route) => RestCall;

/** The service did it. */
export const ok: RestAnswer = { status: '200' };

/** What callers see when the service refuses or fails; its own words would tell too much. */
export const failures: readonly RestAnswer[] = [
  {
    status: '400',
    pattern: '4\\d{2}',
    template: '{"message": "The request was refused."}',
  },
  {
    status: '500',
    pattern: '5\\d{2}',
    template: '{"message": "The service could not answer."}',
  },
];

/** All parameters of the path, for the method to declare. */
export const pathUses = (path: string): readonly string[] =>
  pathParameters(path).map(({ name }) => `path.${name}`);

/** A service call with a JSON or form body made from the request. */
export const serviceCall = (
  { link, path }: Route,
  service: string,
  call: Partial<RestCall> & { readonly action: string; readonly template: Expression },
): RestCall => {
  const { action, ...rest } = call;
  return {
    type: 'AWS',
    backend: { service, action },
    httpMethod: 'POST',
    uses: pathUses(path),
    passthrough: 'NEVER',
    answers: [ok, ...failures],
    ...rest,
    template: ownTemplate(link) ?? rest.template,
  };
};

/** The template that the user wrote instead of ours. */
export const ownTemplate = (link: LinkScope): Expression | undefined =>
  link.value('requestTemplate');

/** A value that the design gives: fixed, or a `$` expression over the request. */
const formValue = (value: string): string =>
  value.startsWith('$')
    ? `$util.urlEncode(${value})`
    : // Half a character cannot be encoded.
      encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, ''));

/** A FIFO queue or topic wants a group, and an id unless the content is one. */
export const fifoPart = (target: LinkScope['target'], fifo: boolean, group: unknown): string => {
  if (!fifo) return '';
  const name = typeof group === 'string' && group !== '' ? group : 'default';
  return [
    `&MessageGroupId=${formValue(name)}`,
    ...(target.read('contentBasedDeduplication') === true
      ? []
      : ['&MessageDeduplicationId=$util.urlEncode($context.requestId)']),
  ].join('');
};
