import { array, create, flag, name, object } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { loginDomainOf } from '../cognito/login-domain.ts';
import type { ConnectionScope } from '../connection.ts';
import { type Expression, join, refOf } from '../expression.ts';
import { refuseUnknownLink } from '../known.ts';
import { memberOf } from '../members.ts';
import { isOnlyOne } from '../only-one.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { type Guard, unauthenticated } from './guard.ts';
import { isOpenId, openIdGuard, writeOpenId } from './open-id.ts';

/** The app client of the pool that stands for the load balancer. */
const clientId = (link: LinkScope): string => link.resourceId('Client');

/** The name under which people open the load balancer: that of its record, else that of its certificate. */
export const hostName = (balancer: NodeScope): Expression | undefined => {
  const [record] = balancer.links('in', { mechanism: 'dns-alias' });
  const recorded = record?.read('recordName');
  if (typeof recorded === 'string') return recorded.replace(/\.$/, '');
  const [certificate] = balancer.links('in', { mechanism: 'certificate' });
  const certified = certificate?.source.read('domainName');
  return typeof certified === 'string' && !certified.startsWith('*.') ? certified : undefined;
};

/** Adds what the load balancer needs to sign people in: with a user pool an app client of its own. */
export const writeSignIn = (link: ConnectionScope): void => {
  const { source, target } = link;
  const { out } = target;
  if (!isOnlyOne(link, 'way to sign people in')) return;
  if (isOpenId(link)) {
    writeOpenId(link);
    return;
  }
  if (refuseUnknownLink(link, 'sessionTimeout', 'scope')) return;
  const reason = whyNot(source, target);
  if (reason !== undefined) {
    out.problem(
      `"${source.node.name}" cannot sign people in with "${target.node.name}": ${reason}`,
    );
    return;
  }
  const host =
    hostName(source) ??
    out.parameter(`${source.id}HostName`, {
      description: `Name under which people open ${source.node.name}, such as app.example.com.`,
      example: 'app.example.com',
    });
  const callback = join('https://', host, '/oauth2/idpresponse');
  out.resource(clientId(link), {
    type: 'AWS::Cognito::UserPoolClient',
    properties: {
      UserPoolId: refOf(target.id),
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: [callback],
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
    },
    cdk: {
      class: 'cognito.UserPoolClient',
      props: {
        userPool: target.construct,
        generateSecret: flag(true),
        oAuth: object({
          flows: object({ authorizationCodeGrant: flag(true) }),
          scopes: array([name('cognito.OAuthScope.OPENID')]),
          callbackUrls: array([codeOf(callback)]),
        }),
        supportedIdentityProviders: array([name('cognito.UserPoolClientIdentityProvider.COGNITO')]),
        preventUserExistenceErrors: flag(true),
      },
    },
  });
};

const whyNot = (balancer: NodeScope, pool: NodeScope): string | undefined => {
  if (balancer.read('listenerProtocol') !== 'HTTPS')
    return 'that takes an HTTPS listener. Set listenerProtocol to HTTPS.';
  if (balancer.region !== pool.region) return 'they are in different Regions. Put both into one.';
  return loginDomainOf(pool) === undefined
    ? 'the pool has no domain for its login pages. Set domainPrefix.'
    : undefined;
};

/** How the load balancer signs people in; undefined when it does not. */
export const guardOf = (balancer: NodeScope): Guard | undefined => {
  const [link] = balancer.links('out', { mechanism: 'authorizer' });
  if (link !== undefined && isOpenId(link)) return openIdGuard(link);
  const domain = link && loginDomainOf(link.target);
  if (link === undefined || domain === undefined) return undefined;
  const timeout = link.value('sessionTimeout');
  const scope = link.value('scope');
  const otherwise = link.value('onUnauthenticatedRequest');
  return {
    cfn: (place) => ({
      Type: 'authenticate-cognito',
      Order: 1,
      AuthenticateCognitoConfig: {
        UserPoolArn: link.target.attribute('arn'),
        UserPoolClientId: refOf(clientId(link)),
        UserPoolDomain: refOf(domain),
        Scope: scope,
        SessionTimeout:
          place === 'listener' && typeof timeout === 'number' ? String(timeout) : timeout,
        OnUnauthenticatedRequest: otherwise,
      },
    }),
    code: (next) =>
      create(
        'elbv2Actions.AuthenticateCognitoAction',
        object({
          userPool: link.target.construct,
          userPoolClient: constructRef(clientId(link)),
          userPoolDomain: constructRef(domain),
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
