import { defineMechanism } from '../connection.ts';
import { emitPeering } from '../network/peering.ts';
import { emitVpn } from '../network/vpn.ts';

export interface NetworkLink {
  /** `peering`: between two VPCs. `vpn`: with a network outside AWS. */
  readonly by: 'peering' | 'vpn';
}

/** Two networks that reach each other by private addresses. */
export const networkLink = defineMechanism<NetworkLink>({
  id: 'network-link',
  family: 'network',
  title: 'Joined networks',
  explain:
    'Two networks are joined as if their private addresses were one: two VPCs by a peering, a VPC and a network outside AWS by a VPN or a line. Each side needs a route to the range of the other, so the ranges must not overlap, and security groups must still let the traffic in. A peering is not handed on: when A is joined to B and B to C, A does not reach C.',
  emit: (scope) => (scope.options.by === 'vpn' ? emitVpn(scope) : emitPeering(scope)),
});
