import { create, flag, invoke, member, object } from '../../lib/typescript/syntax.ts';
import { drawnAccessLogs, stageLogsCode } from '../api/access-logs.ts';
import { apiGatewayAccount } from '../api/account.ts';
import { executeArnAttribute, hostAttribute } from '../api/address.ts';
import { throttleCode } from '../api/stage.ts';
import { webSocketRouteIds } from '../api/websocket-route.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, join, refOf } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { integer, list, numeric, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { apiCall } from '../workflow/api-task.ts';
import { dynamic, input } from '../workflow/dynamic.ts';
import { keep } from '../workflow/task-parts.ts';

export const websocketApi = defineService({
  kind: 'websocket-api',
  title: 'API Gateway WebSocket API',
  words: 'apigw api gateway ws websocket realtime chat push',
  category: 'api',
  icon: 'AmazonAPIGateway',
  cloudFormation: [
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGatewayV2::Stage',
    'AWS::ApiGatewayV2::Route',
    'AWS::ApiGatewayV2::Integration',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      required: true,
      maxLength: 128,
      help: 'What the API is called in the console.',
      cfn: 'Name',
      cdk: 'apiName',
    }),
    routeSelectionExpression: text({
      default: '$request.body.action',
      required: true,
      help: 'Where in a message the name of its route stands.',
      cfn: 'RouteSelectionExpression',
      cdk: 'routeSelectionExpression',
    }),
    stageName: text({
      default: 'prod',
      emitDefault: true,
      maxLength: 128,
      pattern: '^[A-Za-z0-9_-]{1,128}$',
      help: 'The path of the address that clients connect to.',
    }),
    autoDeploy: yesNo({
      default: true,
      emitDefault: true,
      advanced: true,
      help: 'Every change of a route is in force at once. No: only what the first deployment held, until you make another one.',
    }),
    routes: list({
      default: ['$connect', '$disconnect', '$default'],
      advanced: true,
      help: 'The routes you plan; those with an arrow are exported.',
    }),
    throttlingRateLimit: numeric({
      default: 10_000,
      min: 0,
      unit: 'requests/s',
      help: 'How many messages a second are let through.',
    }),
    throttlingBurstLimit: integer({
      default: 5000,
      min: 0,
      advanced: true,
      help: 'How many messages may come at the same moment.',
    }),
    apiKeySelectionExpression: text({
      advanced: true,
      help: 'Where an API key stands: $request.header.x-api-key or $context.authorizer.usageIdentifierKey.',
      cfn: 'ApiKeySelectionExpression',
      cdk: (value) => ({
        apiKeySelectionExpression: create(
          'apigwv2.WebSocketApiKeySelectionExpression',
          codeOf(String(value)),
        ),
      }),
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'apiId' },
    /** The stage's name as it is written. */
    stageName: { cfn: (scope) => stageName(scope), cdk: (_api, scope) => codeOf(stageName(scope)) },
    /** The same from the deployed stage, so that whoever asks waits for it. */
    stage: {
      cfn: (scope) => refOf(stageId(scope)),
      cdk: (_api, scope) => codeOf(refOf(stageId(scope))),
    },
    host: hostAttribute('apiId'),
    url: {
      cfn: (scope) => address('wss', scope),
      cdk: (_api, scope) => member(constructRef(stageId(scope)), 'url'),
    },
    /** Where servers post messages for clients to. */
    callbackUrl: {
      cfn: (scope) => address('https', scope),
      cdk: (_api, scope) => member(constructRef(stageId(scope)), 'callbackUrl'),
    },
    executeArn: executeArnAttribute('apiId'),
  },
  clients: [
    {
      variables: ['WEBSOCKET_CALLBACK_URL'],
      what: 'clients of a WebSocket API',
      sdk: { id: 'apigatewaymanagementapi', dotnet: 'ApiGatewayManagementApi' },
    },
  ],
  task: {
    verb: 'Push to',
    services: { apigateway: ['ApiEndpoint'], apigatewaymanagementapi: [] },
    // The management API cannot be called through the SDK integration: its address belongs to the API.
    call: (context) => ({
      resource: 'apigateway:invoke',
      arguments: apiCall(context, {
        Method: 'POST',
        Path: dynamic(
          "'/@connections/' & $states.input.connectionId",
          "States.Format('/@connections/{}', $.connectionId)",
        ),
        RequestBody: input,
      }),
      output: keep,
    }),
  },
  summary: (read) =>
    [String(read('stageName')), String(read('routeSelectionExpression'))].join(' · '),
  explain:
    'Keeps a line open to each client, over which both sides can send at any time: chats, games, live figures. The API tells a function (or another service) when a client comes, sends a message or goes. To send something to a client one calls the API with the number of its connection, so these numbers must be kept somewhere, usually in a table.',
  cost: 'Each message in either direction (32 KB count as one), and the minutes of all connections.',
  limits: [
    'A message has 128 KB at most, in frames of 32 KB.',
    'A connection lasts 2 hours at most, and ends after 10 minutes without a message.',
    'A backend has 29 seconds to answer.',
    '500 new connections a second in an account and region by default (adjustable).',
    'No private or edge-optimized endpoint, no user pool as authorizer, no WAF.',
  ],
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html',
  emit(scope) {
    const { out, id } = scope;
    refuseUnknown(scope, 'autoDeploy');
    const logs = drawnAccessLogs(scope);
    const account = logs === undefined ? undefined : apiGatewayAccount(out);
    out.resource(id, {
      type: 'AWS::ApiGatewayV2::Api',
      properties: { Name: id, ...scope.cfnProperties(), ProtocolType: 'WEBSOCKET' },
      cdk: scope.l2('apigwv2.WebSocketApi'),
    });
    const limits = {
      ThrottlingRateLimit: scope.value('throttlingRateLimit'),
      ThrottlingBurstLimit: scope.value('throttlingBurstLimit'),
    };
    const limited = Object.values(limits).some((limit) => limit !== undefined);
    out.resource(stageId(scope), {
      type: 'AWS::ApiGatewayV2::Stage',
      dependsOn: account === undefined ? [] : [account],
      properties: {
        ApiId: refOf(id),
        StageName: stageName(scope),
        AutoDeploy: scope.value('autoDeploy'),
        DefaultRouteSettings: limited ? limits : undefined,
        AccessLogSettings: logs && { DestinationArn: logs.destinationArn, Format: logs.format },
      },
      cdk: {
        class: 'apigwv2.WebSocketStage',
        props: {
          webSocketApi: scope.construct,
          stageName: codeOf(stageName(scope)),
          autoDeploy: scope.code('autoDeploy') ?? flag(true),
          throttle: throttleCode(scope),
          accessLogSettings: logs && object(stageLogsCode(logs)),
        },
      },
    });
    if (account !== undefined) waitFor(scope, account);
    out.output(`${id}Url`, scope.attribute('url'), `Address of ${scope.node.name}.`);
  },
  finish(scope) {
    const { out, id } = scope;
    const routes = webSocketRouteIds(scope);
    if (routes.length === 0) {
      out.problem(
        `"${scope.node.name}" has no route; API Gateway deploys no WebSocket API without one.`,
      );
      return;
    }
    if (scope.read('autoDeploy') === true) return;
    const deployment = `${id}Deployment`;
    out.resource(deployment, {
      type: 'AWS::ApiGatewayV2::Deployment',
      dependsOn: routes,
      properties: { ApiId: refOf(id) },
    });
    out.set(stageId(scope), 'DeploymentId', refOf(deployment));
    out.override(stageId(scope), 'DeploymentId', refOf(deployment));
    // The routes of the L2 construct are parts of the API.
    out.statement(
      invoke(member(constructRef(deployment), 'node'), 'addDependency', scope.construct),
    );
  },
});

const stageId = ({ id }: NodeScope): string => `${id}Stage`;

const stageName = (scope: NodeScope): Expression => scope.value('stageName') ?? 'prod';

const address = (protocol: string, scope: NodeScope): Expression =>
  join(`${protocol}://`, scope.attribute('host'), '/', stageName(scope));

const waitFor = (scope: NodeScope, other: string): void =>
  scope.out.statement(
    invoke(member(constructRef(stageId(scope)), 'node'), 'addDependency', constructRef(other)),
  );
