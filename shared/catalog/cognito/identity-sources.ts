import { document, type Expression, type ExpressionObject } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import type { Federation } from './federation.ts';
import { clientIdOf, loginNames } from './providers.ts';

/** Who may vouch for the users of an identity pool: user pools, sign-in with well-known companies, OIDC, SAML. */
export const identityProvidersOf = (pool: NodeScope): ExpressionObject => {
  const userPools: ExpressionObject[] = [];
  const logins: Record<string, Expression> = {};
  const oidc: Expression[] = [];
  const saml: Expression[] = [];
  for (const { source, options } of pool.links('in', { mechanism: 'federation' })) {
    if ((options as Federation).from === 'user-pool') {
      userPools.push({
        ClientId: source.attribute('clientId'),
        ProviderName: source.attribute('providerName'),
        ServerSideTokenCheck: pool.value('serverSideTokenCheck') ?? true,
      });
      continue;
    }
    const login = loginNames[String(source.read('protocol'))];
    if (login !== undefined) logins[login.host] = clientIdOf(source, pool.out);
    else (source.read('protocol') === 'saml' ? saml : oidc).push(source.attribute('arn'));
  }
  return {
    CognitoIdentityProviders: userPools.length > 0 ? userPools : undefined,
    SupportedLoginProviders: Object.keys(logins).length > 0 ? document(logins) : undefined,
    OpenIdConnectProviderARNs: oidc.length > 0 ? oidc : undefined,
    SamlProviderARNs: saml.length > 0 ? saml : undefined,
  };
};
