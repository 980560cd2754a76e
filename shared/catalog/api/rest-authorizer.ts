import { array, text } from '../../lib/typescript/syntax.ts';
import type { ConnectionScope } from '../connection.ts';
import type { ExpressionObject } from '../expression.ts';
import { refuseUnknownLink } from '../known.ts';
import { authorizerName, checksTokens, isAuthorizerUsed, refuseFarAuthorizer } from './routes.ts';

const standard = 'method.request.header.Authorization';

/** Where an authorizer finds what it judges, such as `method.request.header.Authorization`. */
interface IdentitySource {
  readonly place: string;
  readonly name: string;
}

const places: Readonly<Record<string, string>> = {
  'method.request.header': 'Headers',
  'method.request.querystring': 'QueryStrings',
  stageVariables: 'StageVariables',
  context: 'Context',
};

const sourcesOf = (text: string): readonly IdentitySource[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => {
      const place = Object.keys(places).find((start) => item.startsWith(`${start}.`)) ?? '';
      return { place, name: item.slice(place.length + 1) };
    });

/** `Identity` of a SAM authorizer of the kind REQUEST. */
const requestIdentity = (sources: readonly IdentitySource[]): ExpressionObject => {
  const identity: Record<string, string[]> = {};
  for (const { place, name } of sources) {
    const key = places[place] ?? 'Headers';
    identity[key] = [...(identity[key] ?? []), name];
  }
  return identity;
};

/** A Cognito user pool or a function that decides who may call routes of a REST API. */
export const writeRestAuthorizer = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  if (!isAuthorizerUsed(scope) || refuseFarAuthorizer(scope)) return;
  if (refuseUnknownLink(scope, 'resultTtl')) return;
  const { out } = source;
  const id = authorizerName(scope);
  const identity = String(scope.read('identitySource') || standard);
  const sources = sourcesOf(identity);
  const wrong =
    sources.length === 0 || sources.some(({ place, name }) => place === '' || name === '');
  const [header] = sources;
  const isPool = checksTokens(scope);
  const byRequest = !isPool && scope.read('authorizerType') === 'REQUEST';
  if (wrong || (!byRequest && (sources.length > 1 || header?.place !== 'method.request.header'))) {
    out.problem(
      `The authorizer "${target.node.name}" of "${source.node.name}" reads ${identity}; it takes ${
        byRequest ? 'headers, query parameters, stage variables and context' : 'one header'
      }, such as ${standard}.`,
    );
    return;
  }
  const changed = identity === standard ? undefined : text(identity);
  if (isPool) {
    out.set(source.id, `Auth.Authorizers.${id}`, {
      UserPoolArn: target.attribute('arn'),
      ...(changed === undefined ? {} : { Identity: { Header: header?.name ?? '' } }),
    });
    out.construct(id, {
      class: 'apigw.CognitoUserPoolsAuthorizer',
      props: { cognitoUserPools: array([target.construct]), identitySource: changed },
    });
    return;
  }
  out.set(source.id, `Auth.Authorizers.${id}`, {
    FunctionArn: target.attribute('arn'),
    FunctionPayloadType: byRequest ? 'REQUEST' : 'TOKEN',
    Identity: {
      ...(byRequest
        ? requestIdentity(sources)
        : { Header: changed === undefined ? undefined : header?.name }),
      ReauthorizeEvery: scope.value('resultTtl'),
    },
  });
  out.construct(id, {
    class: byRequest ? 'apigw.RequestAuthorizer' : 'apigw.TokenAuthorizer',
    props: {
      handler: target.construct,
      ...(byRequest
        ? {
            identitySources: array(sources.map(({ place, name }) => text(`${place}.${name}`))),
          }
        : { identitySource: changed }),
      resultsCacheTtl: scope.code('resultTtl'),
    },
  });
};
