import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { route } from '../mechanisms/route.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromNatGateway = connectionsFrom<Kind>('nat-gateway', {
  subnet: networkPlacement({
    label: 'is in',
    delivery: 'config',
    gesture: 'nesting',
    explain:
      'A zonal NAT gateway stands in one public subnet. When the drawn subnet stands for one in each zone, the gateway is in the first of them.',
    docs: 'NAT gateways',
  }),
  'internet-gateway': route({
    label: 'sends traffic to',
    delivery: 'config',
    explain:
      'A public NAT gateway stands in a public subnet, whose route leads to the internet gateway. The arrow shows that; nothing is deployed for it.',
    docs: 'NAT gateways',
  }),
});
