import { type Code, call, invoke, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef, statementCode } from '../code.ts';
import { federatedRole, poolConditions } from '../cognito/identity-roles.ts';
import { loginDomainOf } from '../cognito/login-domain.ts';
import { document, type ExpressionObject, getAtt, join, pseudo, refOf } from '../expression.ts';
import { policyDocument } from '../policy.ts';
import type { NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';
import { searchArn } from './search.ts';

/** What OpenSearch needs to make an app client in the pools. https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html */
const managedPolicy = 'AmazonOpenSearchServiceCognitoAccess';

/** What people do in dashboards. */
const methods = ['Get', 'Head', 'Delete', 'Post', 'Put', 'Patch'];

interface SignIn {
  readonly properties: ExpressionObject;
  readonly code: Code;
  /** What must be there before the domain. */
  readonly after: readonly string[];
}

/**
 * Lets people into the dashboards of a domain who have signed in at a user pool: OpenSearch sends them to its login
 * pages, and they get AWS credentials of an identity pool. Undefined when no user pool is drawn.
 */
export const writeDashboardSignIn = (scope: NodeScope): SignIn | undefined => {
  const { out, id, node } = scope;
  const [link, ...others] = scope.links('out', { mechanism: 'authorizer' });
  if (link === undefined) return undefined;
  const { target: pool } = link;
  const login = loginDomainOf(pool);
  const refuse = (reason: string): undefined =>
    out.problem(
      `"${node.name}" cannot sign people in with "${pool.node.name}": ${reason}`,
    ) as undefined;
  if (others.length > 0) return refuse('a domain asks one user pool. Keep one of the arrows.');
  if (login === undefined)
    return refuse('the pool has no domain for its login pages. Set domainPrefix.');
  if (pool.region !== scope.region)
    return refuse('they are in different Regions. Put both into one.');
  const identities = writeIdentityPool(scope);
  const role = `${id}SignInRole`;
  serviceRole(out, role, { service: 'es.amazonaws.com' });
  out.set(role, 'ManagedPolicyArns', [
    join('arn:', pseudo('Partition'), `:iam::aws:policy/${managedPolicy}`),
  ]);
  out.statement(
    invoke(
      constructRef(role),
      'addManagedPolicy',
      call('iam.ManagedPolicy.fromAwsManagedPolicyName', text(managedPolicy)),
    ),
  );
  return {
    properties: {
      Enabled: true,
      UserPoolId: pool.attribute('id'),
      IdentityPoolId: refOf(identities),
      RoleArn: getAtt(role, 'Arn'),
    },
    code: object({
      userPoolId: codeOf(pool.attribute('id')),
      identityPoolId: codeOf(refOf(identities)),
      role: constructRef(role),
    }),
    after: [login],
  };
};

/** OpenSearch itself enters the app client that it makes; so the pool has none here. Gives its id. */
const writeIdentityPool = (scope: NodeScope): string => {
  const { out, id } = scope;
  const identities = `${id}Identities`;
  out.resource(identities, {
    type: 'AWS::Cognito::IdentityPool',
    properties: { AllowUnauthenticatedIdentities: false },
  });
  const role = `${id}UsersRole`;
  const statement = {
    actions: methods.map((method) => `es:ESHttp${method}`),
    resources: [searchArn(scope), join(searchArn(scope), '/*')],
  };
  federatedRole(out, role, poolConditions(refOf(identities), 'authenticated'));
  out.append(role, 'Policies', {
    PolicyName: 'UseDashboards',
    PolicyDocument: policyDocument([statement]),
  });
  out.statement(invoke(constructRef(role), 'addToPolicy', statementCode(statement)));
  out.resource(`${identities}Roles`, {
    type: 'AWS::Cognito::IdentityPoolRoleAttachment',
    properties: {
      IdentityPoolId: refOf(identities),
      Roles: document({ authenticated: getAtt(role, 'Arn') }),
    },
  });
  return identities;
};
