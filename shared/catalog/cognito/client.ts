import {
  array,
  type Code,
  call,
  create,
  flag,
  name,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, type ExpressionObject, isToken, join, refOf } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { supportedProviders } from './provider-names.ts';

/** The app client of a user pool: who applications are that sign users in. */
export const poolClientId = (pool: NodeScope): string => `${pool.id}Client`;

const textList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

/** Ways to sign in that something in the design needs. */
const signInFlows = (pool: NodeScope) => {
  const triggers = new Set(
    pool.links('out', { mechanism: 'trigger' }).map((link) => String(link.read('trigger'))),
  );
  return {
    custom: ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'].some(
      (trigger) => triggers.has(trigger),
    ),
    // A user who is still in the old directory must hand over the password itself.
    password: triggers.has('UserMigration'),
    admin: pool
      .links('in', { mechanism: 'iam-data-access' })
      .some((link) => link.source.node.kind === 'lambda' && link.read('access') === 'authenticate'),
    choice: pool.read('passwordless') === true,
  };
};

/** Sign-in over the login pages. */
interface OAuth {
  readonly flows: readonly string[];
  readonly callbackUrls: Expression | undefined;
}

const oauthOf = (pool: NodeScope): OAuth | undefined => {
  const flows = textList(pool.read('appClientOAuthFlows'));
  const urls = pool.value('callbackUrls');
  const hasUrls = urls !== undefined && !(Array.isArray(urls) && urls.length === 0);
  const machines = flows.includes('client_credentials');
  if (machines && flows.length > 1)
    pool.out.problem(
      `"${pool.node.name}" lets programs sign in (client_credentials) and people too; Cognito wants an app client of its own for programs.`,
    );
  if (machines) return { flows: ['client_credentials'], callbackUrls: undefined };
  return hasUrls && flows.length > 0 ? { flows, callbackUrls: urls } : undefined;
};

const resourceServer = (pool: NodeScope) => ({
  id: `${pool.id}ResourceServer`,
  identifier: pool.id,
  scope: 'access',
});

/** Programs ask for scopes of an API, not of a person; a resource server names them. */
const writeResourceServer = (pool: NodeScope): void => {
  const { out } = pool;
  const { id, identifier, scope } = resourceServer(pool);
  const description = 'Call the API';
  out.resource(id, {
    type: 'AWS::Cognito::UserPoolResourceServer',
    properties: {
      UserPoolId: refOf(pool.id),
      Identifier: identifier,
      Name: identifier,
      Scopes: [{ ScopeName: scope, ScopeDescription: description }],
    },
    cdk: {
      class: 'cognito.UserPoolResourceServer',
      props: {
        userPool: pool.construct,
        identifier: text(identifier),
        userPoolResourceServerName: text(identifier),
        scopes: array([scopeCode(scope, description)]),
      },
    },
  });
};

const scopeCode = (scope: string, description: string): Code =>
  create(
    'cognito.ResourceServerScope',
    object({ scopeName: text(scope), scopeDescription: text(description) }),
  );

const peopleScopes = ['openid', 'email', 'profile'];

/** A validity in minutes, as a duration. The construct looks at it, so it takes plain numbers only. */
const minutes = (pool: NodeScope, property: string): Code | undefined => {
  const value = pool.value(property);
  return typeof value === 'number' ? call('cdk.Duration.minutes', codeOf(value)) : undefined;
};

/** Validities that come from the template. */
const overrideValidity = (pool: NodeScope): void => {
  for (const [path, value] of Object.entries(validity(pool)))
    if (isToken(value)) {
      pool.out.override(poolClientId(pool), path, value);
      const unit = path.replace('Validity', '');
      pool.out.override(poolClientId(pool), `TokenValidityUnits.${unit}`, 'minutes');
    }
};

const validity = (pool: NodeScope): ExpressionObject => {
  const access = pool.value('accessTokenValidity');
  const refresh = pool.value('refreshTokenValidity');
  return {
    AccessTokenValidity: access,
    RefreshTokenValidity: refresh,
    TokenValidityUnits:
      access === undefined && refresh === undefined
        ? undefined
        : {
            AccessToken: access === undefined ? undefined : 'minutes',
            RefreshToken: refresh === undefined ? undefined : 'minutes',
          },
  };
};

const oauthProperties = (pool: NodeScope, oauth: OAuth | undefined): ExpressionObject => {
  if (oauth === undefined) return { AllowedOAuthFlowsUserPoolClient: false };
  const { id, scope } = resourceServer(pool);
  return {
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: [...oauth.flows],
    AllowedOAuthScopes:
      oauth.callbackUrls === undefined ? [join(refOf(id), `/${scope}`)] : peopleScopes,
    CallbackURLs: oauth.callbackUrls,
  };
};

const oauthCode = (
  pool: NodeScope,
  oauth: OAuth | undefined,
): Readonly<Record<string, Code | undefined>> => {
  if (oauth === undefined) return { disableOAuth: flag(true) };
  const { id, scope } = resourceServer(pool);
  const machines = oauth.callbackUrls === undefined;
  return {
    oAuth: object({
      flows: object({
        authorizationCodeGrant: oauth.flows.includes('code') ? flag(true) : undefined,
        implicitCodeGrant: oauth.flows.includes('implicit') ? flag(true) : undefined,
        clientCredentials: machines ? flag(true) : undefined,
      }),
      scopes: array(
        machines
          ? [
              call(
                'cognito.OAuthScope.resourceServer',
                constructRef(id),
                scopeCode(scope, 'Call the API'),
              ),
            ]
          : ['OPENID', 'EMAIL', 'PROFILE'].map((item) => name(`cognito.OAuthScope.${item}`)),
      ),
      callbackUrls: machines ? undefined : pool.code('callbackUrls'),
    }),
  };
};

/** Writes the app client of a user pool. */
export const writePoolClient = (pool: NodeScope): void => {
  const { out } = pool;
  const id = poolClientId(pool);
  const oauth = oauthOf(pool);
  const machines = oauth !== undefined && oauth.callbackUrls === undefined;
  if (machines) writeResourceServer(pool);
  const flows = signInFlows(pool);
  const secret = machines ? true : pool.value('generateClientSecret');
  out.resource(id, {
    type: 'AWS::Cognito::UserPoolClient',
    properties: {
      UserPoolId: refOf(pool.id),
      GenerateSecret: secret,
      ExplicitAuthFlows: [
        ...(flows.password ? ['ALLOW_USER_PASSWORD_AUTH'] : []),
        ...(flows.admin ? ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] : []),
        ...(flows.custom ? ['ALLOW_CUSTOM_AUTH'] : []),
        'ALLOW_USER_SRP_AUTH',
        ...(flows.choice ? ['ALLOW_USER_AUTH'] : []),
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
      ...oauthProperties(pool, oauth),
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
      ...validity(pool),
    },
    cdk: {
      class: 'cognito.UserPoolClient',
      props: {
        userPool: pool.construct,
        generateSecret: machines ? flag(true) : pool.code('generateClientSecret'),
        authFlows: object({
          userPassword: flows.password ? flag(true) : undefined,
          adminUserPassword: flows.admin ? flag(true) : undefined,
          custom: flows.custom ? flag(true) : undefined,
          userSrp: flag(true),
          user: flows.choice ? flag(true) : undefined,
        }),
        ...oauthCode(pool, oauth),
        supportedIdentityProviders: supportedProviders(pool),
        preventUserExistenceErrors: flag(true),
        accessTokenValidity: minutes(pool, 'accessTokenValidity'),
        refreshTokenValidity: minutes(pool, 'refreshTokenValidity'),
      },
    },
  });
  overrideValidity(pool);
};

/** The address of the login pages, and their look. */
export const writePoolDomain = (pool: NodeScope): void => {
  const { out } = pool;
  const prefix = pool.value('domainPrefix');
  const managed = pool.read('managedLogin') === true;
  if (prefix !== undefined) {
    const id = `${pool.id}Domain`;
    out.resource(id, {
      type: 'AWS::Cognito::UserPoolDomain',
      properties: {
        UserPoolId: refOf(pool.id),
        Domain: prefix,
        ManagedLoginVersion: managed ? 2 : undefined,
      },
      cdk: {
        class: 'cognito.UserPoolDomain',
        props: {
          userPool: pool.construct,
          cognitoDomain: object({ domainPrefix: codeOf(prefix) }),
          managedLoginVersion: managed
            ? name('cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN')
            : undefined,
        },
      },
    });
    out.output(
      `${pool.id}LoginUrl`,
      pool.attribute('loginUrl'),
      `Login pages of ${pool.node.name}.`,
    );
  }
  // Without a style managed login shows no pages at all.
  if (managed)
    out.resource(`${pool.id}LoginStyle`, {
      type: 'AWS::Cognito::ManagedLoginBranding',
      properties: {
        UserPoolId: refOf(pool.id),
        ClientId: refOf(poolClientId(pool)),
        UseCognitoProvidedValues: true,
      },
    });
};
