import { isJsonObject, type Json } from '../../lib/json.ts';
import type { Template, TemplateResource } from './template.ts';

type Properties = { readonly [key: string]: Json };
type Resources = { [id: string]: TemplateResource };

/**
 * What AWS SAM makes of its APIs and of the API events of functions, as the plain resources that the CDK writes:
 * methods, routes, integrations and authorizers instead of an OpenAPI body.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html
 */
export const expandApis = (template: Template): Resources => {
  const resources: Resources = {};
  for (const [id, resource] of Object.entries(template.Resources)) {
    if (resource.Type === 'AWS::Serverless::Api')
      Object.assign(resources, expandRestApi(template, id, resource));
    if (resource.Type === 'AWS::Serverless::HttpApi')
      Object.assign(resources, expandHttpApi(template, id, resource));
  }
  return resources;
};

interface ApiEvent {
  readonly functionId: string;
  readonly name: string;
  readonly properties: Properties;
}

/** The events of all functions that are routes of the API. */
const eventsOf = (template: Template, type: string, reference: string, api: string): ApiEvent[] =>
  Object.entries(template.Resources).flatMap(([functionId, resource]) =>
    Object.entries(objectOf(resource.Properties?.Events)).flatMap(([name, event]) => {
      const { Type, Properties: properties } = objectOf(event);
      const own = objectOf(properties);
      return Type === type && objectOf(own[reference]).Ref === api
        ? [{ functionId, name, properties: own }]
        : [];
    }),
  );

const objectOf = (value: Json | undefined): Properties => (isJsonObject(value) ? value : {});
const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

const without = (properties: Properties, ...keys: readonly string[]): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => !keys.includes(key)));

/** Entries that say something. */
const said = (entries: { readonly [key: string]: Json | undefined }): Properties =>
  Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

const functionUri = (arn: Json, streams = false): Json => ({
  'Fn::Sub': [
    `arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/${
      streams ? '2021-11-15' : '2015-03-31'
    }/functions/\${Function}/${streams ? 'response-streaming-invocations' : 'invocations'}`,
    { Function: arn },
  ],
});

const arnOf = (id: string): Json => ({ 'Fn::GetAtt': [id, 'Arn'] });

const permission = (functionName: Json, api: string, what: string): TemplateResource => ({
  Type: 'AWS::Lambda::Permission',
  Properties: {
    FunctionName: functionName,
    Action: 'lambda:InvokeFunction',
    Principal: 'apigateway.amazonaws.com',
    SourceArn: {
      'Fn::Sub': `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${${api}}/${what}`,
    },
  },
});

const starred = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '*');

const expandRestApi = (template: Template, id: string, resource: TemplateResource): Resources => {
  const properties = resource.Properties ?? {};
  const auth = objectOf(properties.Auth);
  const endpoint = objectOf(properties.EndpointConfiguration);
  const policy = listOf(objectOf(auth.ResourcePolicy).CustomStatements);
  const stage = [
    'CacheClusterEnabled',
    'CacheClusterSize',
    'MethodSettings',
    'TracingEnabled',
    'AccessLogSetting',
    'StageName',
  ];
  const resources: Resources = {
    [id]: {
      ...resource,
      Type: 'AWS::ApiGateway::RestApi',
      Properties: {
        ...without(
          properties,
          'Auth',
          'Cors',
          'DefinitionBody',
          'OpenApiVersion',
          'EndpointConfiguration',
          'BinaryMediaTypes',
          ...stage,
        ),
        EndpointConfiguration: said({
          Types: [endpoint.Type ?? 'EDGE'],
          VpcEndpointIds: endpoint.VPCEndpointIds,
        }),
        ...said({
          BinaryMediaTypes:
            properties.BinaryMediaTypes === undefined
              ? undefined
              : listOf(properties.BinaryMediaTypes).map((type) =>
                  String(type).replaceAll('~1', '/'),
                ),
          Policy:
            policy.length === 0 ? undefined : { Version: '2012-10-17', Statement: [...policy] },
        }),
      },
    },
    [`${id}Stage`]: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: {
        RestApiId: { Ref: id },
        ...Object.fromEntries(Object.entries(properties).filter(([key]) => stage.includes(key))),
      },
    },
  };
  for (const [name, authorizer] of Object.entries(objectOf(auth.Authorizers)))
    Object.assign(resources, restAuthorizer(id, name, objectOf(authorizer)));
  const methods = new Map<string, Set<string>>();
  const add = (path: string, method: string, method2: Properties): void => {
    methods.set(path, (methods.get(path) ?? new Set()).add(method));
    resources[`${id}${method}${path}`] = {
      Type: 'AWS::ApiGateway::Method',
      Properties: { RestApiId: { Ref: id }, HttpMethod: method, Path: path, ...method2 },
    };
  };
  const body = objectOf(properties.DefinitionBody);
  for (const [path, operations] of Object.entries(objectOf(body.paths)))
    for (const [method, operation] of Object.entries(objectOf(operations)))
      add(
        path,
        method === 'x-amazon-apigateway-any-method' ? 'ANY' : method.toUpperCase(),
        methodOfOperation(id, objectOf(operation)),
      );
  for (const { functionId, name, properties: event } of eventsOf(
    template,
    'Api',
    'RestApiId',
    id,
  )) {
    const path = String(event.Path);
    const method = String(event.Method);
    if (properties.DefinitionBody === undefined)
      add(path, method, methodOfEvent(id, functionId, event));
    resources[`${functionId}${name}Permission`] = permission(
      { Ref: functionId },
      id,
      `*/${method === 'ANY' ? '*' : method}${starred(path)}`,
    );
  }
  const cors = objectOf(properties.Cors);
  if (cors.AllowOrigin !== undefined)
    for (const [path, used] of methods)
      if (!used.has('OPTIONS')) add(path, 'OPTIONS', preflight(cors, used));
  return resources;
};

const allMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

const preflight = (cors: Properties, methods: ReadonlySet<string>): Properties => {
  const allowed = methods.has('ANY') ? allMethods : [...methods, 'OPTIONS'].sort();
  return {
    AuthorizationType: 'NONE',
    Integration: {
      Type: 'MOCK',
      IntegrationResponses: [
        {
          StatusCode: '200',
          ResponseParameters: {
            'method.response.header.Access-Control-Allow-Origin': cors.AllowOrigin ?? '',
            'method.response.header.Access-Control-Allow-Headers': cors.AllowHeaders ?? '',
            'method.response.header.Access-Control-Allow-Methods': `'${allowed.join(',')}'`,
          },
        },
      ],
    },
  };
};

const places: Readonly<Record<string, string>> = {
  Headers: 'method.request.header.',
  QueryStrings: 'method.request.querystring.',
  StageVariables: 'stageVariables.',
  Context: 'context.',
};

const restAuthorizer = (api: string, name: string, authorizer: Properties): Resources => {
  const identity = objectOf(authorizer.Identity);
  const header = `method.request.header.${String(identity.Header ?? 'Authorization')}`;
  const id = `${api}${name}`;
  if (authorizer.UserPoolArn !== undefined)
    return {
      [id]: {
        Type: 'AWS::ApiGateway::Authorizer',
        Properties: {
          RestApiId: { Ref: api },
          Type: 'COGNITO_USER_POOLS',
          ProviderARNs: [authorizer.UserPoolArn],
          IdentitySource: header,
        },
      },
    };
  const sources = Object.entries(places).flatMap(([key, start]) =>
    listOf(identity[key]).map((item) => `${start}${String(item)}`),
  );
  return {
    [id]: {
      Type: 'AWS::ApiGateway::Authorizer',
      Properties: said({
        RestApiId: { Ref: api },
        Type: authorizer.FunctionPayloadType ?? 'TOKEN',
        AuthorizerUri: functionUri(authorizer.FunctionArn ?? null),
        IdentitySource: authorizer.FunctionPayloadType === 'REQUEST' ? sources.join(',') : header,
        AuthorizerResultTtlInSeconds: identity.ReauthorizeEvery,
      }),
    },
    [`${id}AuthorizerPermission`]: permission(authorizer.FunctionArn ?? null, api, 'authorizers/*'),
  };
};

/** Who may call, from the name of an authorizer. */
const guard = (api: string, name: Json | undefined, scopes: Json | undefined): Properties => {
  if (name === undefined) return { AuthorizationType: 'NONE' };
  if (name === 'AWS_IAM') return { AuthorizationType: 'AWS_IAM' };
  return said({
    AuthorizationType: 'BY_AUTHORIZER',
    AuthorizerId: { Ref: `${api}${String(name)}` },
    AuthorizationScopes: listOf(scopes).length > 0 ? scopes : undefined,
  });
};

const methodOfEvent = (api: string, functionId: string, event: Properties): Properties => {
  const auth = objectOf(event.Auth);
  const streams = event.ResponseTransferMode === 'RESPONSE_STREAM';
  const parameters = listOf(event.RequestParameters).flatMap((item) =>
    Object.entries(objectOf(item)),
  );
  const cached = parameters.filter(([, settings]) => objectOf(settings).Caching === true);
  return said({
    ...guard(api, auth.Authorizer, auth.AuthorizationScopes),
    ApiKeyRequired: auth.ApiKeyRequired,
    RequestParameters:
      parameters.length > 0
        ? Object.fromEntries(
            parameters.map(([key, settings]) => [key, objectOf(settings).Required ?? false]),
          )
        : undefined,
    Integration: said({
      Type: 'AWS_PROXY',
      IntegrationHttpMethod: 'POST',
      Uri: functionUri(arnOf(functionId), streams),
      Credentials:
        auth.Authorizer === 'AWS_IAM' && auth.InvokeRole !== 'NONE' ? 'caller' : undefined,
      TimeoutInMillis: event.TimeoutInMillis,
      ResponseTransferMode: streams ? 'STREAM' : undefined,
      CacheKeyParameters: cached.length > 0 ? cached.map(([key]) => key) : undefined,
    }),
  });
};

const methodOfOperation = (api: string, operation: Properties): Properties => {
  const names = listOf(operation.security).flatMap((item) => Object.entries(objectOf(item)));
  const [name, scopes] = names.find(([key]) => key !== 'api_key') ?? [];
  const integration = objectOf(operation['x-amazon-apigateway-integration']);
  const parameters = listOf(operation.parameters).map(objectOf);
  return said({
    ...guard(api, name, scopes),
    ApiKeyRequired: names.some(([key]) => key === 'api_key') ? true : undefined,
    RequestParameters:
      parameters.length > 0
        ? Object.fromEntries(
            parameters.map((item) => [
              `method.request.${item.in === 'query' ? 'querystring' : String(item.in)}.${String(item.name)}`,
              item.required === true,
            ]),
          )
        : undefined,
    Integration: said({
      Type: String(integration.type).toUpperCase(),
      IntegrationHttpMethod: integration.httpMethod,
      Uri: integration.uri,
      Credentials: integration.credentials,
      PassthroughBehavior:
        integration.passthroughBehavior === undefined
          ? undefined
          : String(integration.passthroughBehavior).toUpperCase(),
      RequestParameters: integration.requestParameters,
      RequestTemplates: integration.requestTemplates,
      TimeoutInMillis: integration.timeoutInMillis,
      ResponseTransferMode: integration.responseTransferMode,
      CacheKeyParameters: integration.cacheKeyParameters,
      IntegrationResponses: Object.entries(objectOf(integration.responses)).map(
        ([pattern, response]) => {
          const answer = objectOf(response);
          return said({
            StatusCode: answer.statusCode,
            SelectionPattern: pattern === 'default' ? undefined : pattern,
            ResponseParameters: answer.responseParameters,
            ResponseTemplates: answer.responseTemplates,
          });
        },
      ),
    }),
    MethodResponses: Object.entries(objectOf(operation.responses)).map(([status, response]) =>
      said({
        StatusCode: status,
        ResponseParameters:
          objectOf(response).headers === undefined
            ? undefined
            : Object.fromEntries(
                Object.keys(objectOf(objectOf(response).headers)).map((header) => [
                  `method.response.header.${header}`,
                  true,
                ]),
              ),
      }),
    ),
  });
};

const httpPlaces: Readonly<Record<string, string>> = {
  Headers: '$request.header.',
  QueryStrings: '$request.querystring.',
  StageVariables: '$stageVariables.',
  Context: '$context.',
};

const expandHttpApi = (template: Template, id: string, resource: TemplateResource): Resources => {
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
          TimeoutInMillis: integration.timeoutInMillis,
        }),
      );
    }
  for (const { functionId, name, properties: event } of eventsOf(
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
        IntegrationUri: arnOf(functionId),
        PayloadFormatVersion: event.PayloadFormatVersion ?? '2.0',
        TimeoutInMillis: event.TimeoutInMillis,
      }),
    );
    resources[`${functionId}${name}Permission`] = permission({ Ref: functionId }, id, '*');
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
