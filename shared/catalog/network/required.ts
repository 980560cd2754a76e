import type { NodeScope } from '../service.ts';
import { type NodeNetwork, networkOf } from './placement.ts';
import { emitOwnSecurityGroup } from './security-groups.ts';

/**
 * The network of a node that cannot be anywhere else, with a security group for it; undefined, and a problem said,
 * when it is in no VPC.
 */
export const requiredNetwork = (scope: NodeScope): NodeNetwork | undefined => {
  const { out, node, graph } = scope;
  const network = networkOf(scope);
  if (network) emitOwnSecurityGroup(scope, network.vpc);
  else if (!graph.vpc(node))
    out.problem(`"${node.name}" is in no VPC. Put it into subnets of one.`);
  return network;
};
