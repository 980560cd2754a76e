import { refuseUnknownLink } from '../known.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import type { Authorizer } from './authorizer.ts';
import { apiPath, defaultRoute } from './path.ts';

/** Method and path of a route of a REST or HTTP API. */
export interface Route {
  readonly link: LinkScope;
  readonly method: string;
  readonly path: string;
}

const methods: ReadonlySet<string> = new Set([
  'ANY',
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
]);

/** The route that a connection draws; undefined when API Gateway would refuse it. */
export const routeOf = (link: LinkScope): Route | undefined => {
  const method = String(link.read('method') ?? '');
  const text = link.read('path');
  if (!methods.has(method) || typeof text !== 'string') return undefined;
  if (text === defaultRoute && link.source.node.kind === 'http-api')
    return { link, method: 'ANY', path: defaultRoute };
  const path = apiPath(text);
  return path === undefined ? undefined : { link, method, path };
};

/** All routes of an API that can be written. */
export const routesOf = (api: NodeScope): readonly Route[] =>
  api.links('out', { mechanism: 'api-integration' }).flatMap((link) => routeOf(link) ?? []);

/** Who may call a route. */
export type Authorization =
  | { readonly kind: 'none' }
  | { readonly kind: 'iam' }
  | {
      readonly kind: 'authorizer';
      /** The connection that makes the user pool or function an authorizer of this API. */
      readonly by: LinkScope;
      readonly scopes: readonly string[];
    }
  /** The route names something that is no authorizer of its API. */
  | { readonly kind: 'unknown'; readonly node: string };

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

export const authorizationOf = (link: LinkScope): Authorization => {
  const wanted = link.read('authorizer');
  if (typeof wanted === 'string' && wanted !== '') {
    const by = link.source
      .links('out', { mechanism: 'authorizer' })
      .find(({ target }) => target.node.id === wanted);
    if (by === undefined) return { kind: 'unknown', node: wanted };
    const own = texts(link.read('authorizationScopes'));
    const scopes =
      own.length > 0 || !checksTokens(by) ? own : texts(by.read('authorizationScopes'));
    return { kind: 'authorizer', by, scopes };
  }
  return { kind: link.read('authorizationType') === 'AWS_IAM' ? 'iam' : 'none' };
};

/** The authorizer's name in the API and the id of its construct. */
export const authorizerName = (by: LinkScope): string => by.resourceId('Authorizer');

/** True when a route of the API is guarded by this authorizer; one that guards nothing is not written. */
export const isAuthorizerUsed = (by: LinkScope): boolean =>
  by.source.links('out', { mechanism: 'api-integration' }).some((link) => {
    const authorization = authorizationOf(link);
    return (
      authorization.kind === 'authorizer' && authorization.by.connection.id === by.connection.id
    );
  });

/** True when the API checks signed tokens itself instead of asking a function. */
export const checksTokens = ({ options }: LinkScope): boolean =>
  (options as Authorizer).tokens === true;

/** Says that API Gateway asks functions of its own region only, where this one is of another; user pools may be. */
export const refuseFarAuthorizer = (link: LinkScope): boolean => {
  const { source, target } = link;
  if (target.region === source.region || checksTokens(link)) return false;
  source.out.problem(
    `The authorizer "${target.node.name}" of "${source.node.name}" is in another region; API Gateway asks functions of its own region here.`,
  );
  return true;
};

/** Says why a route cannot be written; true when there is a reason. */
export const refuseRoute = (link: LinkScope): boolean => {
  const { source, target } = link;
  if (refuseUnknownLink(link, 'timeoutInMillis', 'requestTemplate', 'recipient')) return true;
  const problem = (text: string): true => {
    source.out.problem(`The route from "${source.node.name}" to "${target.node.name}" ${text}`);
    return true;
  };
  if (routeOf(link) === undefined)
    return problem('needs a method and a path such as /orders/{id} that API Gateway takes.');
  if (target.region !== source.region && target.service?.placement.scope !== 'external')
    return problem('leads to another region; API Gateway calls targets of its own region here.');
  if (authorizationOf(link).kind === 'unknown')
    return problem('names an authorizer that is not connected to the API as one.');
  return false;
};
