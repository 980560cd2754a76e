import type { ConnectionScope } from '../connection.ts';
import type { Expression } from '../expression.ts';
import { allowConnection, securityGroupCodes, tcp } from './security-groups.ts';

/** Lets the code of the source connect to the target on a port, unless the user writes that rule. */
export const letIn = (scope: ConnectionScope, port: Expression): void => {
  const { source, target } = scope;
  if (scope.read('securityRule') === 'manual') return;
  allowConnection({
    from: source,
    to: target,
    traffic: tcp(port),
    description: `${source.id} to ${target.id}`,
    // An L1 construct has no connections; its security groups have.
    ...(target.out.hasConstruct(target.id) ? {} : { connectables: securityGroupCodes(target) }),
  });
};
