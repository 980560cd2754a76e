import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromInternetGateway = refusalsFrom<Kind>('internet-gateway', [
  {
    to: 'lambda',
    level: 'impossible',
    why: 'A function has no address that somebody could connect to, also when it is in a VPC. It is called through an API, a function URL or the Lambda API.',
    instead: ['http-api', 'lambda'],
    path: 'standalone',
  },
]);
