import type { ConnectionScope } from '../connection.ts';
import { allowConnection, allowOut, securityGroupCodes, type Traffic } from './security-groups.ts';
import { rangeOf } from './vpn.ts';

/** Lets the code of the source connect to the target, unless the user writes that rule. */
export const letIn = (scope: ConnectionScope, traffic: Traffic): void => {
  const { source, target } = scope;
  if (scope.read('securityRule') === 'manual') return;
  const description = `${source.id} to ${target.id}`;
  const outside = rangeOf(target);
  if (outside !== undefined) {
    allowOut(source, outside, traffic, description);
    return;
  }
  const range = rangeOf(source);
  allowConnection({
    from: source,
    to: target,
    traffic,
    description,
    ...(range === undefined ? {} : { range }),
    // An L1 construct has no connections; its security groups have.
    ...(target.out.hasConstruct(target.id) ? {} : { connectables: securityGroupCodes(target) }),
  });
};
