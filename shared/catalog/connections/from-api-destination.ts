import { connectionsFrom } from '../connection.ts';
import { credential } from '../mechanisms/credential.mechanism.ts';
import { httpCall } from '../mechanisms/http-call.mechanism.ts';
import { text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromApiDestination = connectionsFrom<Kind>('api-destination', {
  'external-endpoint': httpCall({
    label: 'sends events to',
    delivery: 'async',
    explain:
      'Each event becomes a request to the address of the endpoint, with its method and its way to prove who calls, unless the API destination says otherwise. When no good answer comes within 5 seconds, EventBridge tries again, for up to a day.',
    docs: 'API destinations as targets in Amazon EventBridge',
  }),
  secret: credential({
    label: 'takes its credential from',
    delivery: 'config',
    properties: {
      field: text({
        maxLength: 128,
        pattern: '^[A-Za-z0-9_.-]+$',
        help: 'The field of the secret that holds the key or password. Empty: the part that AWS generates, or the whole secret when you fill it by hand.',
      }),
    },
    explain:
      'CloudFormation reads the secret when it makes the connection, and EventBridge keeps a copy in a secret of its own. When the value changes, deploy again.',
    docs: 'Connections for API targets in Amazon EventBridge',
    options: { as: 'use' },
  }),
});
