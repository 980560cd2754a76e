import { array, member } from '../lib/typescript/syntax.ts';
import type { PolicyStatement } from './blueprint.ts';
import { statementCode } from './code.ts';
import type { ConnectionScope } from './connection.ts';
import { refOf } from './expression.ts';
import { policyDocument } from './policy.ts';

/** True when source and target would refer to each other, because of a connection back (see `circleWith`). */
export const closesCircle = ({ definition, graph, source, target }: ConnectionScope): boolean =>
  definition.circleWith !== undefined &&
  graph
    .outgoing(target.node, { mechanism: definition.circleWith })
    .some(({ to }) => to === source.node.id);

/**
 * Gives a function's role a policy that is a resource of its own: it refers to the role and to the target, and
 * nothing refers to it, so no circle comes of it.
 */
export const allowApart = (
  scope: ConnectionScope,
  statements: readonly PolicyStatement[],
): void => {
  const { source } = scope;
  const id = scope.resourceId('Policy');
  source.out.resource(id, {
    type: 'AWS::IAM::Policy',
    properties: {
      PolicyName: id.slice(0, 128),
      PolicyDocument: policyDocument(statements),
      Roles: [refOf(`${source.id}Role`)],
    },
    cdk: {
      class: 'iam.Policy',
      props: {
        statements: array(statements.map(statementCode)),
        roles: array([{ kind: 'nonNull', value: member(source.construct, 'role') }]),
      },
    },
  });
};
