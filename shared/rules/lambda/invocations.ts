import type { Connection, Graph, Node } from '../../graph/graph.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { isSynchronous } from '../delivery.ts';

/**
 * How a connection runs the function at its end: somebody waits for the answer, Lambda keeps the event in a queue
 * of its own, or Lambda polls a source. `unknown` when a setting is an intrinsic.
 */
export type Invocation = 'waiting' | 'queued' | 'polled' | 'unknown';

/** Mechanisms by which an event is left with Lambda. */
const queued = new Set([
  'push-invoke',
  'subscription',
  'eventbridge-target',
  'scheduler-target',
  'log-subscription',
  'notification',
  'alarm-action',
  'success-destination',
  'failure-destination',
]);

/** Mechanisms that run a function, waiting or not. */
const direct = new Set([
  'direct-invoke',
  'api-integration',
  'authorizer',
  'data-source',
  'http-call',
  'origin',
  'pipe-enrichment',
  'pipe-target',
  'subscriber-target',
  'target-group',
  'transform',
  'trigger',
  'workflow-task',
]);

/** How the connection runs the function that it leads to; undefined when it does not run it. */
export const invocationOf = (
  graph: Graph,
  catalog: CatalogFacts,
  connection: Connection,
): Invocation | undefined => {
  const mechanism = graph.mechanism(connection);
  if (mechanism === undefined) return undefined;
  if (mechanism === 'event-source-mapping') return 'polled';
  if (queued.has(mechanism)) return 'queued';
  if (!direct.has(mechanism)) return undefined;
  const waits = isSynchronous(graph, catalog, connection);
  return waits === undefined ? 'unknown' : waits ? 'waiting' : 'queued';
};

/** Mechanisms by which a person's request reaches a function and waits for it. */
const entries = ['api-integration', 'data-source', 'http-call', 'origin', 'target-group'];

/** True when people, or programs outside, call the function and wait: through an API or its URL. */
export const isPublicEntry = (graph: Graph, catalog: CatalogFacts, fn: Node): boolean =>
  graph
    .incoming(fn, { mechanism: entries })
    .some((connection) => isSynchronous(graph, catalog, connection) === true) ||
  graph.incoming(fn, { mechanism: 'direct-invoke', kind: 'client' }).length > 0;
