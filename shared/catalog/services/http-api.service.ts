import { array, type Code, flag, name, object } from '../../lib/typescript/syntax.ts';
import { drawnAccessLogs, stageLogsCode } from '../api/access-logs.ts';
import { executeArnAttribute, hostAttribute, urlAttribute } from '../api/address.ts';
import { httpBody } from '../api/http-body.ts';
import { throttleCode } from '../api/stage.ts';
import { codeOf } from '../code.ts';
import { document, type Expression, refOf } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { choice, integer, list, numeric, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { apiTask } from '../workflow/api-task.ts';

const hasCors = (read: (property: string) => unknown): boolean => {
  const origins = read('corsAllowOrigins');
  return Array.isArray(origins) && origins.length > 0;
};

export const httpApi = defineService({
  kind: 'http-api',
  title: 'API Gateway HTTP API',
  words: 'apigw api gateway v2 http rest endpoint routes',
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
    }),
    stageName: text({
      default: '$default',
      emitDefault: true,
      maxLength: 128,
      pattern: '^(\\$default|[A-Za-z0-9_-]{1,128})$',
      advanced: true,
      help: '$default is served at the root of the address; every other name is the first part of all paths.',
    }),
    corsAllowOrigins: list({
      help: 'Web pages of these origins may call the API from a browser. API Gateway itself answers the browser’s questions.',
      cfn: 'CorsConfiguration.AllowOrigins',
    }),
    corsAllowMethods: list({
      default: ['GET', 'POST', 'OPTIONS'],
      emitDefault: true,
      when: hasCors,
      cfn: 'CorsConfiguration.AllowMethods',
    }),
    corsAllowHeaders: list({
      default: ['content-type', 'authorization'],
      emitDefault: true,
      when: hasCors,
      cfn: 'CorsConfiguration.AllowHeaders',
    }),
    corsAllowCredentials: yesNo({
      default: false,
      when: hasCors,
      help: 'The browser may send cookies along. Not together with the origin *.',
      cfn: 'CorsConfiguration.AllowCredentials',
    }),
    throttlingRateLimit: numeric({
      default: 10_000,
      min: 0,
      unit: 'requests/s',
      help: 'How many requests a second are let through. The account as a whole has 10,000 in a region by default.',
      cfn: 'DefaultRouteSettings.ThrottlingRateLimit',
    }),
    throttlingBurstLimit: integer({
      default: 5000,
      min: 0,
      advanced: true,
      help: 'How many requests may come at the same moment.',
      cfn: 'DefaultRouteSettings.ThrottlingBurstLimit',
    }),
    detailedMetricsEnabled: yesNo({
      default: false,
      advanced: true,
      help: 'Metrics for each route instead of the whole API.',
      cfn: 'DefaultRouteSettings.DetailedMetricsEnabled',
    }),
    disableExecuteApiEndpoint: yesNo({
      default: false,
      advanced: true,
      help: 'The address that AWS made is switched off; only the custom domain answers.',
      cfn: 'DisableExecuteApiEndpoint',
      cdk: 'disableExecuteApiEndpoint',
    }),
    ipAddressType: choice(['ipv4', 'dualstack'], {
      default: 'ipv4',
      advanced: true,
      help: 'Dualstack answers IPv6 as well.',
      cdk: {
        name: 'ipAddressType',
        enum: 'apigwv2.IpAddressType',
        members: { ipv4: 'IPV4', dualstack: 'DUAL_STACK' },
      },
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'apiId' },
    /** The stage's name as it is written. */
    stageName: { cfn: (scope) => stageName(scope), cdk: (_api, scope) => codeOf(stageName(scope)) },
    /** The same from the deployed stage, so that whoever asks waits for it. */
    stage: {
      cfn: ({ id }) => refOf(`${id}.Stage`),
      cdk: (_api, scope) => codeOf(refOf(stageId(scope))),
    },
    host: hostAttribute('apiId'),
    url: urlAttribute('apiId', (scope) =>
      stageName(scope) === '$default' ? undefined : stageName(scope),
    ),
    executeArn: executeArnAttribute('apiId'),
  },
  task: apiTask,
  summary: (read) =>
    [
      read('stageName') === '$default' ? 'no stage in the path' : String(read('stageName')),
      ...(hasCors(read) ? ['CORS'] : []),
      ...(read('ipAddressType') === 'dualstack' ? ['IPv4 and IPv6'] : []),
    ].join(' · '),
  explain:
    'The simple and cheap front door for requests over HTTPS. It finds the route by method and path, checks tokens by itself when a user pool or another issuer made them, and hands the request to a function, to a web server or to one of a few AWS services. It has no API keys, no cache and no private endpoint; who needs those takes a REST API.',
  cost: 'Each request (512 KB count as one), and data that leaves AWS.',
  limits: [
    'A request and its answer have 10 MB at most.',
    'A backend has 30 seconds to answer.',
    '300 routes and 300 integrations in an API by default (adjustable).',
    'No API keys, usage plans, caching, request validation, WAF, X-Ray, edge or private endpoint.',
  ],
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html',
  emit(scope) {
    const { out, id } = scope;
    refuseUnknown(scope, 'corsAllowOrigins', 'corsAllowMethods', 'ipAddressType');
    const logs = drawnAccessLogs(scope);
    out.resource(id, {
      type: 'AWS::Serverless::HttpApi',
      properties: {
        ...scope.cfnProperties(),
        StageName: stageName(scope),
        AccessLogSettings: logs && { DestinationArn: logs.destinationArn, Format: logs.format },
      },
      cdk: scope.l2('apigwv2.HttpApi', {
        apiName: scope.code('name'),
        corsPreflight: corsCode(scope),
        createDefaultStage: flag(false),
      }),
    });
    out.construct(stageId(scope), {
      class: 'apigwv2.HttpStage',
      props: {
        httpApi: scope.construct,
        stageName: codeOf(stageName(scope)),
        autoDeploy: flag(true),
        throttle: throttleCode(scope),
        detailedMetricsEnabled: scope.code('detailedMetricsEnabled'),
        accessLogSettings: logs && object(stageLogsCode(logs)),
      },
    });
    if (scope.read('disableExecuteApiEndpoint') !== true)
      out.output(`${id}Url`, scope.attribute('url'), `Address of ${scope.node.name}.`);
  },
  finish(scope) {
    const { out, id } = scope;
    const body = httpBody(scope);
    // SAM wants the name in the body when there is one.
    if (body === undefined) out.set(id, 'Name', scope.value('name') ?? id);
    else out.set(id, 'DefinitionBody', document(body));
  },
});

const stageId = ({ id }: NodeScope): string => `${id}Stage`;

const stageName = (scope: NodeScope): Expression => scope.value('stageName') ?? '$default';

const textList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const corsMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const corsCode = (scope: NodeScope): Code | undefined => {
  if (!hasCors(scope.read)) return undefined;
  const methods = textList(scope.read('corsAllowMethods'));
  return object({
    allowOrigins: scope.code('corsAllowOrigins'),
    allowMethods: array(
      methods.map((method) =>
        name(`apigwv2.CorsHttpMethod.${corsMethods.includes(method) ? method : 'ANY'}`),
      ),
    ),
    allowHeaders: scope.code('corsAllowHeaders'),
    allowCredentials: scope.code('corsAllowCredentials'),
  });
};
