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
import { codeOf, constructRef } from '../code.ts';
import { document, type Expression, isToken } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import type { NodeScope } from '../service.ts';
import { apiGatewayAccount } from './account.ts';
import {
  endpoints,
  endpointType,
  endpointTypeCode,
  isPrivate,
  letEndpointsIn,
  policyOf,
  statementsOf,
  writeApiKey,
} from './rest-access.ts';
import { allowedOrigins, checkOrigins, preflightCode, samCors } from './rest-cors.ts';
import { hasApiKeys, resourceCode, restBody } from './rest-route.ts';
import { accessLogsOf, stageCode, stageSettings } from './rest-stage.ts';
import { routesOf } from './routes.ts';

/** The name of the stage: what is set, or the usual one. */
export const stageName = (scope: NodeScope): Expression => scope.value('stageName') ?? 'prod';

/** Writes a REST API and its stage. */
export const writeRestApi = (scope: NodeScope): void => {
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
};

/** Writes what depends on the routes, when all of them are known. */
export const finishRestApi = (scope: NodeScope): void => {
  const { out, id } = scope;
  const routes = routesOf(scope);
  if (routes.length === 0) {
    out.problem(`"${scope.node.name}" has no route; API Gateway refuses an API without one.`);
    return;
  }
  const body = restBody(scope);
  if (body !== undefined) out.set(id, 'DefinitionBody', document(body));
  out.statement(
    ...preflightCode(routes, allowedOrigins(scope), (path) => resourceCode(scope.construct, path)),
  );
  if (hasApiKeys(scope)) writeApiKey(scope);
};

const textList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const compressionCode = (scope: NodeScope): Code | undefined => {
  const size = scope.code('minimumCompressionSize');
  return size && call('cdk.Size.bytes', size);
};
