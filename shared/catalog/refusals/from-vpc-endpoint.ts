import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromVpcEndpoint = refusalsFrom<Kind>('vpc-endpoint', [
  {
    to: 'http-api',
    level: 'impossible',
    why: 'There are no private HTTP APIs; use a private REST API.',
    instead: ['rest-api'],
    path: 'replace-target',
  },
  {
    to: 'websocket-api',
    level: 'impossible',
    why: 'There are no private WebSocket APIs.',
    instead: ['appsync-api'],
    path: 'replace-target',
  },
]);
