import {
  array,
  type Code,
  call,
  flag,
  invoke,
  member,
  object,
  text as string,
} from '../../lib/typescript/syntax.ts';
import { apiGatewayAccount } from '../api/account.ts';
import { executeArnAttribute, hostAttribute, urlAttribute } from '../api/address.ts';
import {
  endpoints,
  endpointType,
  endpointTypeCode,
  isPrivate,
  letEndpointsIn,
  policyOf,
  statementsOf,
  writeApiKey,
} from '../api/rest-access.ts';
import { allowedOrigins, checkOrigins, preflightCode, samCors } from '../api/rest-cors.ts';
import { hasApiKeys, resourceCode, restBody } from '../api/rest-route.ts';
import { accessLogsOf, caches, stageCode, stageSettings } from '../api/rest-stage.ts';
import { routesOf } from '../api/routes.ts';
import { codeOf, constructRef } from '../code.ts';
import { document, type Expression, isToken, refOf } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { policyStatements } from '../policy.ts';
import {
  choice,
  integer,
  json,
  list,
  logRetentionDays,
  numeric,
  seconds,
  text,
  yesNo,
} from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

export const restApi = defineService({
  kind: 'rest-api',
  title: 'API Gateway REST API',
  category: 'api',
  icon: 'AmazonAPIGateway',
  cloudFormation: [
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGateway::Method',
  ],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      required: true,
      maxLength: 1024,
      help: 'What the API is called in the console.',
      cfn: 'Name',
      cdk: 'restApiName',
    }),
    endpointType: choice(['EDGE', 'REGIONAL', 'PRIVATE'], {
      default: 'REGIONAL',
      required: true,
      help: 'Regional answers in its region. Edge-optimized goes through a hidden CloudFront distribution, for clients all over the world. Private answers in VPCs only, through a VPC endpoint.',
    }),
    stageName: text({
      default: 'prod',
      required: true,
      maxLength: 128,
      pattern: '^[A-Za-z0-9_-]{1,128}$',
      help: 'The first part of every path of the API, unless a domain name of your own stands in front.',
    }),
    throttlingRateLimit: numeric({
      default: 10_000,
      min: 0,
      unit: 'requests/s',
      help: 'How many requests a second are let through. The account as a whole has 10,000 in a region by default.',
    }),
    throttlingBurstLimit: integer({
      default: 5000,
      min: 0,
      advanced: true,
      help: 'How many requests may come at the same moment.',
    }),
    cacheClusterEnabled: yesNo({
      default: false,
      help: 'Keeps answers for a while, on a cache that is paid by the hour.',
    }),
    cacheClusterSize: choice(['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'], {
      default: '0.5',
      unit: 'GB',
      when: caches,
    }),
    cacheTtl: seconds({
      default: 300,
      min: 0,
      max: 3600,
      when: caches,
      help: 'How long an answer is kept.',
    }),
    apiKeyRequired: yesNo({
      default: false,
      help: 'Every caller shows a key. A key tells callers apart and limits them; it proves nobody’s identity.',
    }),
    loggingLevel: choice(['OFF', 'ERROR', 'INFO'], {
      default: 'ERROR',
      emitDefault: true,
      advanced: true,
      help: 'What API Gateway writes about running requests. Needs a role that is set once for an account and region, which the export adds.',
    }),
    metricsEnabled: yesNo({
      default: true,
      emitDefault: true,
      advanced: true,
      help: 'Metrics for each method instead of the whole API.',
    }),
    tracingEnabled: yesNo({
      default: false,
      advanced: true,
      help: 'Sends traces to X-Ray.',
      cfn: 'TracingEnabled',
    }),
    binaryMediaTypes: list({
      advanced: true,
      help: 'Content types that are no text, such as image/png; */* for all.',
    }),
    minimumCompressionSize: integer({
      min: 0,
      max: 10_485_760,
      unit: 'bytes',
      advanced: true,
      help: 'Answers of this size and more are compressed for clients that ask for it.',
      cfn: 'MinimumCompressionSize',
    }),
    corsAllowOrigins: list({
      help: 'Web pages of these origins may call the API from a browser. Functions must send the header Access-Control-Allow-Origin themselves.',
    }),
    disableExecuteApiEndpoint: yesNo({
      default: false,
      advanced: true,
      help: 'The address that AWS made is switched off; only the custom domain answers.',
      cfn: 'DisableExecuteApiEndpoint',
      cdk: 'disableExecuteApiEndpoint',
    }),
    resourcePolicy: json({
      advanced: true,
      help: 'Who may call the API from where. A private API needs one; without it the connected VPC endpoints are let in.',
    }),
    accessLogging: yesNo({
      default: false,
      help: 'Writes a line for each request into a log group of its own; or draw an arrow to a log group.',
    }),
    logRetentionDays: choice(logRetentionDays, {
      default: 30,
      unit: 'days',
      when: (read) => read('accessLogging') === true,
      help: 'How long the access logs are kept.',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'restApiId' },
    /** The stage's name as it is written. */
    stageName: { cfn: (scope) => stageName(scope), cdk: (_api, scope) => codeOf(stageName(scope)) },
    /** The same from the deployed stage, so that whoever asks waits for it. */
    stage: { cfn: ({ id }) => refOf(`${id}.Stage`), cdk: 'deploymentStage.stageName' },
    apiKeyId: {
      cfn: ({ id }) => refOf(`${id}ApiKey`),
      cdk: (_api, { id }) => member(constructRef(`${id}ApiKey`), 'keyId'),
    },
    rootResourceId: { cfn: 'RootResourceId', cdk: 'restApiRootResourceId' },
    host: hostAttribute('restApiId'),
    url: urlAttribute('restApiId', (scope) => stageName(scope)),
    executeArn: executeArnAttribute('restApiId'),
  },
  summary: (read) =>
    [
      { EDGE: 'edge-optimized', REGIONAL: 'regional', PRIVATE: 'private' }[
        String(read('endpointType'))
      ] ?? String(read('endpointType')),
      String(read('stageName')),
      ...(caches(read) ? [`cache ${String(read('cacheClusterSize'))} GB`] : []),
      ...(read('apiKeyRequired') === true ? ['API keys'] : []),
    ].join(' · '),
  explain:
    'The front door of an application for requests over HTTPS: it looks at method and path, checks who is calling, and hands the request to a function, straight to another AWS service, or to a web server. A REST API is the richer of the two kinds: API keys with limits for each client, a cache, checks and templates for requests, private endpoints, a web application firewall. An HTTP API can do less and costs about a third.',
  cost: 'Each request, data that leaves AWS, and the hours of a cache.',
  limits: [
    'A request and its answer have 10 MB at most; a streamed answer of a proxy integration may be larger.',
    'A backend has 29 seconds to answer. Regional and private APIs can get more by a quota increase.',
    '300 resources in an API by default (adjustable).',
    '10,000 requests a second for all APIs of an account in a region by default (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-rest-api.html',
  emit(scope) {
    const { out, id } = scope;
    const logs = accessLogsOf(scope);
    const executionLogs = scope.read('loggingLevel') !== 'OFF';
    const account = executionLogs || logs?.to === 'log-group' ? apiGatewayAccount(out) : undefined;
    const policy = policyOf(scope);
    if (isToken(policy))
      out.problem(
        `"${scope.node.name}": resourcePolicy must be known when the export is made. Set it to a plain value.`,
      );
    const binary = textList(scope.read('binaryMediaTypes'));
    const literalStage = scope.read('stageName');
    refuseUnknown(
      scope,
      'corsAllowOrigins',
      'binaryMediaTypes',
      'cacheClusterEnabled',
      'apiKeyRequired',
      'accessLogging',
      'logRetentionDays',
    );
    checkOrigins(scope);
    out.resource(id, {
      type: 'AWS::Serverless::Api',
      dependsOn: account === undefined ? [] : [account],
      properties: {
        Name: id,
        ...scope.cfnProperties(),
        StageName: stageName(scope),
        // From this version on SAM leaves out the additional stage called "Stage".
        OpenApiVersion: '3.0.1',
        EndpointConfiguration: {
          Type: endpointType(scope),
          VPCEndpointIds: isPrivate(scope)
            ? endpoints(scope, (item) => item.attribute('id'))
            : undefined,
        },
        // SAM wants the slash of a media type in this form.
        BinaryMediaTypes:
          binary.length > 0 ? binary.map((type) => type.replace('/', '~1')) : undefined,
        Cors: samCors(allowedOrigins(scope)),
        ...stageSettings(scope),
        AccessLogSetting: logs && { DestinationArn: logs.destinationArn, Format: logs.format },
        Auth: {
          ResourcePolicy:
            policy === undefined ? undefined : { CustomStatements: statementsOf(policy) },
        },
      },
      cdk: scope.l2('apigw.RestApi', {
        endpointConfiguration: object({
          types: array([endpointTypeCode(scope)]),
          vpcEndpoints: isPrivate(scope)
            ? array(endpoints(scope, (item) => item.construct))
            : undefined,
        }),
        policy:
          policy === undefined ? undefined : call('iam.PolicyDocument.fromJson', codeOf(policy)),
        binaryMediaTypes: binary.length > 0 ? array(binary.map(string)) : undefined,
        minCompressionSize: compressionCode(scope),
        // The role for logs belongs to the whole account and stands beside the API.
        cloudWatchRole: flag(false),
        deployOptions: object({
          stageName: typeof literalStage === 'string' ? string(literalStage) : undefined,
          ...stageCode(scope, logs),
        }),
      }),
    });
    const stage = member(scope.construct, 'deploymentStage');
    if (typeof literalStage !== 'string')
      out.statement(
        invoke(
          { kind: 'as', value: member(stage, 'node.defaultChild'), type: 'cdk.CfnResource' },
          'addPropertyOverride',
          string('StageName'),
          codeOf(stageName(scope)),
        ),
      );
    if (account !== undefined)
      out.statement(invoke(member(stage, 'node'), 'addDependency', constructRef(account)));
    if (policy === undefined) letEndpointsIn(scope);
    if (scope.read('disableExecuteApiEndpoint') !== true)
      out.output(`${id}Url`, scope.attribute('url'), `Address of ${scope.node.name}.`);
  },
  finish(scope) {
    const { out, id } = scope;
    const routes = routesOf(scope);
    if (routes.length === 0) {
      out.problem(`"${scope.node.name}" has no route; API Gateway refuses an API without one.`);
      return;
    }
    const body = restBody(scope);
    if (body !== undefined) out.set(id, 'DefinitionBody', document(body));
    out.statement(
      ...preflightCode(routes, allowedOrigins(scope), (path) =>
        resourceCode(scope.construct, path),
      ),
    );
    if (hasApiKeys(scope)) writeApiKey(scope);
  },
  resourcePolicy: {
    sam: ({ out, id }, statements) =>
      out.append(id, 'Auth.ResourcePolicy.CustomStatements', ...policyStatements(statements)),
  },
});

const stageName = (scope: NodeScope): Expression => scope.value('stageName') ?? 'prod';

const textList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const compressionCode = (scope: NodeScope): Code | undefined => {
  const size = scope.code('minimumCompressionSize');
  return size && call('cdk.Size.bytes', size);
};
