import { defineMechanism } from '../connection.ts';
import { emitPeering } from '../network/peering.ts';

/** Two VPCs that reach each other. */
export const networkLink = defineMechanism({
  id: 'network-link',
  family: 'network',
  title: 'VPC peering',
  explain:
    'A peering joins two VPCs as if their private addresses were one network. Each side needs a route to the range of the other, so the ranges must not overlap, and security groups must still let the traffic in. A peering is not handed on: when A is joined to B and B to C, A does not reach C.',
  emit: emitPeering,
});
