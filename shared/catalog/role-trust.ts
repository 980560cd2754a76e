import { type Code, create, text } from '../lib/typescript/syntax.ts';
import { codeOf } from './code.ts';
import { identityRoleOf, poolConditions } from './cognito/identity-roles.ts';
import { clientIdOf, defaultAudience, issuerOf, loginNames } from './cognito/providers.ts';
import { document, type Expression, type ExpressionObject } from './expression.ts';
import type { RoleUse } from './mechanisms/identity.mechanism.ts';
import type { LinkScope, NodeScope } from './service.ts';

/** Who may assume a role: a statement of its trust policy, and the principal of the CDK. */
interface Trust {
  readonly statement: ExpressionObject;
  readonly code: Code;
}

const serviceTrust = (service: string): Trust => ({
  statement: { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' },
  code: create('iam.ServicePrincipal', text(service)),
});

const federatedTrust = (
  provider: Expression,
  action: 'sts:AssumeRoleWithWebIdentity' | 'sts:AssumeRoleWithSAML',
  conditions: ExpressionObject,
): Trust => ({
  statement: {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: action,
    Condition: conditions,
  },
  code:
    action === 'sts:AssumeRoleWithSAML'
      ? create('iam.FederatedPrincipal', codeOf(provider), codeOf(conditions), text(action))
      : create('iam.WebIdentityPrincipal', codeOf(provider), codeOf(conditions)),
});

/** Users of a provider, by the arrow that leads from it to the role. */
const providerTrust = (link: LinkScope): Trust => {
  const { source: provider } = link;
  const protocol = String(provider.read('protocol'));
  if (protocol === 'saml')
    return federatedTrust(provider.attribute('arn'), 'sts:AssumeRoleWithSAML', {
      StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
    });
  const login = loginNames[protocol];
  if (protocol === 'apple')
    provider.out.problem(
      `"${provider.node.name}": roles cannot trust Sign in with Apple by its name. Put a Cognito user pool in between, or draw it as an OIDC provider.`,
    );
  if (login !== undefined)
    return federatedTrust(login.host, 'sts:AssumeRoleWithWebIdentity', {
      StringEquals: { [login.audience]: clientIdOf(provider, provider.out) },
    });
  const host = issuerOf(provider).replace(/^https:\/\//, '');
  const subject = link.value('subject');
  return federatedTrust(provider.attribute('arn'), 'sts:AssumeRoleWithWebIdentity', {
    StringEquals: { [`${host}:aud`]: link.value('audience') ?? defaultAudience },
    StringLike: subject === undefined ? undefined : { [`${host}:sub`]: subject },
  });
};

const trustsOf = (role: NodeScope): readonly Trust[] => {
  const uses = role.links('in', { mechanism: 'identity' });
  const federated = [
    ...role.links('in', { mechanism: 'federation' }).map(providerTrust),
    ...uses
      .filter(({ options }) => (options as RoleUse).use === 'hands-out')
      .map((link) =>
        federatedTrust(
          'cognito-identity.amazonaws.com',
          'sts:AssumeRoleWithWebIdentity',
          poolConditions(link.source.attribute('id'), identityRoleOf(link, 'roleType')),
        ),
      ),
  ];
  const users = uses.map(({ options }) => options as RoleUse).filter(({ use }) => use === 'runs');
  const services = role.graph.isSet(role.node, 'assumedBy')
    ? [String(role.read('assumedBy'))]
    : [...new Set(users.map(({ service }) => service))];
  const wanted =
    services.length === 0 && federated.length === 0 ? [String(role.read('assumedBy'))] : services;
  return [
    // Cognito assumes roles with the tokens of users, which says the arrow from the pool.
    ...wanted
      .filter((service) => federated.length === 0 || service !== 'cognito-identity.amazonaws.com')
      .map(serviceTrust),
    ...federated,
  ];
};

/** The trust policy of a drawn role: whoever it is drawn for, unless the user says otherwise. */
export const roleTrust = (
  role: NodeScope,
): { readonly policy: Expression; readonly code: Code } => {
  const trusts = trustsOf(role);
  const [first] = trusts;
  return {
    policy: document({
      Version: '2012-10-17',
      Statement: trusts.map(({ statement }) => statement),
    }),
    code:
      trusts.length === 1 && first !== undefined
        ? first.code
        : create('iam.CompositePrincipal', ...trusts.map(({ code }) => code)),
  };
};
