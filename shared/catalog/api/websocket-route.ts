import {
  array,
  type Code,
  create,
  flag,
  invoke,
  name,
  object,
  options,
  text,
} from '../../lib/typescript/syntax.ts';
import { pascalCase } from '../../lib/words.ts';
import { codeOf, constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import {
  document,
  type Expression,
  type ExpressionObject,
  getAtt,
  join,
  pseudo,
  refOf,
} from '../expression.ts';
import { refuseUnknownLink } from '../known.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { addToApiRole, apiRoleId } from './api-role.ts';
import { privateCall } from './private-call.ts';
import { authorizerName, refuseFarAuthorizer } from './routes.ts';
import { refuseLink } from './vpc-link.ts';
import { type WebSocketService, webSocketServices } from './websocket-services.ts';

export interface WebSocketIntegration {
  readonly api: 'websocket';
  readonly backend: WebSocketService | 'lambda' | 'http' | 'vpc-link';
}

const backendOf = (link: LinkScope): WebSocketIntegration['backend'] =>
  (link.options as WebSocketIntegration).backend;

const routeKeyOf = (link: LinkScope): string | undefined => {
  const key = link.read('routeKey');
  return typeof key === 'string' && key.trim() !== '' ? key : undefined;
};

const connects = (link: LinkScope): boolean => routeKeyOf(link) === '$connect';
const answers = (link: LinkScope): boolean => link.read('twoWay') === true;

/** An AWS service that answers needs a response of its own, or clients would never get in or hear back. */
const needsResponse = (link: LinkScope): boolean =>
  !['lambda', 'http', 'vpc-link'].includes(backendOf(link)) && (connects(link) || answers(link));

/** Routes that the CDK's own constructs cannot say. */
const isPlain = (link: LinkScope): boolean =>
  backendOf(link) === 'http' || backendOf(link) === 'vpc-link' || needsResponse(link);

const routesOf = (api: NodeScope): readonly LinkScope[] =>
  api.links('out', { mechanism: 'api-integration' });

/** The function that decides who may connect; the later messages of a connection are not asked about. */
const authorizerOf = (api: NodeScope): LinkScope | undefined =>
  routesOf(api).some(connects) ? api.links('out', { mechanism: 'authorizer' })[0] : undefined;

/** The ids of all routes' resources, for a deployment to wait for. */
export const webSocketRouteIds = (api: NodeScope): readonly string[] =>
  routesOf(api)
    .filter((link) => routeKeyOf(link) !== undefined)
    .map((link) => link.resourceId('Route'));

const functionUri = (target: NodeScope): Expression =>
  join(
    'arn:',
    pseudo('Partition'),
    ':apigateway:',
    pseudo('Region'),
    ':lambda:path/2015-03-31/functions/',
    target.attribute('arn'),
    '/invocations',
  );

const serviceUri = (uri: Expression): Expression =>
  join('arn:', pseudo('Partition'), ':apigateway:', pseudo('Region'), ':', uri);

const selectsAlways = '\\$default';

const integrationProperties = (link: LinkScope): ExpressionObject => {
  const { source, target } = link;
  const backend = backendOf(link);
  const TimeoutInMillis = link.value('timeoutInMillis');
  if (backend === 'lambda')
    return { IntegrationType: 'AWS_PROXY', IntegrationUri: functionUri(target), TimeoutInMillis };
  if (backend === 'http')
    return {
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: String(target.read('method') ?? 'POST'),
      IntegrationUri: target.attribute('url'),
      TimeoutInMillis,
    };
  if (backend === 'vpc-link')
    return {
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'POST',
      IntegrationUri: privateCall(link)?.url ?? '',
      ConnectionType: 'VPC_LINK',
      ConnectionId: target.attribute('id'),
      TimeoutInMillis,
    };
  const call = webSocketServices[backend](link);
  return {
    IntegrationType: 'AWS',
    IntegrationMethod: 'POST',
    IntegrationUri: serviceUri(call.uri),
    CredentialsArn: getAtt(apiRoleId(source), 'Arn'),
    RequestParameters: document({ ...call.parameters }),
    RequestTemplates: document({ $default: link.value('requestTemplate') ?? call.template }),
    TemplateSelectionExpression: selectsAlways,
    TimeoutInMillis,
  };
};

/** The L2 integration; a function's, or an AWS service's. */
const integrationCode = (link: LinkScope, id: string): Code => {
  const { source, target } = link;
  const backend = backendOf(link);
  const timeout = link.code('timeoutInMillis');
  if (backend === 'lambda' || backend === 'http' || backend === 'vpc-link')
    return create(
      'integrations.WebSocketLambdaIntegration',
      text(id),
      target.construct,
      options({ timeout }),
    );
  const call = webSocketServices[backend](link);
  return create(
    'integrations.WebSocketAwsIntegration',
    text(id),
    object({
      integrationUri: codeOf(serviceUri(call.uri)),
      integrationMethod: name('apigwv2.HttpMethod.POST'),
      credentialsRole: constructRef(apiRoleId(source)),
      requestParameters: codeOf({ ...call.parameters }),
      requestTemplates: codeOf({ $default: link.value('requestTemplate') ?? call.template }),
      templateSelectionExpression: text(selectsAlways),
      timeout,
    }),
  );
};

const authorizationProperties = (link: LinkScope): ExpressionObject => {
  const by = connects(link) ? authorizerOf(link.source) : undefined;
  if (by !== undefined)
    return { AuthorizationType: 'CUSTOM', AuthorizerId: refOf(authorizerName(by)) };
  return {
    AuthorizationType:
      connects(link) && link.read('authorizationType') === 'AWS_IAM' ? 'AWS_IAM' : 'NONE',
  };
};

const guardCode = (link: LinkScope): Code | undefined => {
  const by = connects(link) ? authorizerOf(link.source) : undefined;
  if (by !== undefined) return constructRef(authorizerName(by));
  return connects(link) && link.read('authorizationType') === 'AWS_IAM'
    ? create('authorizers.WebSocketIamAuthorizer')
    : undefined;
};

const writeResponses = (link: LinkScope, routeId: string, integrationId: string): void => {
  const { source } = link;
  const plain = isPlain(link);
  if (answers(link) || needsResponse(link))
    source.out.resource(link.resourceId('RouteResponse'), {
      type: 'AWS::ApiGatewayV2::RouteResponse',
      properties: {
        ApiId: source.attribute('id'),
        RouteId: refOf(routeId),
        RouteResponseKey: '$default',
      },
      ...(plain ? {} : { cdk: 'none' as const }),
    });
  if (needsResponse(link))
    source.out.resource(link.resourceId('IntegrationResponse'), {
      type: 'AWS::ApiGatewayV2::IntegrationResponse',
      properties: {
        ApiId: source.attribute('id'),
        IntegrationId: refOf(integrationId),
        // A client gets in only when the service took it.
        IntegrationResponseKey: connects(link) ? '/200/' : '$default',
        TemplateSelectionExpression: selectsAlways,
      },
    });
};

/** Writes one route of a WebSocket API. */
export const writeWebSocketRoute = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const { out } = source;
  if (refuseUnknownLink(scope, 'timeoutInMillis', 'requestTemplate')) return;
  const routeKey = routeKeyOf(scope);
  if (routeKey === undefined) {
    out.problem(
      `The route from "${source.node.name}" to "${target.node.name}" needs a key such as $connect or sendMessage.`,
    );
    return;
  }
  if (target.region !== source.region && target.service?.placement.scope !== 'external') {
    out.problem(
      `The route from "${source.node.name}" to "${target.node.name}" leads to another region; API Gateway calls targets of its own region here.`,
    );
    return;
  }
  const plain = isPlain(scope);
  const cdk = plain ? {} : { cdk: 'none' as const };
  const integrationId = scope.resourceId('Integration');
  const routeId = scope.resourceId('Route');
  const backend = backendOf(scope);
  if (backend === 'lambda')
    for (const statement of scope.statements('target-policy'))
      target.out.allowOn(target.node.id, statement, 'sam');
  else if (backend === 'vpc-link') {
    if (refuseLink(scope, { versions: ['v1'] })) return;
  } else if (backend !== 'http') addToApiRole(source, scope.statements('service-role'));
  out.resource(integrationId, {
    type: 'AWS::ApiGatewayV2::Integration',
    properties: { ApiId: source.attribute('id'), ...integrationProperties(scope) },
    ...cdk,
  });
  out.resource(routeId, {
    type: 'AWS::ApiGatewayV2::Route',
    properties: {
      ApiId: source.attribute('id'),
      RouteKey: routeKey,
      Target: join('integrations/', refOf(integrationId)),
      ...authorizationProperties(scope),
      RouteResponseSelectionExpression: answers(scope) ? '$default' : undefined,
    },
    ...cdk,
  });
  writeResponses(scope, routeId, integrationId);
  if (!plain)
    out.statement(
      invoke(
        source.construct,
        'addRoute',
        text(routeKey),
        object({
          integration: integrationCode(scope, `${pascalCase(routeKey)}Integration`),
          authorizer: guardCode(scope),
          returnResponse: answers(scope) ? flag(true) : undefined,
        }),
      ),
    );
};

/** A function that decides who may connect to a WebSocket API. */
export const writeWebSocketAuthorizer = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const { out } = source;
  const used = authorizerOf(source);
  if (used?.connection.id !== scope.connection.id || refuseFarAuthorizer(scope)) return;
  if (refuseUnknownLink(scope)) return;
  const id = authorizerName(scope);
  const sources = scope.read('identitySource');
  const identitySource = Array.isArray(sources) ? sources.map(String) : [];
  const plain = routesOf(source).some((link) => connects(link) && isPlain(link));
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, statement, plain ? undefined : 'sam');
  out.resource(id, {
    type: 'AWS::ApiGatewayV2::Authorizer',
    properties: {
      ApiId: source.attribute('id'),
      Name: id,
      AuthorizerType: 'REQUEST',
      AuthorizerUri: functionUri(target),
      IdentitySource: identitySource,
    },
    ...(plain
      ? {}
      : {
          cdk: {
            create: create(
              'authorizers.WebSocketLambdaAuthorizer',
              text(id),
              target.construct,
              object({ identitySource: array(identitySource.map(text)) }),
            ),
            type: 'authorizers.WebSocketLambdaAuthorizer',
          },
        }),
  });
};
