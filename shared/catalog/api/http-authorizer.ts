import {
  array,
  type Code,
  call,
  create,
  flag,
  invoke,
  member,
  name,
  object,
  text,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { poolClientId as clientId } from '../cognito/client.ts';
import { clientIdOf, issuerOf } from '../cognito/providers.ts';
import type { ConnectionScope } from '../connection.ts';
import { arn, type Expression, type ExpressionObject, join, pseudo } from '../expression.ts';
import { refuseUnknownLink } from '../known.ts';
import { isPlainAuthorizer } from './http-route.ts';
import { authorizerName, checksTokens, isAuthorizerUsed, refuseFarAuthorizer } from './routes.ts';

const standard = '$request.header.Authorization';

const textList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** The region of a user pool that is not of the API's own. */
const poolRegion = ({ source, target }: ConnectionScope): string | undefined =>
  target.region === source.region ? undefined : target.region;

/** Who makes out the tokens: a user pool, or what an identity provider says of itself. */
const issuer = (scope: ConnectionScope): Expression =>
  isPool(scope) ? poolIssuer(scope) : (scope.value('issuer') ?? issuerOf(scope.target));

const isPool = ({ target }: ConnectionScope): boolean => target.attributeNames.includes('clientId');

const poolIssuer = (scope: ConnectionScope): Expression =>
  join(
    'https://cognito-idp.',
    poolRegion(scope) ?? pseudo('Region'),
    '.amazonaws.com/',
    scope.target.attribute('id'),
  );

/** The authorizer as a construct with an id, and what L2 routes take of it. */
const writePlain = (
  scope: ConnectionScope,
  type: 'JWT' | 'CUSTOM',
  props: Readonly<Record<string, Code | undefined>>,
): void => {
  const { source } = scope;
  const id = authorizerName(scope);
  source.out.construct(id, {
    class: 'apigwv2.HttpAuthorizer',
    props: {
      httpApi: source.construct,
      type: name(`apigwv2.HttpAuthorizerType.${type === 'JWT' ? 'JWT' : 'LAMBDA'}`),
      ...props,
    },
  });
  source.out.construct(`${id}Reference`, {
    create: call(
      'apigwv2.HttpAuthorizer.fromHttpAuthorizerAttributes',
      thisExpression,
      text(`${id}Reference`),
      object({
        authorizerId: member(constructRef(id), 'authorizerId'),
        authorizerType: text(type),
      }),
    ),
    type: 'apigwv2.IHttpRouteAuthorizer',
  });
};

/** For whom tokens have to be made out while nobody says it: the application that signs users in. */
const usualAudience = (scope: ConnectionScope): Expression =>
  isPool(scope) ? scope.target.attribute('clientId') : clientIdOf(scope.target, scope.source.out);

/** Tokens of a user pool or another provider: made out by it, for one of the applications. */
const writeTokens = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const { out } = source;
  const id = authorizerName(scope);
  const named = textList(scope.read('audience'));
  const audience: readonly Expression[] = named.length > 0 ? named : [usualAudience(scope)];
  out.set(source.id, `Auth.Authorizers.${id}`, {
    IdentitySource: standard,
    JwtConfiguration: { issuer: issuer(scope), audience: [...audience] },
  });
  if (isPlainAuthorizer(scope)) {
    writePlain(scope, 'JWT', {
      identitySource: array([text(standard)]),
      jwtIssuer: codeOf(issuer(scope)),
      jwtAudience: array(audience.map(codeOf)),
    });
    return;
  }
  const ofClients = named.length === 0 && isPool(scope);
  const region = poolRegion(scope);
  const type = `authorizers.${ofClients ? 'HttpUserPoolAuthorizer' : 'HttpJwtAuthorizer'}`;
  out.construct(id, {
    create: create(
      type,
      text(id),
      ofClients ? target.construct : codeOf(issuer(scope)),
      ofClients
        ? object({
            userPoolClients: array([constructRef(clientId(target))]),
            userPoolRegion: region === undefined ? undefined : text(region),
          })
        : object({ jwtAudience: array(audience.map(codeOf)) }),
    ),
    type,
  });
};

const places: Readonly<Record<string, string>> = {
  '$request.header.': 'Headers',
  '$request.querystring.': 'QueryStrings',
  '$stageVariables.': 'StageVariables',
  '$context.': 'Context',
};

/** `Identity` of a SAM authorizer; undefined when it cannot be said. */
const identityOf = (sources: readonly string[]): ExpressionObject | undefined => {
  const identity: Record<string, string[]> = {};
  for (const source of sources) {
    const start = Object.keys(places).find((item) => source.startsWith(item));
    const key = start && places[start];
    if (start === undefined || key === undefined || source.length === start.length)
      return undefined;
    identity[key] = [...(identity[key] ?? []), source.slice(start.length)];
  }
  return identity;
};

/** A function that says yes or no, or answers with an IAM policy. */
const writeFunction = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const { out } = source;
  const id = authorizerName(scope);
  const sources = textList(scope.read('identitySource'));
  const identity = identityOf(sources);
  const version = scope.read('payloadFormatVersion') === '1.0' ? '1.0' : '2.0';
  const simple = scope.read('enableSimpleResponses') === true;
  if (identity === undefined || (simple && version === '1.0')) {
    out.problem(
      identity === undefined
        ? `The authorizer "${target.node.name}" of "${source.node.name}" reads something that API Gateway does not know; write ${standard} or the like.`
        : `The authorizer "${target.node.name}" of "${source.node.name}" answers with yes or no, which needs payload format 2.0.`,
    );
    return;
  }
  out.set(source.id, `Auth.Authorizers.${id}`, {
    FunctionArn: target.attribute('arn'),
    AuthorizerPayloadFormatVersion: version,
    EnableSimpleResponses: simple ? true : undefined,
    EnableFunctionDefaultPermissions: true,
    Identity: { ...identity, ReauthorizeEvery: scope.value('resultTtl') },
  });
  const identitySource = array(sources.map(text));
  const resultsCacheTtl = scope.code('resultTtl');
  if (isPlainAuthorizer(scope)) {
    writePlain(scope, 'CUSTOM', {
      identitySource,
      resultsCacheTtl,
      enableSimpleResponses: simple ? flag(true) : undefined,
      payloadFormatVersion: name(
        `apigwv2.AuthorizerPayloadVersion.VERSION_${version === '1.0' ? '1_0' : '2_0'}`,
      ),
      authorizerUri: codeOf(
        join(
          'arn:',
          pseudo('Partition'),
          ':apigateway:',
          pseudo('Region'),
          ':lambda:path/2015-03-31/functions/',
          target.attribute('arn'),
          '/invocations',
        ),
      ),
    });
    out.statement(
      invoke(
        target.construct,
        'addPermission',
        text(id),
        object({
          principal: create('iam.ServicePrincipal', text('apigateway.amazonaws.com')),
          sourceArn: codeOf(arn('execute-api', join(source.attribute('id'), '/authorizers/*'))),
        }),
      ),
    );
    return;
  }
  out.construct(id, {
    create: create(
      'authorizers.HttpLambdaAuthorizer',
      text(id),
      target.construct,
      object({
        identitySource:
          sources.length === 1 && sources[0] === standard ? undefined : identitySource,
        responseTypes: array([
          name(`authorizers.HttpLambdaResponseType.${simple ? 'SIMPLE' : 'IAM'}`),
        ]),
        resultsCacheTtl,
      }),
    ),
    type: 'authorizers.HttpLambdaAuthorizer',
  });
};

/** A Cognito user pool or a function that decides who may call routes of an HTTP API. */
export const writeHttpAuthorizer = (scope: ConnectionScope): void => {
  if (
    !isAuthorizerUsed(scope) ||
    refuseFarAuthorizer(scope) ||
    refuseUnknownLink(scope, 'resultTtl')
  )
    return;
  if (checksTokens(scope)) writeTokens(scope);
  else writeFunction(scope);
};
