import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromOnPremises = refusalsFrom<Kind>('on-premises', [
  {
    to: 'rds-proxy',
    level: 'missing-node',
    why: 'A proxy is reached from inside its VPC only, so the VPC must be linked by a VPN or Direct Connect.',
    instead: ['vpc'],
    path: 'replace-target',
    alternative: 'Link the VPC; programs in the network then connect to the endpoint of the proxy.',
  },
  {
    to: 's3-bucket',
    level: 'missing-node',
    why: 'Over a VPN or a line of its own a network reaches S3 through an interface endpoint only; a gateway endpoint answers its own VPC alone. Over the internet the program is an ordinary client: draw a client.',
    instead: ['vpc-endpoint', 's3-bucket'],
    alternative: 'client',
  },
]);
