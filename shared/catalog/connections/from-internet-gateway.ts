import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { route } from '../mechanisms/route.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromInternetGateway = connectionsFrom<Kind>('internet-gateway', {
  vpc: networkPlacement({
    label: 'is attached to',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain: 'A gateway belongs to one VPC, and a VPC has one gateway.',
    docs: 'Connect to the internet using an internet gateway',
  }),
  'external-endpoint': route({
    label: 'reaches',
    explain:
      'Everything on the internet is behind the gateway. The arrow shows which of it matters; nothing is deployed for it.',
    docs: 'Connect to the internet using an internet gateway',
  }),
});
