import type { Connection, Graph } from '../graph/graph.ts';
import type { CatalogFacts } from './catalog-facts.ts';

/** Settings of a connection by which the caller waits, or does not, whatever is usual for its type. */
const waits: Readonly<Record<string, boolean>> = {
  RequestResponse: true,
  REQUEST_RESPONSE: true,
  StartSyncExecution: true,
  'StepFunctions-StartSyncExecution': true,
  Event: false,
  FIRE_AND_FORGET: false,
  StartExecution: false,
  'StepFunctions-StartExecution': false,
};

/**
 * True when whoever starts the connection waits for the answer: as its settings say, else as is usual for its
 * type. Undefined when the setting is an intrinsic or the type is unknown.
 */
export const isSynchronous = (
  graph: Graph,
  catalog: CatalogFacts,
  connection: Connection,
): boolean | undefined => {
  const entry = catalog.connectionType(connection.type);
  if (!entry) return undefined;
  for (const property of ['invocationType', 'action', 'integrationSubtype'])
    if (Object.hasOwn(entry.properties, property)) {
      const value = graph.text(connection, property);
      if (value === undefined && graph.isSet(connection, property)) return undefined;
      const answer = value === undefined || !Object.hasOwn(waits, value) ? undefined : waits[value];
      if (answer !== undefined) return answer;
    }
  if (Object.hasOwn(entry.properties, 'sync')) return graph.boolean(connection, 'sync');
  if (Object.hasOwn(entry.properties, 'pattern') && graph.text(connection, 'pattern') === 'sync')
    return true;
  return entry.delivery === 'sync';
};
