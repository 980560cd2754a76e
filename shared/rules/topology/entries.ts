/**
 * Kinds by which something from outside gets into a design: people, the clock, and what is there to be called. Whoever
 * calls an API need not be drawn.
 */
const always = new Set([
  'client',
  'user',
  'schedule',
  'rest-api',
  'http-api',
  'websocket-api',
  'api-custom-domain',
  'cloudfront',
  'cognito-user-pool',
]);
/** Kinds into which events from outside come when nothing in the design sends to them. */
const whenFirst = new Set(['event-rule', 'event-bus', 'kinesis-stream', 'firehose']);

/** True for a node by which work gets into the design; `incoming` is how many connections lead to it. */
export const isEntry = (kind: string, incoming: number): boolean =>
  always.has(kind) || (incoming === 0 && whenFirst.has(kind));
