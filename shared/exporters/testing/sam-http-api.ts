import {
  eventsOf,
  functionUri,
  guard,
  listOf,
  objectOf,
  type Properties,
  permission,
  type Resources,
  said,
  without,
} from './sam-api-parts.ts';
import type { Template, TemplateResource } from './template.ts';

const httpPlaces: Readonly<Record<string, string>> = {
  Headers: '$request.header.',
  QueryStrings: '$request.querystring.',
  StageVariables: '$stageVariables.',
  Context: '$context.',
};

/** An HTTP API, its stage, and its routes. */
export const expandHttpApi = (
  template: Template,
  id: string,
  resource: TemplateResource,
): Resources => {
  const properties = resource.Properties ?? {};
  const body = objectOf(properties.DefinitionBody);
  const [server] = listOf(body.servers).map(objectOf);
  const addresses = objectOf(server?.['x-amazon-apigateway-endpoint-configuration']).ipAddressType;
  const stage = ['AccessLogSettings', 'DefaultRouteSettings', 'StageName'];
  const resources: Resources = {
    [id]: {
      ...resource,
      Type: 'AWS::ApiGatewayV2::Api',
      Properties: {
        ...without(properties, 'Auth', 'DefinitionBody', ...stage),
        ...said({
          ProtocolType: 'HTTP',
          Name: properties.Name ?? objectOf(body.info).title,
          IpAddressType: addresses,
        }),
      },
    },
    [`${id}Stage`]: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        ApiId: { Ref: id },
        AutoDeploy: true,
        ...Object.fromEntries(Object.entries(properties).filter(([key]) => stage.includes(key))),
      },
    },
  };
  const authorizers = objectOf(objectOf(properties.Auth).Authorizers);
  for (const [name, authorizer] of Object.entries(authorizers))
    Object.assign(resources, httpAuthorizer(id, name, objectOf(authorizer)));
  const add = (routeKey: string, route: Properties, integration: Properties): void => {
    resources[`${id}${routeKey}Integration`] = {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { ApiId: { Ref: id }, ...integration },
    };
    resources[`${id}${routeKey}`] = {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: { Ref: id },
        RouteKey: routeKey,
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: `${id}${routeKey}Integration` }]] },
        ...route,
      },
    };
  };
  for (const [path, operations] of Object.entries(objectOf(body.paths)))
    for (const [method, operation] of Object.entries(objectOf(operations))) {
      const [name, scopes] =
        listOf(objectOf(operation).security).flatMap((item) => Object.entries(objectOf(item)))[0] ??
        [];
      const integration = objectOf(objectOf(operation)['x-amazon-apigateway-integration']);
      add(
        routeKeyOf(method, path),
        guard(id, name, scopes),
        said({
          IntegrationType: String(integration.type).toUpperCase(),
          IntegrationSubtype: integration.integrationSubtype,
          IntegrationMethod: integration.httpMethod,
          IntegrationUri: integration.uri,
          CredentialsArn: integration.credentials,
          RequestParameters: integration.requestParameters,
          PayloadFormatVersion: integration.payloadFormatVersion,
          ConnectionType: integration.connectionType,
          ConnectionId: integration.connectionId,
          TlsConfig:
            integration.tlsConfig === undefined
              ? undefined
              : {
                  ServerNameToVerify: objectOf(integration.tlsConfig).serverNameToVerify ?? null,
                },
          TimeoutInMillis: integration.timeoutInMillis,
        }),
      );
    }
  for (const { functionId, called, name, properties: event } of eventsOf(
    template,
    'HttpApi',
    'ApiId',
    id,
  )) {
    const auth = objectOf(event.Auth);
    add(
      routeKeyOf(String(event.Method), String(event.Path)),
      guard(id, auth.Authorizer, auth.AuthorizationScopes),
      said({
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: called.arn,
        PayloadFormatVersion: event.PayloadFormatVersion ?? '2.0',
        TimeoutInMillis: event.TimeoutInMillis,
      }),
    );
    resources[`${functionId}${name}Permission`] = permission(called.name, id, '*');
  }
  return resources;
};

const routeKeyOf = (method: string, path: string): string => {
  if (path === '$default') return path;
  return `${method === 'x-amazon-apigateway-any-method' ? 'ANY' : method.toUpperCase()} ${path}`;
};

const httpAuthorizer = (api: string, name: string, authorizer: Properties): Resources => {
  const id = `${api}${name}`;
  const jwt = objectOf(authorizer.JwtConfiguration);
  if (authorizer.JwtConfiguration !== undefined)
    return {
      [id]: {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: {
          ApiId: { Ref: api },
          AuthorizerType: 'JWT',
          IdentitySource: [authorizer.IdentitySource ?? ''],
          JwtConfiguration: said({ Issuer: jwt.issuer, Audience: jwt.audience }),
        },
      },
    };
  const identity = objectOf(authorizer.Identity);
  return {
    [id]: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: said({
        ApiId: { Ref: api },
        AuthorizerType: 'REQUEST',
        AuthorizerUri: functionUri(authorizer.FunctionArn ?? null),
        AuthorizerPayloadFormatVersion: authorizer.AuthorizerPayloadFormatVersion,
        EnableSimpleResponses: authorizer.EnableSimpleResponses,
        IdentitySource: Object.entries(httpPlaces).flatMap(([key, start]) =>
          listOf(identity[key]).map((item) => `${start}${String(item)}`),
        ),
        AuthorizerResultTtlInSeconds: identity.ReauthorizeEvery,
      }),
    },
    ...(authorizer.EnableFunctionDefaultPermissions === true
      ? {
          [`${id}AuthorizerPermission`]: permission(
            authorizer.FunctionArn ?? null,
            api,
            'authorizers/*',
          ),
        }
      : {}),
  };
};
