import { type Code, options } from '../../lib/typescript/syntax.ts';
import type { NodeScope } from '../service.ts';

/** `throttle` of the stage of an HTTP or WebSocket API; undefined when the limits of the account hold. */
export const throttleCode = (scope: NodeScope): Code | undefined =>
  options({
    rateLimit: scope.code('throttlingRateLimit'),
    burstLimit: scope.code('throttlingBurstLimit'),
  });
