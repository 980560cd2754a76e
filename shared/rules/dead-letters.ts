import type { Connection, Graph } from '../graph/graph.ts';
import type { CatalogFacts } from './catalog-facts.ts';

const has = (catalog: CatalogFacts, { type }: Connection, property: string): boolean =>
  Object.hasOwn(catalog.properties(type) ?? {}, property);

/**
 * True when what the connection cannot deliver is kept: in its own dead-letter queue, or by an arrow to one that
 * names the connection in its `reference` property, or names none and so stands for all of the source.
 */
export const keepsUndelivered = (
  graph: Graph,
  catalog: CatalogFacts,
  connection: Connection,
  reference: string,
): boolean =>
  (has(catalog, connection, 'deadLetterQueue') && graph.isSet(connection, 'deadLetterQueue')) ||
  graph.outgoing(connection.from, { mechanism: 'dead-letter' }).some((arrow) => {
    if (!has(catalog, arrow, reference)) return true;
    const named = graph.value(arrow, reference);
    return typeof named !== 'string' || named === connection.id;
  });
