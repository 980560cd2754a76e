import { call, flag, object } from '../../lib/typescript/syntax.ts';
import type { Authorizer } from '../api/authorizer.ts';
import { codeOf } from '../code.ts';
import { clientSecretOf } from '../cognito/pool-provider.ts';
import { clientIdOf } from '../cognito/providers.ts';
import type { ConnectionScope } from '../connection.ts';
import type { Expression } from '../expression.ts';
import { memberOf } from '../members.ts';
import type { LinkScope } from '../service.ts';
import { type Guard, unauthenticated } from './guard.ts';

/* A load balancer that asks an identity provider of its own choice: for a sign-in, or only for the keys of its tokens. */

/** True for a provider that the load balancer talks OpenID Connect with. */
export const isOpenId = ({ options }: LinkScope): boolean =>
  (options as Authorizer).openId === true;

const checksTokens = (link: LinkScope): boolean => link.read('mode') === 'jwt';

/** Why the load balancer cannot use the provider; undefined when it can. */
const whyNot = ({ source, target }: LinkScope): string | undefined => {
  if (source.read('listenerProtocol') !== 'HTTPS')
    return 'that takes an HTTPS listener. Set listenerProtocol to HTTPS.';
  if (target.read('protocol') !== 'oidc')
    return 'a load balancer speaks OpenID Connect only. Put a user pool in between for other protocols.';
  return target.value('issuerUrl') === undefined
    ? 'it has no issuerUrl. Set the one that stands in its tokens.'
    : undefined;
};

/** Says what is missing; the load balancer itself writes the rest into its listener. */
export const writeOpenId = (link: ConnectionScope): void => {
  const { source, target } = link;
  const reason =
    link.read('mode') === undefined ? 'mode must be known when the export is made.' : whyNot(link);
  if (reason !== undefined)
    source.out.problem(
      `"${source.node.name}" cannot sign people in with "${target.node.name}": ${reason}`,
    );
};

/** An address of the provider; asked for at deployment where the design does not say it. */
const addressOf = (link: LinkScope, property: string, entry: string, path: string): Expression => {
  const { source, target } = link;
  const word = property.charAt(0).toUpperCase() + property.slice(1);
  return (
    link.value(property) ??
    source.out.parameter(`${target.id}${word}`, {
      description: `${entry} in the OpenID configuration of ${target.node.name}.`,
      pattern: '^https://.+',
      example: `https://login.example.com/${path}`,
    })
  );
};

/** How a provider guards the paths of a load balancer; undefined when it cannot. */
export const openIdGuard = (link: LinkScope): Guard | undefined => {
  if (whyNot(link) !== undefined) return undefined;
  const issuer = link.target.value('issuerUrl') ?? '';
  return checksTokens(link) ? tokenGuard(link, issuer) : signInGuard(link, issuer);
};

const tokenGuard = (link: LinkScope, issuer: Expression): Guard => {
  const keys = addressOf(link, 'jwksEndpoint', 'jwks_uri', 'jwks');
  return {
    cfn: () => ({
      Type: 'jwt-validation',
      Order: 1,
      JwtValidationConfig: { Issuer: issuer, JwksEndpoint: keys },
    }),
    code: (next) =>
      call(
        'elbv2.ListenerAction.authenticateJwt',
        object({ issuer: codeOf(issuer), jwksEndpoint: codeOf(keys), next }),
      ),
  };
};

const signInGuard = (link: LinkScope, issuer: Expression): Guard => {
  const { source, target } = link;
  const clientId = clientIdOf(target, source.out);
  const secret = clientSecretOf(target, source);
  const authorization = addressOf(
    link,
    'authorizationEndpoint',
    'authorization_endpoint',
    'authorize',
  );
  const token = addressOf(link, 'tokenEndpoint', 'token_endpoint', 'token');
  const userInfo = addressOf(link, 'userInfoEndpoint', 'userinfo_endpoint', 'userinfo');
  const timeout = link.value('sessionTimeout');
  const scope = link.value('scope');
  const otherwise = link.value('onUnauthenticatedRequest');
  return {
    cfn: (place) => ({
      Type: 'authenticate-oidc',
      Order: 1,
      AuthenticateOidcConfig: {
        Issuer: issuer,
        AuthorizationEndpoint: authorization,
        TokenEndpoint: token,
        UserInfoEndpoint: userInfo,
        ClientId: clientId,
        ClientSecret: secret.value,
        Scope: scope,
        SessionTimeout:
          place === 'listener' && typeof timeout === 'number' ? String(timeout) : timeout,
        OnUnauthenticatedRequest: otherwise,
      },
    }),
    code: (next) =>
      call(
        'elbv2.ListenerAction.authenticateOidc',
        object({
          issuer: codeOf(issuer),
          authorizationEndpoint: codeOf(authorization),
          tokenEndpoint: codeOf(token),
          userInfoEndpoint: codeOf(userInfo),
          clientId: codeOf(clientId),
          clientSecret: secret.code,
          scope: scope === undefined ? undefined : codeOf(scope),
          sessionTimeout: timeout === undefined ? undefined : link.code('sessionTimeout'),
          onUnauthenticatedRequest:
            otherwise === undefined
              ? undefined
              : memberOf('elbv2.UnauthenticatedAction', unauthenticated, otherwise, 'AUTHENTICATE'),
          // The security group says what the load balancer may reach.
          allowHttpsOutbound: flag(false),
          next,
        }),
      ),
  };
};
