import { member } from '../../lib/typescript/syntax.ts';
import { executeArnAttribute, hostAttribute, urlAttribute } from '../api/address.ts';
import { finishRestApi, stageName, writeRestApi } from '../api/rest-api.ts';
import { caches } from '../api/rest-stage.ts';
import { codeOf, constructRef } from '../code.ts';
import { refOf } from '../expression.ts';
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
import { defineService } from '../service.ts';
import { apiTask } from '../workflow/api-task.ts';

export const restApi = defineService({
  kind: 'rest-api',
  title: 'API Gateway REST API',
  words: 'apigw api gateway v1 rest endpoint resource edge-optimized private regional',
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
      format: 'iam-policy',
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
  task: apiTask,
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
  emit: writeRestApi,
  finish: finishRestApi,
  resourcePolicy: {
    sam: ({ out, id }, statements) =>
      out.append(id, 'Auth.ResourcePolicy.CustomStatements', ...policyStatements(statements)),
  },
});
