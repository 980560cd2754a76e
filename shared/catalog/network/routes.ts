import type { NodeScope } from '../service.ts';
import type { NetworkPlan, SubnetGroup, ZonedSubnet } from './network-plan.ts';

/** Through which NAT gateway a subnet reaches the internet. */
export interface DefaultGateway {
  readonly subnet: ZonedSubnet;
  /** The id of the NAT gateway's resource. */
  readonly gateway: string;
  readonly isDrawn: boolean;
}

interface Candidate {
  readonly id: string;
  /** The zone it is in; absent: in all, because it is a regional one. */
  readonly zone?: string;
}

/**
 * The default route of each subnet that has none to the internet gateway. A gateway in the subnet's own zone
 * comes first, since traffic between zones costs money and ends with either zone; the others take turns.
 */
export const defaultGateways = (
  plan: NetworkPlan,
  implied: readonly ZonedSubnet[],
): readonly DefaultGateway[] => {
  const shared: readonly Candidate[] =
    plan.nats.length > 0
      ? plan.nats
          .filter((nat) => nat.read('connectivityType') !== 'private')
          .map((nat) => candidate(plan, nat))
      : implied.map(({ id, zone }) => ({ id: `${id}NATGateway`, zone: zone.key }));
  const isDrawn = plan.nats.length > 0;
  let turn = 0;
  return plan.groups
    .filter(({ type }) => type !== 'public')
    .flatMap((group) => {
      const named = routedTo(plan, group);
      const candidates =
        named.length > 0 ? named : group.type === 'private-with-egress' ? shared : [];
      if (candidates.length === 0) return [];
      return group.subnets.map((subnet): DefaultGateway => {
        const near = candidates.find(({ zone }) => zone === undefined || zone === subnet.zone.key);
        const chosen = near ?? candidates[turn++ % candidates.length];
        return { subnet, gateway: chosen?.id ?? '', isDrawn: isDrawn || named.length > 0 };
      });
    });
};

/** The NAT gateways that arrows lead to from a drawn subnet. */
const routedTo = (plan: NetworkPlan, { drawn }: SubnetGroup): readonly Candidate[] =>
  drawn === undefined
    ? []
    : drawn.graph
        .targets(drawn.node, { mechanism: 'route', kind: 'nat-gateway' })
        .map((nat) => candidate(plan, drawn.scopeOf(nat)));

const candidate = (plan: NetworkPlan, nat: NodeScope): Candidate => {
  const zone = natSubnet(plan, nat)?.zone.key;
  return { id: nat.id, ...(zone !== undefined && { zone }) };
};

/** The subnet that a drawn NAT gateway is in; undefined for a regional one, which is in the VPC as a whole. */
export const natSubnet = (plan: NetworkPlan, nat: NodeScope): ZonedSubnet | undefined => {
  if (nat.read('availabilityMode') === 'regional') return undefined;
  const [drawn] = nat.graph.subnets(nat.node);
  const isPublic = nat.read('connectivityType') !== 'private';
  const group =
    plan.groups.find((item) => drawn !== undefined && item.drawn?.node.id === drawn.id) ??
    plan.groups.find(({ type }) => (type === 'public') === isPublic);
  return group?.subnets[0];
};
