import {
  array,
  type Code,
  call as callCode,
  create,
  invoke,
  member,
  name,
  number,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { type ExpressionObject, join, refOf } from '../expression.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { addToApiRole, apiRoleId } from './api-role.ts';
import {
  type HttpBackend,
  type HttpCall,
  httpBackends,
  l2Integration,
  methodsCode,
} from './http-services.ts';
import { defaultRoute, routeName } from './path.ts';
import {
  authorizationOf,
  authorizerName,
  checksTokens,
  type Route,
  refuseRoute,
  routeOf,
  routesOf,
} from './routes.ts';
import { refuseLink } from './vpc-link.ts';

export interface HttpIntegration {
  readonly api: 'http';
  readonly backend: HttpBackend | 'lambda';
}

const backendOf = (link: LinkScope): HttpIntegration['backend'] =>
  (link.options as HttpIntegration).backend;

export const callOf = (route: Route): HttpCall | undefined => {
  const backend = backendOf(route.link);
  return backend === 'lambda' ? undefined : httpBackends[backend](route);
};

/** The longest an integration may take, and what AWS takes when nothing is said. */
const longest = 30_000;

export const timeoutOf = (link: LinkScope) => {
  if (link.read('timeoutInMillis') === longest) return undefined;
  return link.value('timeoutInMillis');
};

/** What the L2 constructs take; they look at literals and know of 29 seconds only. */
const longestInCdk = 29_000;

const timeoutCode = (link: LinkScope): Code | undefined => {
  const timeout = timeoutOf(link);
  if (timeout === undefined) return undefined;
  return typeof timeout === 'number' && timeout > longestInCdk
    ? callCode(
        'cdk.Duration.millis',
        callCode(
          'cdk.Lazy.number',
          object({ produce: { kind: 'arrow', parameters: [], body: number(timeout) } }),
        ),
      )
    : link.code('timeoutInMillis');
};

const plainTimeout = (link: LinkScope): Code | undefined => {
  const timeout = timeoutOf(link);
  if (timeout === undefined) return undefined;
  if (typeof timeout === 'number') return number(timeout);
  return callCode('cdk.Token.asNumber', codeOf(timeout));
};

/** Routes that the CDK's own constructs cannot say. */
const isPlain = (route: Route): boolean => {
  const call = callOf(route);
  return call !== undefined && l2Integration('', call, timeoutCode(route.link)) === undefined;
};

/** True when routes written as plain resources need the ids of the authorizers. */
const hasPlainGuardedRoutes = (api: NodeScope): boolean =>
  routesOf(api).some(
    (route) => isPlain(route) && authorizationOf(route.link).kind === 'authorizer',
  );

/** True when the L2 authorizers cannot be used: for plain routes, and for functions that answer with policies in version 2.0. */
export const isPlainAuthorizer = (by: LinkScope): boolean =>
  hasPlainGuardedRoutes(by.source) ||
  (by.target.node.kind === 'lambda' &&
    (by.read('payloadFormatVersion') === '2.0') !== (by.read('enableSimpleResponses') === true));

/** What L2 routes name as their authorizer. */
const routeAuthorizerId = (by: LinkScope): string =>
  isPlainAuthorizer(by) ? `${authorizerName(by)}Reference` : authorizerName(by);

/** The kind of authorization as CloudFormation calls it. */
const authorizationType = (link: LinkScope): string => {
  const authorization = authorizationOf(link);
  if (authorization.kind === 'iam') return 'AWS_IAM';
  if (authorization.kind !== 'authorizer') return 'NONE';
  return checksTokens(authorization.by) ? 'JWT' : 'CUSTOM';
};

/** `authorizer` and `authorizationScopes` of an L2 route. */
const guardCode = (link: LinkScope): Readonly<Record<string, Code | undefined>> => {
  const authorization = authorizationOf(link);
  if (authorization.kind === 'iam') return { authorizer: create('authorizers.HttpIamAuthorizer') };
  if (authorization.kind !== 'authorizer') return {};
  return {
    authorizer: constructRef(routeAuthorizerId(authorization.by)),
    authorizationScopes:
      authorization.scopes.length > 0 ? array(authorization.scopes.map(text)) : undefined,
  };
};

const functionIntegration = ({ link, method, path }: Route): Code => {
  const version = link.read('payloadFormatVersion');
  const timeout = timeoutCode(link);
  return create(
    'integrations.HttpLambdaIntegration',
    text(routeName(method, path)),
    link.target.construct,
    version === '1.0' || timeout !== undefined
      ? object({
          payloadFormatVersion:
            version === '1.0' ? name('apigwv2.PayloadFormatVersion.VERSION_1_0') : undefined,
          timeout,
        })
      : undefined,
  );
};

const writeL2 = (route: Route, integration: Code): void => {
  const { link, method, path } = route;
  const { source } = link;
  source.out.statement(
    path === defaultRoute
      ? create(
          'apigwv2.HttpRoute',
          { kind: 'identifier', name: 'this' },
          text(link.resourceId('Route')),
          object({
            httpApi: source.construct,
            routeKey: name('apigwv2.HttpRouteKey.DEFAULT'),
            integration,
            ...guardCode(link),
          }),
        )
      : invoke(
          source.construct,
          'addRoutes',
          object({
            path: text(path),
            methods: method === 'ANY' ? undefined : methodsCode(method),
            integration,
            ...guardCode(link),
          }),
        ),
  );
};

/** Calls that the CDK has no construct for, or none that says all of them. */
type PlainCall = Exclude<HttpCall, { readonly type: 'HTTP_PROXY' }>;

/** What a plain integration says of its call. */
const plainCall = (call: PlainCall, api: NodeScope): Readonly<Record<string, Code | undefined>> =>
  call.type === 'VPC_LINK'
    ? {
        integrationType: text('HTTP_PROXY'),
        integrationMethod: text(call.method),
        integrationUri: codeOf(call.call.uri),
        connectionType: text('VPC_LINK'),
        connectionId: codeOf(call.call.link.attribute('id')),
        requestParameters: call.keepsPath
          ? object({ 'overwrite:path': text('$request.path') })
          : undefined,
      }
    : {
        integrationType: text(call.type),
        integrationSubtype: text(call.subtype),
        credentialsArn: member(constructRef(apiRoleId(api)), 'roleArn'),
        requestParameters: codeOf({ ...call.parameters }),
        connectionType: text('INTERNET'),
      };

/** A route as plain resources. */
const writePlain = ({ link, method, path }: Route, call: PlainCall): void => {
  const { source } = link;
  const { out } = source;
  const integration = link.resourceId('Integration');
  const authorization = authorizationOf(link);
  const apiId = member(source.construct, 'apiId');
  out.construct(integration, {
    class: 'apigwv2.CfnIntegration',
    props: {
      apiId,
      ...plainCall(call, source),
      payloadFormatVersion: text('1.0'),
      timeoutInMillis: plainTimeout(link),
    },
  });
  out.construct(link.resourceId('Route'), {
    class: 'apigwv2.CfnRoute',
    props: {
      apiId,
      routeKey: text(path === defaultRoute ? path : `${method} ${path}`),
      target: codeOf(join('integrations/', refOf(integration))),
      authorizationType: text(authorizationType(link)),
      ...(authorization.kind === 'authorizer'
        ? {
            authorizerId: member(constructRef(authorizerName(authorization.by)), 'authorizerId'),
            authorizationScopes:
              authorization.scopes.length > 0 ? array(authorization.scopes.map(text)) : undefined,
          }
        : {}),
    },
  });
};

/** `Auth` of a SAM event. */
const eventAuth = (link: LinkScope): ExpressionObject | undefined => {
  const authorization = authorizationOf(link);
  if (authorization.kind === 'iam') return { Authorizer: 'AWS_IAM' };
  if (authorization.kind !== 'authorizer') return undefined;
  return {
    Authorizer: authorizerName(authorization.by),
    AuthorizationScopes: authorization.scopes.length > 0 ? [...authorization.scopes] : undefined,
  };
};

/** Writes one route of an HTTP API. Routes to functions are events of these; the others stand in the OpenAPI body. */
export const writeHttpRoute = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  if (refuseRoute(scope)) return;
  const route = routeOf(scope);
  if (route === undefined) return;
  const { method, path } = route;
  if (backendOf(scope) === 'vpc-link' && refuseLink(scope, { versions: ['v2'], containers: true }))
    return;
  if (authorizationOf(scope).kind === 'iam')
    source.out.set(source.id, 'Auth.EnableIamAuthorizer', true);
  const call = callOf(route);
  if (call === undefined) {
    target.out.event(target.id, routeName(method, path), {
      type: 'HttpApi',
      properties: {
        ApiId: refOf(source.id),
        Path: path,
        Method: method,
        Auth: eventAuth(scope),
        TimeoutInMillis: timeoutOf(scope),
        PayloadFormatVersion: scope.read('payloadFormatVersion') === '1.0' ? '1.0' : undefined,
      },
    });
    writeL2(route, functionIntegration(route));
    return;
  }
  const integration = l2Integration(routeName(method, path), call, timeoutCode(scope));
  const statements = scope.statements('service-role');
  if (integration !== undefined) {
    // The L2 integrations make a role for each route.
    if (call.type === 'AWS_PROXY') addToApiRole(source, statements, 'sam');
    writeL2(route, integration);
  } else if (call.type !== 'HTTP_PROXY') {
    if (call.type === 'AWS_PROXY') addToApiRole(source, statements);
    writePlain(route, call);
  }
};
