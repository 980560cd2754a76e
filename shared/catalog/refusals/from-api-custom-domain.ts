import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromApiCustomDomain = refusalsFrom<Kind>('api-custom-domain', [
  {
    to: 'http-api',
    level: 'conditional',
    why: 'HTTP APIs have regional endpoints only, an EDGE domain cannot be mapped to them.',
    when: ({ source }) => source('endpointType') === 'EDGE',
    instead: ['cloudfront', 'http-api'],
    path: 'standalone',
  },
  {
    to: 'lambda',
    level: 'impossible',
    why: 'Function URLs have no custom domain names.',
    instead: ['http-api', 'lambda'],
    alternative: 'cloudfront',
    autofix: 'insert-nodes',
  },
]);
