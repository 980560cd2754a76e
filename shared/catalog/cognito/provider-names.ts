import { array, type Code, call, name } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import type { Expression } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** What Cognito calls the protocols, and the CDK its constructs. */
export const types = {
  oidc: { type: 'OIDC', construct: 'Oidc' },
  saml: { type: 'SAML', construct: 'Saml' },
  google: { type: 'Google', construct: 'Google' },
  facebook: { type: 'Facebook', construct: 'Facebook' },
  amazon: { type: 'LoginWithAmazon', construct: 'Amazon' },
  apple: { type: 'SignInWithApple', construct: 'Apple' },
} as const;
export type Protocol = keyof typeof types;

/** How the provider talks. */
export const protocolOf = (provider: NodeScope): Protocol => {
  const protocol = String(provider.read('protocol'));
  return Object.hasOwn(types, protocol) ? (protocol as Protocol) : 'oidc';
};

/** The name by which the pool knows the provider: fixed for well-known companies. */
export const nameOf = (provider: NodeScope): Expression => {
  const protocol = protocolOf(provider);
  return protocol === 'oidc' || protocol === 'saml'
    ? (provider.value('providerName') ?? provider.id)
    : types[protocol].type;
};

/** What the L2 client names: Cognito itself, and every provider that is connected. */
export const supportedProviders = (pool: NodeScope): Code | undefined => {
  const providers = pool.links('in', { mechanism: 'federation' }).map(({ source }) => source);
  if (providers.length === 0) return undefined;
  return array([
    name('cognito.UserPoolClientIdentityProvider.COGNITO'),
    ...providers.map((provider) =>
      call('cognito.UserPoolClientIdentityProvider.custom', codeOf(nameOf(provider))),
    ),
  ]);
};
