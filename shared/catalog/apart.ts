import { array, type Code, member } from '../lib/typescript/syntax.ts';
import type { PolicyStatement } from './blueprint.ts';
import { statementCode } from './code.ts';
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

/** Gives a function's role a policy that is a resource of its own (see `rolePolicy`) for what a connection allows. */
export const allowApart = (scope: ConnectionScope, statements: readonly PolicyStatement[]): void =>
  rolePolicy(
    scope.source,
    scope.resourceId('Policy'),
    { kind: 'nonNull', value: member(scope.source.construct, 'role') },
    statements,
  );

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
      Roles: [drawnRole(scope)?.attribute('name') ?? refOf(`${scope.id}Role`)],
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
