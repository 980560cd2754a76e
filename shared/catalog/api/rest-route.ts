import {
  array,
  type Code,
  call as callCode,
  flag,
  invoke,
  member,
  name,
  options,
  text,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { type ExpressionObject, getAtt, refOf } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { addToApiRole, apiRoleId } from './api-role.ts';
import { routeName } from './path.ts';
import {
  integrationTarget,
  type RestCall,
  type RestCallExtras,
  restIntegrationCode,
  restMethodOptions,
  restOperation,
} from './rest-call.ts';
import { allowedOrigins, answersForBrowsers, preflightOperations } from './rest-cors.ts';
import { type RestBackend, restBackends } from './rest-services.ts';
import {
  type Authorization,
  authorizationOf,
  authorizerName,
  type Route,
  refuseRoute,
  routeOf,
  routesOf,
} from './routes.ts';
import { isFirstVersion, refuseLink, restLinkId } from './vpc-link.ts';

export interface RestIntegration {
  readonly api: 'rest';
  readonly backend: RestBackend;
}

const backendOf = (link: LinkScope): RestBackend => (link.options as RestIntegration).backend;

const isProxiedFunction = (link: LinkScope): boolean =>
  backendOf(link) === 'lambda' && link.read('integrationType') === 'AWS_PROXY';

/**
 * True when SAM cannot make the API's paths from the events of functions alone: something else than functions
 * stands behind it, or browsers of several origins may call it. The template then holds the whole OpenAPI body,
 * and the events only give API Gateway the right to call the functions.
 */
const needsBody = (api: NodeScope): boolean =>
  allowedOrigins(api).length > 1 || routesOf(api).some(({ link }) => !isProxiedFunction(link));

/** Functions may answer bit by bit. */
const streams = (link: LinkScope): boolean =>
  isProxiedFunction(link) && link.read('responseTransferMode') === 'STREAM';

/** Browsers ask with OPTIONS before they call, and show no key then. */
const needsApiKey = (link: LinkScope): boolean =>
  link.read('apiKeyRequired') === true ||
  (link.source.read('apiKeyRequired') === true && link.read('method') !== 'OPTIONS');

/** True when a route of the API asks for a key, so that somebody must be able to have one. */
export const hasApiKeys = (api: NodeScope): boolean =>
  api.read('apiKeyRequired') === true || routesOf(api).some(({ link }) => needsApiKey(link));

/** A request parameter, written as API Gateway does: `method.request.querystring.page`. */
const requestParameter = /^method\.request\.(querystring|path|header)\.[A-Za-z0-9._:$-]+$/;

const cacheKeysOf = (link: LinkScope): readonly string[] => {
  const keys = link.read('cacheKeyParameters');
  return Array.isArray(keys)
    ? keys.filter((key): key is string => typeof key === 'string' && requestParameter.test(key))
    : [];
};

const callOf = (route: Route): RestCall => {
  const call = restBackends[backendOf(route.link)](route);
  const origins = allowedOrigins(route.link.source);
  return call.answers === undefined
    ? call
    : { ...call, answers: answersForBrowsers(call.answers, origins) };
};

const usesRole = (call: RestCall): boolean => 'service' in call.backend;

const extrasOf = (link: LinkScope, call: RestCall): RestCallExtras => {
  const value = link.value('timeoutInMillis');
  const code = link.code('timeoutInMillis');
  const role = apiRoleId(link.source);
  return {
    streams: streams(link),
    cacheKeys: cacheKeysOf(link),
    ...(usesRole(call)
      ? { credentials: { arn: getAtt(role, 'Arn'), role: constructRef(role) } }
      : {}),
    ...(value === undefined || code === undefined ? {} : { timeout: { value, code } }),
  };
};

/** `api.root.resourceForPath('/orders')` */
export const resourceCode = (api: Code, path: string): Code =>
  path === '/' ? member(api, 'root') : invoke(member(api, 'root'), 'resourceForPath', text(path));

const addMethod = (route: Route, call: RestCall): Code => {
  const { link, method, path } = route;
  const authorization = authorizationOf(link);
  return invoke(
    resourceCode(link.source.construct, path),
    'addMethod',
    text(method),
    restIntegrationCode(call, extrasOf(link, call)),
    options({
      authorizer:
        authorization.kind === 'authorizer'
          ? constructRef(authorizerName(authorization.by))
          : undefined,
      authorizationType:
        authorization.kind === 'iam' ? name('apigw.AuthorizationType.IAM') : undefined,
      authorizationScopes:
        authorization.kind === 'authorizer' && authorization.scopes.length > 0
          ? array(authorization.scopes.map(text))
          : undefined,
      apiKeyRequired: needsApiKey(link) ? flag(true) : undefined,
      ...restMethodOptions(call, cacheKeysOf(link)),
    }),
  );
};

/** `Auth` of a SAM event. */
const eventAuth = (link: LinkScope): ExpressionObject | undefined => {
  const authorization = authorizationOf(link);
  const auth: ExpressionObject = {
    // Without `InvokeRole` SAM would call the function as the caller, whom the function's policy does not know.
    ...(authorization.kind === 'iam' ? { Authorizer: 'AWS_IAM', InvokeRole: 'NONE' } : {}),
    ...(authorization.kind === 'authorizer'
      ? {
          Authorizer: authorizerName(authorization.by),
          AuthorizationScopes:
            authorization.scopes.length > 0 ? [...authorization.scopes] : undefined,
        }
      : {}),
    ...(needsApiKey(link) ? { ApiKeyRequired: true } : {}),
  };
  return Object.keys(auth).length === 0 ? undefined : auth;
};

/** The event of the function behind a route. */
const writeEvent = ({ link, method, path }: Route, hasBody: boolean): void => {
  const { source, target } = link;
  const keys = cacheKeysOf(link);
  target.out.event(target.id, routeName(method, path), {
    type: 'Api',
    properties: {
      RestApiId: refOf(source.id),
      Path: path,
      Method: method,
      ...(hasBody
        ? {}
        : {
            Auth: eventAuth(link),
            TimeoutInMillis: link.value('timeoutInMillis'),
            // SAM's own word for it; API Gateway calls it STREAM.
            ResponseTransferMode: streams(link) ? 'RESPONSE_STREAM' : undefined,
            RequestParameters:
              keys.length > 0 ? keys.map((key) => ({ [key]: { Caching: true } })) : undefined,
          }),
    },
  });
};

/** REST APIs of the CDK know links of v1 only, so one of v2 is handed to them by its id. */
const writeRestLink = (link: NodeScope, { out }: NodeScope): void => {
  const id = restLinkId(link);
  if (isFirstVersion(link) || out.hasConstruct(id)) return;
  out.construct(id, {
    create: callCode(
      'apigw.VpcLink.fromVpcLinkId',
      thisExpression,
      text(id),
      codeOf(link.attribute('id')),
    ),
    type: 'apigw.IVpcLink',
  });
};

/** Writes one route of a REST API. The OpenAPI body, where there is one, follows when all routes are known. */
export const writeRestRoute = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  if (refuseRoute(scope)) return;
  const route = routeOf(scope);
  if (route === undefined) return;
  if (backendOf(scope) === 'vpc-link') {
    if (refuseLink(scope, { versions: ['v2', 'v1'] })) return;
    writeRestLink(target, source);
  }
  const call = callOf(route);
  if (call.answers?.some(({ raw }) => raw) && allowedOrigins(source).length > 1)
    source.out.problem(
      `"${source.node.name}" allows several origins, but its route to "${target.node.name}" can name one only.`,
    );
  if (usesRole(call)) addToApiRole(source, scope.statements('service-role'));
  if (backendOf(scope) === 'lambda') writeEvent(route, needsBody(source));
  const method = addMethod(route, call);
  const balancer = integrationTarget(call);
  source.out.statement(
    balancer === undefined
      ? method
      : invoke(
          {
            kind: 'as',
            value: member(method, 'node.defaultChild'),
            type: 'apigw.CfnMethod',
          },
          'addPropertyOverride',
          text('Integration.IntegrationTarget'),
          codeOf(balancer),
        ),
  );
};

/** How OpenAPI says who may call an operation. */
const security = (
  authorization: Authorization,
  apiKey: boolean,
): readonly ExpressionObject[] | undefined => {
  const entries: ExpressionObject[] = [];
  if (authorization.kind === 'iam') entries.push({ AWS_IAM: [] });
  if (authorization.kind === 'authorizer')
    entries.push({ [authorizerName(authorization.by)]: [...authorization.scopes] });
  if (apiKey) entries.push({ api_key: [] });
  return entries.length > 0 ? entries : undefined;
};

const schemes = (routes: readonly Route[]): ExpressionObject | undefined => {
  const iam = routes.some(({ link }) => authorizationOf(link).kind === 'iam');
  const keys = routes.some(({ link }) => needsApiKey(link));
  if (!iam && !keys) return undefined;
  return {
    securitySchemes: {
      AWS_IAM: iam
        ? {
            type: 'apiKey',
            name: 'Authorization',
            in: 'header',
            'x-amazon-apigateway-authtype': 'awsSigv4',
          }
        : undefined,
      api_key: keys ? { type: 'apiKey', name: 'x-api-key', in: 'header' } : undefined,
    },
  };
};

const operationKey = (method: string): string =>
  method === 'ANY' ? 'x-amazon-apigateway-any-method' : method.toLowerCase();

/** The OpenAPI body of a REST API; undefined when SAM makes it from events. */
export const restBody = (api: NodeScope): ExpressionObject | undefined => {
  if (!needsBody(api)) return undefined;
  const routes = routesOf(api);
  const paths = new Map<string, Record<string, ExpressionObject>>();
  for (const route of routes) {
    const { link, method, path } = route;
    const call = callOf(route);
    const operations = paths.get(path) ?? {};
    operations[operationKey(method)] = {
      ...restOperation(call, extrasOf(link, call)),
      security: security(authorizationOf(link), needsApiKey(link)),
    };
    paths.set(path, operations);
  }
  for (const [path, options] of preflightOperations(routes, allowedOrigins(api)))
    paths.set(path, { ...paths.get(path), options });
  return {
    openapi: '3.0.1',
    info: { title: api.value('name') ?? api.id, version: '1.0' },
    paths: Object.fromEntries([...paths].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
    components: schemes(routes),
  };
};
