import type { Connection, Graph, Node } from '../../graph/graph.ts';
import { isJsonObject, type Json } from '../../lib/json.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { isSynchronous } from '../delivery.ts';

/** Mechanisms by which an event at the start leads to one at the end, without anyone waiting. */
const passing = new Set([
  'event-source-mapping',
  'push-invoke',
  'subscription',
  'event-routing',
  'eventbridge-target',
  'event-source',
  'notification',
  'stream',
  'pipe-source',
  'pipe-target',
  'subscriber-target',
  'success-destination',
  'failure-destination',
]);

/** Mechanisms by which code or a workflow does something at the end: it depends on their settings. */
const acting = new Set(['direct-invoke', 'iam-data-access', 'workflow-task']);

/** Settings of a connection by which nothing is written. */
const reading = new Set(['read', 'consume', 'task-response', 'getItem', 'describe']);

/** True when an event at the start of the connection can cause one at its end. Reads nothing but the connection. */
export const passesEvents = (
  graph: Graph,
  catalog: CatalogFacts,
  connection: Connection,
): boolean => {
  const entry = catalog.connectionType(connection.type);
  if (!entry || !(passing.has(entry.mechanism) || acting.has(entry.mechanism))) return false;
  if (graph.boolean(connection, 'loopBreaker') === true) return false;
  const has = (property: string): boolean => Object.hasOwn(entry.properties, property);
  if (has('enabled') && graph.boolean(connection, 'enabled') === false) return false;
  if (passing.has(entry.mechanism)) return true;
  if (entry.mechanism === 'direct-invoke')
    return isSynchronous(graph, catalog, connection) === false;
  for (const property of ['access', 'action']) {
    const value = has(property) ? graph.text(connection, property) : undefined;
    if (value !== undefined && reading.has(value)) return false;
  }
  return true;
};

/** What is known of the events that a connection puts on a bus. */
const eventsOf = (graph: Graph, catalog: CatalogFacts, connection: Connection) => {
  const entry = catalog.connectionType(connection.type);
  const text = (property: string): string | undefined =>
    entry && Object.hasOwn(entry.properties, property)
      ? graph.text(connection, property)
      : undefined;
  // https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
  const isDestination =
    entry?.mechanism === 'success-destination' || entry?.mechanism === 'failure-destination';
  return { source: isDestination ? 'lambda' : text('source'), detailType: text('detailType') };
};

/** True unless the field of the pattern is a list of plain texts without the known value. */
const mayMatch = (pattern: Json | undefined, value: string | undefined): boolean =>
  value === undefined ||
  !Array.isArray(pattern) ||
  pattern.includes(value) ||
  pattern.some((item) => typeof item !== 'string');

/** True unless it is certain that the rule's pattern does not match what the connection puts on its bus. */
export const patternMayMatch = (
  graph: Graph,
  catalog: CatalogFacts,
  rule: Node,
  connection: Connection,
): boolean => {
  const pattern = graph.value(rule, 'eventPattern');
  if (!isJsonObject(pattern)) return true;
  const { source, detailType } = eventsOf(graph, catalog, connection);
  return mayMatch(pattern.source, source) && mayMatch(pattern['detail-type'], detailType);
};
