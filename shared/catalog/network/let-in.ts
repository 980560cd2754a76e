import type { ConnectionScope } from '../connection.ts';
import { allowConnection, securityGroupCodes, type Traffic } from './security-groups.ts';

/** Lets the code of the source connect to the target, unless the user writes that rule. */
export const letIn = (scope: ConnectionScope, traffic: Traffic): void => {
  const { source, target } = scope;
  if (scope.read('securityRule') === 'manual') return;
  allowConnection({
    from: source,
    to: target,
    traffic,
    description: `${source.id} to ${target.id}`,
    // An L1 construct has no connections; its security groups have.
    ...(target.out.hasConstruct(target.id) ? {} : { connectables: securityGroupCodes(target) }),
  });
};
