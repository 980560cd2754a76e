import { array } from '../../lib/typescript/syntax.ts';
import type { PolicyStatement } from '../blueprint.ts';
import { constructRef, statementCode } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { policyDocument } from '../policy.ts';

/**
 * Allows a Lambda@Edge function something. Its role is in us-east-1, and the stack of the distribution waits for that
 * stack; so what the function may do with things beside the distribution stands in their stack, as a policy that is
 * attached to the role. Otherwise the two stacks would wait for each other.
 */
export const allowEdgeRole = (
  scope: ConnectionScope,
  statements: readonly PolicyStatement[],
): void => {
  const { source, target } = scope;
  const isDistributedElsewhere = source
    .links('out', { mechanism: 'edge-association' })
    .some((link) => link.target.region !== source.region);
  if (target.region === source.region || !isDistributedElsewhere) {
    for (const statement of statements) source.out.allow(source.node.id, statement);
    return;
  }
  if (statements.length === 0) return;
  const id = scope.resourceId('Policy');
  target.out.resource(id, {
    type: 'AWS::IAM::Policy',
    properties: {
      PolicyName: id,
      PolicyDocument: policyDocument(statements),
      Roles: [source.attribute('roleName')],
    },
    cdk: {
      class: 'iam.Policy',
      props: {
        roles: array([constructRef(`${source.id}Role`)]),
        statements: array(statements.map(statementCode)),
      },
    },
  });
};
