import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromNatGateway = refusalsFrom<Kind>('nat-gateway', [
  {
    to: 'rds-instance',
    level: 'impossible',
    why: 'A NAT gateway never lets connections in.',
    instead: ['lambda', 'rds-proxy', 'rds-instance'],
    path: 'standalone',
  },
]);
