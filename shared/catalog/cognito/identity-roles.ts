import { create, invoke, text } from '../../lib/typescript/syntax.ts';
import type { Blueprint, PolicyStatement } from '../blueprint.ts';
import { codeOf, constructRef, statementCode } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { document, type Expression, type ExpressionObject, getAtt } from '../expression.ts';
import { policyDocument } from '../policy.ts';
import type { LinkScope, NodeScope } from '../service.ts';

/** Whose credentials: those of users who have signed in, or those of guests. */
export type IdentityRole = 'authenticated' | 'unauthenticated';

const titles = { authenticated: 'AuthenticatedRole', unauthenticated: 'UnauthenticatedRole' };

/** Who the credentials of a role are for, by a property of the arrow. */
export const identityRoleOf = (link: LinkScope, property: string): IdentityRole =>
  link.read(property) === 'unauthenticated' ? 'unauthenticated' : 'authenticated';

/** The role that is drawn for a pool in the place of its own. */
const drawnRole = (pool: NodeScope, role: IdentityRole): NodeScope | undefined =>
  pool
    .links('out', { mechanism: 'identity' })
    .find((link) => identityRoleOf(link, 'roleType') === role)?.target;

/** Only this pool, and only for users or for guests. Without both anybody with a pool of their own could have the role. */
export const poolConditions = (pool: Expression, role: IdentityRole): ExpressionObject => ({
  StringEquals: { 'cognito-identity.amazonaws.com:aud': pool },
  'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': role },
});

/** A role that holders of tokens of an identity pool assume, under these conditions. */
export const federatedRole = (out: Blueprint, id: string, conditions: ExpressionObject): void => {
  out.resource(id, {
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: document({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: 'cognito-identity.amazonaws.com' },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: conditions,
          },
        ],
      }),
    },
    cdk: {
      class: 'iam.Role',
      props: {
        assumedBy: create(
          'iam.WebIdentityPrincipal',
          text('cognito-identity.amazonaws.com'),
          codeOf(conditions),
        ),
      },
    },
  });
};

const writeRole = (pool: NodeScope, role: IdentityRole): string => {
  const id = `${pool.id}${titles[role]}`;
  federatedRole(pool.out, id, poolConditions(pool.attribute('id'), role));
  return id;
};

/** Guests get credentials only where the pool lets them in. */
const rolesOf = (pool: NodeScope): readonly IdentityRole[] =>
  pool.read('allowUnauthenticatedIdentities') === true
    ? ['authenticated', 'unauthenticated']
    : ['authenticated'];

/** Writes the roles that a pool hands out, and hands them to it. */
export const writeIdentityRoles = (pool: NodeScope): void => {
  const { out, id } = pool;
  const handed = rolesOf(pool).map((role) => {
    const drawn = drawnRole(pool, role);
    return [role, drawn?.attribute('arn') ?? getAtt(writeRole(pool, role), 'Arn')] as const;
  });
  out.resource(`${id}Roles`, {
    type: 'AWS::Cognito::IdentityPoolRoleAttachment',
    properties: {
      IdentityPoolId: pool.attribute('id'),
      Roles: document(Object.fromEntries(handed)),
    },
  });
};

/** Allows those something who have their credentials from a pool. */
export const allowIdentities = (
  scope: ConnectionScope,
  statements: readonly PolicyStatement[],
): void => {
  const { source: pool, target } = scope;
  const role = identityRoleOf(scope, 'role');
  if (!rolesOf(pool).includes(role)) {
    pool.out.problem(
      `"${pool.node.name}" lets guests use "${target.node.name}", but gives guests no credentials: set allowUnauthenticatedIdentities, or let signed-in users do it.`,
    );
    return;
  }
  if (statements.length === 0) return;
  const drawn = drawnRole(pool, role);
  const id = drawn?.id ?? `${pool.id}${titles[role]}`;
  const { out } = drawn ?? pool;
  out.append(id, 'Policies', {
    PolicyName: scope.resourceId('Access').slice(0, 128),
    PolicyDocument: policyDocument(statements),
  });
  for (const statement of statements)
    out.statement(invoke(constructRef(id), 'addToPolicy', statementCode(statement)));
};
