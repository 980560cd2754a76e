import type { Json } from '../../lib/json.ts';
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
  starred,
  without,
} from './sam-api-parts.ts';
import type { Template, TemplateResource } from './template.ts';

/** A REST API, its stage, and its methods. */
export const expandRestApi = (
  template: Template,
  id: string,
  resource: TemplateResource,
): Resources => {
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
  for (const { functionId, called, name, properties: event } of eventsOf(
    template,
    'Api',
    'RestApiId',
    id,
  )) {
    const path = String(event.Path);
    const method = String(event.Method);
    if (properties.DefinitionBody === undefined)
      add(path, method, methodOfEvent(id, called.arn, event));
    resources[`${functionId}${name}Permission`] = permission(
      called.name,
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

const methodOfEvent = (api: string, functionArn: Json, event: Properties): Properties => {
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
      Uri: functionUri(functionArn, streams),
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
      ConnectionType: integration.connectionType,
      ConnectionId: integration.connectionId,
      IntegrationTarget: integration.integrationTarget,
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
