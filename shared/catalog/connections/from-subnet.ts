import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { route } from '../mechanisms/route.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromSubnet = connectionsFrom<Kind>('subnet', {
  vpc: networkPlacement({
    label: 'is in',
    delivery: 'config',
    gesture: 'nesting',
    reversible: true,
    explain:
      'A subnet is a part of its VPC: its addresses are some of those of the VPC, and it never leaves it.',
    docs: 'Subnets for your VPC',
  }),
  'nat-gateway': route({
    label: 'routes to',
    delivery: 'config',
    explain:
      'What is not for the VPC goes to this NAT gateway. Without such an arrow a private subnet uses the gateway of its zone, and the isolated ones none. A public subnet keeps its route to the internet gateway.',
    docs: 'NAT gateway use cases',
  }),
  'internet-gateway': route({
    label: 'routes to',
    delivery: 'config',
    explain:
      'What is not for the VPC goes straight to the internet, and comes from there: this is what makes a subnet public. A subnet of the type public has the route also without the arrow.',
    docs: 'Configure route tables',
  }),
  'vpc-endpoint': route({
    label: 'routes to',
    delivery: 'config',
    explain:
      'Puts the gateway endpoint into the route table of this subnet. Without any such arrow it is in all route tables of the VPC.',
    docs: 'Gateway endpoints',
  }),
});
