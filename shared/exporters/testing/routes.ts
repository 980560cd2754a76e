import { isJsonObject, type Json } from '../../lib/json.ts';
import { canonical, type Side } from './canonical.ts';
import type { Fact } from './fact.ts';
import type { TemplateResource } from './template.ts';

type Properties = { readonly [key: string]: Json };

/** Resources that are compared as routes of their API: SAM writes them as an OpenAPI body. */
export const isRoutePart = (type: string): boolean =>
  /^AWS::(ApiGateway::(Method|Resource|Authorizer|Deployment)|ApiGatewayV2::(Route|RouteResponse|Integration|IntegrationResponse|Authorizer|Deployment))$/.test(
    type,
  );

/** All routes of all APIs of a side, with who may call them and what they call. */
export const routeFacts = (side: Side): readonly Fact[] =>
  Object.values(side.resources).flatMap((resource) => {
    if (resource.Type === 'AWS::ApiGateway::Method') return methodFacts(resource, side);
    if (resource.Type === 'AWS::ApiGatewayV2::Route') return httpRouteFacts(resource, side);
    return [];
  });

const objectOf = (value: Json | undefined): Properties => (isJsonObject(value) ? value : {});
const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

const text = (value: Json | undefined, side: Side): string => {
  const result = canonical(value ?? '', side);
  return typeof result === 'string' ? result : JSON.stringify(result);
};

/** The id of the resource that a `Ref` names, however it is wrapped. */
const referred = (value: Json | undefined, side: Side): string | undefined => {
  const found = JSON.stringify(value ?? null).match(/"Ref":"([^"]+)"|\$\{([^}]+)\}/g) ?? [];
  return found
    .map((item) => item.replace(/^"Ref":"|"$|^\$\{|\}$/g, ''))
    .find((id) => id in side.resources);
};

const line = (route: string, entries: { readonly [key: string]: Json | undefined }): Fact[] =>
  Object.entries(entries).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ kind: 'setting' as const, text: `${route} ${key} = ${JSON.stringify(value)}` }],
  );

const sorted = (value: Json | undefined, side: Side): Json | undefined => {
  if (value === undefined) return undefined;
  const result = canonical(value, side);
  return isJsonObject(result) && Object.keys(result).length === 0 ? undefined : result;
};

/** The path of a method, from the chain of its resources. */
const pathOf = (properties: Properties, side: Side): string => {
  if (typeof properties.Path === 'string') return properties.Path;
  const parts: string[] = [];
  let id = referred(properties.ResourceId, side);
  while (id !== undefined) {
    const own = side.resources[id]?.Properties ?? {};
    if (own.PathPart === undefined) break;
    parts.unshift(String(own.PathPart));
    id = referred(own.ParentId, side);
  }
  return `/${parts.join('/')}`;
};

/** The function that an authorizer calls: SAM and the CDK write the region in different ways. */
const calledFunction = (uri: Json | undefined, side: Side): string | undefined =>
  uri === undefined ? undefined : (/functions\/(.*)\/invocations/.exec(text(uri, side))?.[1] ?? '');

/** What an authorizer looks at, and whom it asks. */
const authorizerForm = (id: string | undefined, side: Side): Json | undefined => {
  const properties = id === undefined ? undefined : side.resources[id]?.Properties;
  if (properties === undefined) return undefined;
  const { RestApiId: _rest, ApiId: _api, Name: _name, AuthorizerUri, ...rest } = properties;
  return canonical(
    {
      ...rest,
      ...(AuthorizerUri === undefined
        ? {}
        : { function: calledFunction(AuthorizerUri, side) ?? '' }),
    },
    side,
  );
};

const authorization = (properties: Properties, side: Side): { [key: string]: Json | undefined } => {
  const by = authorizerForm(referred(properties.AuthorizerId, side), side);
  const type = properties.AuthorizationType;
  return {
    'may be called': by === undefined ? (type ?? 'NONE') : by,
    scopes:
      listOf(properties.AuthorizationScopes).length > 0
        ? sorted(properties.AuthorizationScopes, side)
        : undefined,
  };
};

const isPreflight = (integration: Properties): boolean => integration.Type === 'MOCK';

/** What a browser learns before it calls; `Vary` and the status tell it nothing. */
const preflightForm = (integration: Properties, side: Side): Json => {
  const [answer] = listOf(integration.IntegrationResponses).map(objectOf);
  const headers = Object.entries(objectOf(answer?.ResponseParameters)).filter(
    ([key]) => !key.endsWith('.Vary'),
  );
  const template = objectOf(answer?.ResponseTemplates)['application/json'];
  return canonical(
    {
      ...Object.fromEntries(headers),
      ...(typeof template === 'string' && template.includes('#set') ? { template } : {}),
    },
    side,
  );
};

const methodFacts = (resource: TemplateResource, side: Side): Fact[] => {
  const properties = resource.Properties ?? {};
  const integration = objectOf(properties.Integration);
  const route = `route ${text(properties.RestApiId, side)} ${String(properties.HttpMethod)} ${pathOf(properties, side)}`;
  if (isPreflight(integration)) return line(route, { preflight: preflightForm(integration, side) });
  const answers = listOf(integration.IntegrationResponses);
  return line(route, {
    ...authorization(properties, side),
    'API key': properties.ApiKeyRequired === true ? true : undefined,
    declares: sorted(properties.RequestParameters, side),
    type: integration.Type,
    method: integration.IntegrationHttpMethod,
    calls: integration.Uri === undefined ? undefined : text(integration.Uri, side),
    as: integration.Credentials === undefined ? undefined : text(integration.Credentials, side),
    passthrough: integration.PassthroughBehavior,
    parameters: sorted(integration.RequestParameters, side),
    templates: sorted(integration.RequestTemplates, side),
    timeout: integration.TimeoutInMillis,
    transfer: integration.ResponseTransferMode,
    'cache keys': sorted(integration.CacheKeyParameters, side),
    answers: answers.length > 0 ? canonical(answers, side) : undefined,
    'declared answers':
      answers.length > 0 ? canonical(listOf(properties.MethodResponses), side) : undefined,
  });
};

const httpRouteFacts = (resource: TemplateResource, side: Side): Fact[] => {
  const properties = resource.Properties ?? {};
  const integrationId = referred(properties.Target, side);
  const {
    ApiId: _api,
    IntegrationUri,
    ...rest
  } = side.resources[integrationId ?? '']?.Properties ?? {};
  const route = `route ${text(properties.ApiId, side)} ${String(properties.RouteKey)}`;
  const responses = Object.values(side.resources).filter(
    ({ Type, Properties: own }) =>
      (Type === 'AWS::ApiGatewayV2::RouteResponse' &&
        side.resources[referred(own?.RouteId, side) ?? ''] === resource) ||
      (Type === 'AWS::ApiGatewayV2::IntegrationResponse' &&
        referred(own?.IntegrationId, side) === integrationId),
  );
  return line(route, {
    ...authorization(properties, side),
    answers: properties.RouteResponseSelectionExpression,
    responses:
      responses.length > 0
        ? responses
            .map(
              ({ Type, Properties: own }) =>
                `${Type.replace('AWS::ApiGatewayV2::', '')} ${String(own?.RouteResponseKey ?? own?.IntegrationResponseKey)}`,
            )
            .sort()
        : undefined,
    calls: IntegrationUri === undefined ? undefined : text(IntegrationUri, side),
    integration: sorted(rest, side),
  });
};

/**
 * Which calls of an API may run a function. SAM names every stage and the CDK the one that there is; for HTTP and
 * WebSocket APIs each writes paths in its own way, so there the API counts, and the routes say the rest.
 */
export const gatewayCaller = (arn: string, side: Side): string => {
  const match = /^(arn:[^/]*:execute-api:[^/]*:)<([^>]+)>\/(.*)$/.exec(arn);
  if (match === null) return arn;
  const [, start = '', api = '', what = ''] = match;
  const isRest = Object.entries(side.resources).some(
    ([id, { Type }]) => Type === 'AWS::ApiGateway::RestApi' && side.nameOf(id) === api,
  );
  if (what.startsWith('authorizers/')) return `${start}<${api}>/authorizers/*`;
  if (!isRest) return `${start}<${api}>/*`;
  const [, method = '', ...path] = what.split('/');
  return `${start}<${api}>/*/${[method, ...path].join('/').replaceAll(/\{[^}]*\}/g, '*')}`;
};
