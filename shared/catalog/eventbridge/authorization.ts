import { type Code, call, invoke, name, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { type Credential, credentialOf } from '../credential.ts';
import { type Expression, type ExpressionObject, join } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** How EventBridge proves who it is, in both exports. */
export interface Authorization {
  readonly type: 'API_KEY' | 'BASIC' | 'OAUTH_CLIENT_CREDENTIALS';
  readonly parameters: ExpressionObject;
  readonly code: Code;
}

type CredentialField = Parameters<typeof credentialOf>[2];

/** What external endpoints call the ways that connections know. */
const endpointTypes: Readonly<Record<string, Authorization['type'] | undefined>> = {
  'api-key': 'API_KEY',
  basic: 'BASIC',
  'oauth2-client-credentials': 'OAUTH_CLIENT_CREDENTIALS',
};

/** How an API destination proves who it is: as it says itself, else as the endpoint asks for. */
export const authorizationOf = (
  scope: NodeScope,
  endpoint: NodeScope | undefined,
): Authorization => {
  switch (typeOf(scope, endpoint)) {
    case 'BASIC': {
      const user = given(scope, 'username', 'UserName', 'The user name');
      const password = secretValue(scope, endpoint, 'password');
      return {
        type: 'BASIC',
        parameters: { BasicAuthParameters: { Username: user, Password: password.value } },
        code: call('events.Authorization.basic', codeOf(user), password.code),
      };
    }
    case 'OAUTH_CLIENT_CREDENTIALS': {
      const client = given(scope, 'clientId', 'ClientId', 'The OAuth client id');
      const tokens = given(
        scope,
        'tokenEndpoint',
        'TokenUrl',
        'The address that gives OAuth tokens',
        {
          pattern: '^https://.+',
          example: 'https://example.com/oauth/token',
        },
      );
      const secret = secretValue(scope, endpoint, 'clientSecret');
      return {
        type: 'OAUTH_CLIENT_CREDENTIALS',
        parameters: {
          OAuthParameters: {
            AuthorizationEndpoint: tokens,
            ClientParameters: { ClientID: client, ClientSecret: secret.value },
            HttpMethod: 'POST',
          },
        },
        code: call(
          'events.Authorization.oauth',
          object({
            authorizationEndpoint: codeOf(tokens),
            clientId: codeOf(client),
            clientSecret: secret.code,
            httpMethod: name('events.HttpMethod.POST'),
          }),
        ),
      };
    }
    default: {
      const header = scope.value('apiKeyName') ?? 'x-api-key';
      const key = secretValue(scope, endpoint, 'apiKey');
      return {
        type: 'API_KEY',
        parameters: { ApiKeyAuthParameters: { ApiKeyName: header, ApiKeyValue: key.value } },
        code: call('events.Authorization.apiKey', codeOf(header), key.code),
      };
    }
  }
};

const typeOf = (scope: NodeScope, endpoint: NodeScope | undefined) =>
  scope.graph.isSet(scope.node, 'authorizationType')
    ? scope.read('authorizationType')
    : endpointTypes[String(endpoint?.read('authType'))];

/** What the design says, or a parameter. */
const given = (
  scope: NodeScope,
  property: string,
  word: string,
  what: string,
  more: { readonly pattern?: string; readonly example?: string } = {},
): Expression =>
  scope.value(property) ??
  scope.out.parameter(`${scope.id}${word}`, {
    description: `${what} for ${scope.node.name}.`,
    ...more,
  });

/** The credential: from the drawn secret, from one that is there already, or a parameter. */
const secretValue = (
  scope: NodeScope,
  endpoint: NodeScope | undefined,
  field: CredentialField,
): Credential => {
  const [drawn] = scope.links('out', { mechanism: 'credential' });
  if (drawn === undefined)
    return credentialOf(
      scope.read('secretName') === undefined && endpoint?.read('secretName') !== undefined
        ? endpoint
        : scope,
      scope,
      field,
    );
  const secret = drawn.target;
  const part = drawn.read('field') ?? generatedField(secret);
  return typeof part === 'string'
    ? {
        value: join(
          '{{resolve:secretsmanager:',
          secret.attribute('arn'),
          `:SecretString:${part}::}}`,
        ),
        code: invoke(secret.construct, 'secretValueFromJson', text(part)),
      }
    : {
        value: join('{{resolve:secretsmanager:', secret.attribute('arn'), ':SecretString:::}}'),
        code: { kind: 'member', object: secret.construct, name: 'secretValue' },
      };
};

/** A secret that AWS fills is a JSON object with one field for the random part; others are the credential itself. */
const generatedField = (secret: NodeScope): unknown =>
  secret.read('generateSecretString') === false ? undefined : secret.read('generateStringKey');
