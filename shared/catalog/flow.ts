import type { ConnectionDefinition } from './connection.ts';

/** Mechanisms that say nothing of the ordinary way of a message: a path over one of them leads nowhere. */
const asides: ReadonlySet<string> = new Set([
  'alarm-action',
  'backup',
  'code-source',
  'dead-letter',
  'failure-destination',
  'logging',
  'metric',
  'success-destination',
  'tracing',
]);

/** True when something flows from one end to the other at run time. */
export const carriesFlow = ({
  delivery,
  mechanism,
}: Pick<ConnectionDefinition, 'delivery' | 'mechanism'>): boolean =>
  delivery !== 'config' && !asides.has(mechanism);
