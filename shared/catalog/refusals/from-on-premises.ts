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
]);
