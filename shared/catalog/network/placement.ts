import { array, type Code, invoke, member, object, text } from '../../lib/typescript/syntax.ts';
import type { Expression } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import {
  type NetworkPlan,
  networkPlan,
  type SubnetGroup,
  standsInPublic,
  type ZonedSubnet,
} from './network-plan.ts';

/** Where a node is in a VPC, in both exports. */
export interface NodeNetwork {
  readonly plan: NetworkPlan;
  readonly vpc: NodeScope;
  readonly subnets: readonly ZonedSubnet[];
  /** `SubnetIds` and the like. */
  readonly subnetIds: readonly Expression[];
  /** `vpcSubnets`: an `ec2.SubnetSelection`. */
  readonly selection: Code;
  readonly hasPublic: boolean;
}

/**
 * The VPC and subnets of a node; undefined when it is in no VPC. A node right in the VPC is in its private
 * subnets, or in the public ones when the internet comes to it. `onePerZone` leaves one subnet in each zone, which is what interface endpoints want.
 */
export const networkOf = (
  scope: NodeScope,
  { onePerZone = false }: { readonly onePerZone?: boolean } = {},
): NodeNetwork | undefined => {
  const { graph, node } = scope;
  const vpcNode = graph.vpc(node);
  if (!vpcNode) return undefined;
  const vpc = scope.scopeOf(vpcNode);
  if (vpc.region !== scope.region) {
    scope.out.problem(
      `"${node.name}" is in ${scope.region}, but its VPC "${vpcNode.name}" is in ${vpc.region}. Both must be in one Region.`,
    );
    return undefined;
  }
  const foreign = graph.subnets(node).find((subnet) => graph.vpc(subnet)?.id !== vpcNode.id);
  if (foreign) {
    scope.out.problem(
      `"${node.name}" is in the VPC "${vpcNode.name}", but the subnet "${foreign.name}" is not. Choose subnets of one VPC.`,
    );
    return undefined;
  }
  const plan = networkPlan(vpc);
  const drawn = new Set(graph.subnets(node).map(({ id }) => id));
  const named = plan.groups.filter((group) => group.drawn && drawn.has(group.drawn.node.id));
  const groups =
    named.length > 0 ? named : standsInPublic(scope) ? publicGroups(plan) : privateGroups(plan);
  const all = groups.flatMap(({ subnets }) => subnets);
  const subnets = onePerZone ? firstOfEachZone(all) : all;
  return {
    plan,
    vpc,
    subnets,
    subnetIds: subnets.map(({ ref }) => ref),
    selection: selectionOf(
      plan,
      groups.filter((group) => group.subnets.some((subnet) => subnets.includes(subnet))),
      subnets,
    ),
    hasPublic: groups.some(({ type }) => type === 'public'),
  };
};

const publicGroups = (plan: NetworkPlan): readonly SubnetGroup[] =>
  plan.groups.filter(({ type }) => type === 'public');

/** Where nodes are that are in no drawn subnet. */
const privateGroups = (plan: NetworkPlan): readonly SubnetGroup[] => {
  const egress = plan.groups.filter(({ type }) => type === 'private-with-egress');
  return egress.length > 0 ? egress : plan.groups.filter(({ type }) => type === 'isolated');
};

const firstOfEachZone = (subnets: readonly ZonedSubnet[]): readonly ZonedSubnet[] => {
  const zones = new Set<string>();
  return subnets.filter(({ zone }) => {
    const isNew = !zones.has(zone.key);
    zones.add(zone.key);
    return isNew;
  });
};

/** An `ec2.SubnetSelection` of these subnets. */
export const selectionOf = (
  plan: NetworkPlan,
  groups: readonly SubnetGroup[],
  subnets: readonly ZonedSubnet[],
): Code => {
  if (!plan.isRegular) return object({ subnets: array(subnets.map(({ code }) => code)) });
  const selections = groups.map(({ name }) => object({ subnetGroupName: text(name) }));
  const [first, ...others] = selections;
  if (first === undefined) return object({ subnets: array([]) });
  if (others.length === 0) return first;
  const subnetsOf = (selection: Code): Code =>
    member(invoke(plan.vpc.construct, 'selectSubnets', selection), 'subnets');
  return object({ subnets: invoke(subnetsOf(first), 'concat', ...others.map(subnetsOf)) });
};
