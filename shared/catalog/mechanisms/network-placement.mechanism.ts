import { defineMechanism } from '../connection.ts';

/** A node is in a subnet or a VPC; the kinds ask the graph where they are. */
export const networkPlacement = defineMechanism({
  id: 'network-placement',
  family: 'network',
  onPath: 'never',
  title: 'Placement in a network',
  explain:
    'The node gets network interfaces with private addresses in these subnets, one zone or several. From then on it reaches what is in the VPC, and the route tables of the subnets decide what else. Drawing a node inside a subnet says the same as an arrow to it.',
});
