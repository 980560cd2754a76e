import { array, type Code, flag } from '../../lib/typescript/syntax.ts';
import type { ExpressionObject } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { networkOf } from './placement.ts';
import { emitOwnSecurityGroup, securityGroupCodes, securityGroupIds } from './security-groups.ts';

/** What a function in a VPC adds to its resource. */
export interface FunctionNetwork {
  /** `VpcConfig` */
  readonly config: ExpressionObject;
  /** Properties of the L2 construct. */
  readonly props: Readonly<Record<string, Code | undefined>>;
}

/** Puts a function into its VPC; undefined for a function in none. */
export const functionNetwork = (scope: NodeScope): FunctionNetwork | undefined => {
  const network = networkOf(scope);
  if (!network) return undefined;
  emitOwnSecurityGroup(scope, network.vpc);
  const dualStack = scope
    .links('out', { mechanism: 'network-placement', kind: 'subnet' })
    .some(({ read }) => read('ipv6AllowedForDualStack') === true);
  return {
    config: {
      SubnetIds: network.subnetIds,
      SecurityGroupIds: securityGroupIds(scope),
      Ipv6AllowedForDualStack: dualStack ? true : undefined,
    },
    props: {
      vpc: network.vpc.construct,
      vpcSubnets: network.selection,
      securityGroups: array(securityGroupCodes(scope)),
      // A function has no public address, wherever it is; the L2 construct asks whether one knows.
      allowPublicSubnet: network.hasPublic ? flag(true) : undefined,
      ipv6AllowedForDualStack: dualStack ? flag(true) : undefined,
    },
  };
};
