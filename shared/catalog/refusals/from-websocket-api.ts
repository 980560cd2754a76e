import { refusalsFrom } from '../refusal.ts';
import type { Kind } from '../services/index.ts';

export const refusedFromWebsocketApi = refusalsFrom<Kind>('websocket-api', [
  {
    to: 'cognito-user-pool',
    level: 'impossible',
    why: 'WebSocket APIs have no Cognito authorizer; validate the token in a Lambda authorizer on $connect.',
    instead: ['lambda', 'cognito-user-pool'],
  },
]);
