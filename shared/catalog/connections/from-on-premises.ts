import { connectionsFrom } from '../connection.ts';
import { httpCall } from '../mechanisms/http-call.mechanism.ts';
import { networkLink } from '../mechanisms/network-link.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { callsThroughEndpoint } from './shared/program-calls.ts';

export const fromOnPremises = connectionsFrom<Kind>('on-premises', {
  vpc: networkLink({
    label: 'is linked to',
    explain:
      'The VPC gets a virtual private gateway, and the routes to the network outside appear in all its route tables. Over a VPN the export also makes the two tunnels; a Direct Connect line is ordered from AWS and attached to the gateway by hand.',
    docs: 'Get started with AWS Site-to-Site VPN',
    options: { by: 'vpn' },
  }),
  'vpc-endpoint': callsThroughEndpoint,
  alb: httpCall({
    label: 'calls',
    explain:
      'An internal load balancer is reached over the VPN or the line; its security group lets the addresses of this network in.',
    docs: 'Security groups for your Application Load Balancers',
  }),
});
