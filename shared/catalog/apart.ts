import { array, type Code, member } from '../lib/typescript/syntax.ts';
import type { PolicyStatement } from './blueprint.ts';
import { constructRef, statementCode } from './code.ts';
import type { ConnectionScope } from './connection.ts';
import { drawnRole } from './drawn-role.ts';
import { refOf } from './expression.ts';
import { policyDocument } from './policy.ts';
import type { NodeScope } from './service.ts';

/** True when source and target would refer to each other, because of a connection back (see `circleWith`). */
export const closesCircle = ({ definition, graph, source, target }: ConnectionScope): boolean =>
  definition.circleWith !== undefined &&
  graph
    .outgoing(target.node, { mechanism: definition.circleWith })
    .some(({ to }) => to === source.node.id);

/** Gives the role of the source a policy that is a resource of its own (see `rolePolicy`) for what a connection allows. */
export const allowApart = (
  scope: ConnectionScope,
  statements: readonly PolicyStatement[],
): void => {
  const { source } = scope;
  const own = source.service?.ownRole?.(source);
  rolePolicy(
    source,
    scope.resourceId('Policy'),
    own === undefined
      ? { kind: 'nonNull', value: member(source.construct, 'role') }
      : constructRef(own),
    statements,
  );
};

/**
 * Gives the role of a node a policy that is a resource of its own: it refers to the role and to what is allowed, and
 * nothing refers to it, so no circle comes of it.
 */
export const rolePolicy = (
  scope: NodeScope,
  id: string,
  role: Code,
  statements: readonly PolicyStatement[],
): void => {
  scope.out.resource(id, {
    type: 'AWS::IAM::Policy',
    properties: {
      PolicyName: id.slice(0, 128),
      PolicyDocument: policyDocument(statements),
      Roles: [refOf(scope.service?.ownRole?.(scope) ?? drawnRole(scope)?.id ?? `${scope.id}Role`)],
    },
    cdk: {
      class: 'iam.Policy',
      props: {
        statements: array(statements.map(statementCode)),
        roles: array([role]),
      },
    },
  });
};
