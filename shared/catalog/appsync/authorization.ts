import { array, type Code, call, name, number, object } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { clientIdOf, issuerOf } from '../cognito/providers.ts';
import { type Expression, type ExpressionObject, pseudo } from '../expression.ts';
import { memberOf } from '../members.ts';
import type { LinkScope, NodeScope } from '../service.ts';

/** One way to let callers in. */
export interface Mode {
  readonly type: string;
  /** Settings beside the type, in CloudFormation. */
  readonly properties: ExpressionObject;
  /** `appsync.AuthorizationMode` */
  readonly code: Code;
}

/** What the CDK calls the ways. */
const members = {
  API_KEY: 'API_KEY',
  AWS_IAM: 'IAM',
  AMAZON_COGNITO_USER_POOLS: 'USER_POOL',
  OPENID_CONNECT: 'OIDC',
  AWS_LAMBDA: 'LAMBDA',
};

/** How a row says who lets callers in. */
export type GraphqlAuthorizer = 'AMAZON_COGNITO_USER_POOLS' | 'OPENID_CONNECT' | 'AWS_LAMBDA';

const authorizerOf = (link: LinkScope): GraphqlAuthorizer | undefined =>
  (link.options as { readonly by?: GraphqlAuthorizer }).by;

const mode = (
  type: string,
  properties: ExpressionObject = {},
  config: Readonly<Record<string, Code | undefined>> = {},
): Mode => ({
  type,
  properties,
  code: object({
    authorizationType: memberOf('appsync.AuthorizationType', members, type, 'API_KEY'),
    ...config,
  }),
});

const drawn = (link: LinkScope): Mode => {
  const { source: api, target } = link;
  switch (authorizerOf(link)) {
    case 'AWS_LAMBDA':
      return mode(
        'AWS_LAMBDA',
        {
          LambdaAuthorizerConfig: {
            AuthorizerUri: target.attribute('arn'),
            AuthorizerResultTtlInSeconds: link.value('resultTtl') ?? 300,
          },
        },
        {
          lambdaAuthorizerConfig: object({
            handler: target.construct,
            resultsCacheTtl: link.code('resultTtl') ?? call('cdk.Duration.minutes', number(5)),
          }),
        },
      );
    case 'OPENID_CONNECT': {
      const issuer = link.value('issuer') ?? issuerOf(target);
      const client = clientIdOf(target, api.out);
      return mode(
        'OPENID_CONNECT',
        { OpenIDConnectConfig: { Issuer: issuer, ClientId: client } },
        {
          openIdConnectConfig: object({ oidcProvider: codeOf(issuer), clientId: codeOf(client) }),
        },
      );
    }
    default: {
      const action = link.read('defaultAction') === 'DENY' ? 'DENY' : 'ALLOW';
      return mode(
        'AMAZON_COGNITO_USER_POOLS',
        {
          UserPoolConfig: {
            UserPoolId: target.attribute('id'),
            AwsRegion: target.region === api.region ? pseudo('Region') : target.region,
            DefaultAction: action,
          },
        },
        {
          userPoolConfig: object({
            userPool: target.construct,
            defaultAction: name(`appsync.UserPoolDefaultAction.${action}`),
          }),
        },
      );
    }
  }
};

const apiKey = (api: NodeScope): Mode => {
  const days = api.read('apiKeyExpiryDays');
  return mode(
    'API_KEY',
    {},
    {
      apiKeyConfig:
        typeof days === 'number' && days !== usualDays
          ? object({
              expires: call('cdk.Expiration.after', call('cdk.Duration.days', number(days))),
            })
          : undefined,
    },
  );
};

/** How long AppSync keeps a key when nothing is said. */
const usualDays = 7;

/** Callers that sign with credentials of AWS: rules, functions, users of an identity pool. */
const signs = (api: NodeScope): boolean =>
  api.links('in', { mechanism: 'eventbridge-target' }).length > 0 ||
  api.links('in', { mechanism: 'iam-data-access' }).length > 0 ||
  api
    .links('in', { mechanism: 'http-call' })
    .some(({ source }) => source.service?.grantee !== undefined);

/** All ways into an API, the usual one first; undefined, with the problem said, when that one lacks something. */
export const modesOf = (api: NodeScope): readonly Mode[] | undefined => {
  const first = String(api.read('authenticationType'));
  const links = api.links('out', { mechanism: 'authorizer' });
  const extra = api.read('additionalAuth');
  const wanted = [
    first,
    ...(Array.isArray(extra) ? extra.map(String) : []),
    ...(signs(api) ? ['AWS_IAM'] : []),
  ];
  const plain = [...new Set(wanted)].filter((type) => type === 'API_KEY' || type === 'AWS_IAM');
  const modes = [
    ...plain.map((type) => (type === 'API_KEY' ? apiKey(api) : mode(type))),
    ...links.map(drawn),
  ];
  const usual = modes.find(({ type }) => type === first);
  if (usual === undefined) {
    api.out.problem(
      `"${api.node.name}" lets callers in by ${first}, but nothing is connected that does so: connect a user pool, an identity provider or a function as its authorizer.`,
    );
    return undefined;
  }
  return [usual, ...modes.filter((other) => other !== usual)];
};

/** The API key that a mode asks for. It ends, and has to be made anew before that. */
export const writeApiKey = (api: NodeScope, modes: readonly Mode[], schema: string): void => {
  if (!modes.some(({ type }) => type === 'API_KEY')) return;
  const { out, id } = api;
  const days = api.read('apiKeyExpiryDays');
  const expires: Expression | undefined =
    typeof days !== 'number' || days === usualDays
      ? undefined
      : out.parameter(`${id}ApiKeyExpires`, {
          type: 'Number',
          description: `When the API key of ${api.node.name} ends, ${days} days after the deployment: seconds since 1970 (date -d "+${days} days" +%s).`,
        });
  out.resource(`${id}DefaultApiKey`, {
    type: 'AWS::AppSync::ApiKey',
    dependsOn: [schema],
    properties: { ApiId: api.attribute('id'), Expires: expires },
    cdk: 'none',
  });
};

/** `authorizationConfig` of the L2 construct. */
export const authorizationCode = ([first, ...others]: readonly Mode[]): Code =>
  object({
    defaultAuthorization: first?.code,
    additionalAuthorizationModes:
      others.length > 0 ? array(others.map(({ code }) => code)) : undefined,
  });
