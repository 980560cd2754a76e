import { isJsonObject } from '../../lib/json.ts';
import {
  array,
  type Code,
  call,
  invoke,
  member,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import { camelCase } from '../../lib/words.ts';
import { codeOf, constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { document, type Expression, type ExpressionObject } from '../expression.ts';
import { refuseUnknown, refuseUnknownLink } from '../known.ts';
import type { NodeScope } from '../service.ts';
import { poolClientId } from './client.ts';
import { nameOf, type Protocol, protocolOf, types } from './provider-names.ts';
import { clientIdOf, issuerOf } from './providers.ts';

/** What each provider calls the permissions that an application asks for, with what lets email and name come through. */
const usualScopes: Readonly<Record<Protocol, string>> = {
  oidc: 'openid email profile',
  saml: '',
  google: 'openid email profile',
  facebook: 'public_profile email',
  amazon: 'profile',
  apple: 'name email',
};

const scopesOf = (provider: NodeScope): readonly string[] => {
  const { graph, node } = provider;
  const set = graph.isSet(node, 'scopes') ? provider.read('scopes') : undefined;
  return String(set ?? usualScopes[protocolOf(provider)])
    .split(/[\s,]+/)
    .filter((part) => part !== '');
};

/** The password of the application at the provider, never written out: from a secret, or a parameter that nobody can read back. */
export const clientSecretOf = (
  provider: NodeScope,
  user: NodeScope,
): { readonly value: Expression; readonly code: Code } => {
  const secretName = provider.read('clientSecretName');
  if (typeof secretName === 'string' && secretName !== '') {
    const field = protocolOf(provider) === 'apple' ? 'privateKey' : 'clientSecret';
    return {
      value: `{{resolve:secretsmanager:${secretName}:SecretString:${field}}}`,
      code: call(
        'cdk.SecretValue.secretsManager',
        text(secretName),
        object({ jsonField: text(field) }),
      ),
    };
  }
  const isKey = protocolOf(provider) === 'apple';
  const parameter = user.out.parameter(`${provider.id}${isKey ? 'PrivateKey' : 'ClientSecret'}`, {
    description: `The ${isKey ? 'private key' : 'client secret'} of the application at ${provider.node.name}.`,
    noEcho: true,
  });
  return { value: parameter, code: call('cdk.SecretValue.unsafePlainText', codeOf(parameter)) };
};

interface Details {
  readonly cfn: ExpressionObject;
  readonly props: Readonly<Record<string, Code | undefined>>;
}

const needed = (provider: NodeScope, property: string): Expression => {
  const value = provider.value(property);
  if (value === undefined)
    provider.out.problem(`"${provider.node.name}" needs ${property} to sign users in.`);
  return value ?? '';
};

const detailsOf = (provider: NodeScope, pool: NodeScope): Details => {
  const protocol = protocolOf(provider);
  if (protocol === 'saml') return samlDetails(provider);
  const client = clientIdOf(provider, pool.out);
  const scopes = scopesOf(provider);
  const common = {
    client_id: client,
    authorize_scopes: scopes.join(protocol === 'facebook' ? ',' : ' '),
  };
  const props = { clientId: codeOf(client), scopes: array(scopes.map(text)) };
  const secret = clientSecretOf(provider, pool);
  const plain = invoke(secret.code, 'unsafeUnwrap');
  if (protocol === 'apple') {
    const team = needed(provider, 'teamId');
    const key = needed(provider, 'keyId');
    return {
      cfn: { ...common, team_id: team, key_id: key, private_key: secret.value },
      props: { ...props, teamId: codeOf(team), keyId: codeOf(key), privateKeyValue: secret.code },
    };
  }
  const withSecret = { ...common, client_secret: secret.value };
  if (protocol === 'oidc') {
    if (issuerOf(provider) === '') needed(provider, 'issuerUrl');
    return {
      cfn: { ...withSecret, attributes_request_method: 'GET', oidc_issuer: issuerOf(provider) },
      props: {
        ...props,
        name: providerName(provider),
        clientSecret: plain,
        issuerUrl: text(issuerOf(provider)),
      },
    };
  }
  return {
    cfn: withSecret,
    props: {
      ...props,
      ...(protocol === 'google' ? { clientSecretValue: secret.code } : { clientSecret: plain }),
    },
  };
};

const samlDetails = (provider: NodeScope): Details => {
  const document = provider.read('metadataDocument');
  const isFile = typeof document === 'string' && document !== '';
  const metadata = isFile ? document : needed(provider, 'metadataUrl');
  return {
    cfn: { [isFile ? 'MetadataFile' : 'MetadataURL']: metadata, IDPSignout: false },
    props: {
      name: providerName(provider),
      metadata: call(
        `cognito.UserPoolIdentityProviderSamlMetadata.${isFile ? 'file' : 'url'}`,
        codeOf(metadata),
      ),
    },
  };
};

const providerName = (provider: NodeScope): Code | undefined => provider.code('providerName');

/** Attributes of users that the CDK has names of its own for. */
const standard = new Set(
  'address birthdate email email_verified family_name gender given_name locale middle_name nickname phone_number preferred_username website'.split(
    ' ',
  ),
);
const renamed: Readonly<Record<string, string>> = {
  name: 'fullname',
  picture: 'profilePicture',
  profile: 'profilePage',
  zoneinfo: 'timezone',
  updated_at: 'lastUpdateTime',
};

const mappingCode = (mapping: Readonly<Record<string, string>>): Code | undefined => {
  const other = (claim: string): Code => call('cognito.ProviderAttribute.other', text(claim));
  const known: Record<string, Code> = {};
  const custom: Record<string, Code> = {};
  for (const [attribute, claim] of Object.entries(mapping)) {
    const member =
      renamed[attribute] ?? (standard.has(attribute) ? camelCase(attribute) : undefined);
    if (member === undefined) custom[attribute] = other(claim);
    else known[member] = other(claim);
  }
  if (Object.keys(mapping).length === 0) return undefined;
  return object({ ...known, custom: Object.keys(custom).length > 0 ? object(custom) : undefined });
};

/** Lets users of another provider sign in at a user pool, and tells the pool's app client. */
export const writePoolProvider = (scope: ConnectionScope): void => {
  const { source: provider, target: pool } = scope;
  const { out } = pool;
  if (
    refuseUnknown(
      provider,
      'protocol',
      'issuerUrl',
      'scopes',
      'providerName',
      'metadataDocument',
    ) ||
    refuseUnknownLink(scope)
  )
    return;
  const id = scope.resourceId('Provider');
  const client = poolClientId(pool);
  const { type, construct } = types[protocolOf(provider)];
  const details = detailsOf(provider, pool);
  const set = scope.read('attributeMapping');
  const mapping = Object.fromEntries(
    Object.entries(isJsonObject(set) ? set : {}).map(([key, value]) => [key, String(value)]),
  );
  const known = nameOf(provider);
  out.resource(id, {
    type: 'AWS::Cognito::UserPoolIdentityProvider',
    properties: {
      UserPoolId: pool.attribute('id'),
      ProviderName: known,
      ProviderType: type,
      ProviderDetails: document(details.cfn),
      AttributeMapping: document(mapping),
    },
    cdk: {
      class: `cognito.UserPoolIdentityProvider${construct}`,
      props: {
        userPool: pool.construct,
        ...details.props,
        attributeMapping: mappingCode(mapping),
      },
    },
  });
  // The client names the provider, so the provider has to be there first.
  out.append(client, 'SupportedIdentityProviders', known);
  out.dependsOn(client, id);
  out.statement(invoke(member(constructRef(client), 'node'), 'addDependency', constructRef(id)));
};
