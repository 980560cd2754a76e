import { patternOf } from '../../catalog/edge/behaviors.ts';
import type { Connection, Graph } from '../../graph/graph.ts';

/** What the default behaviour is called in messages. */
export const defaultPattern = 'default (*)';

/** The paths of an origin or an edge function, so that equal ones are equal texts; undefined when not known. */
export const patternKey = (graph: Graph, connection: Connection): string | undefined => {
  const text = graph.text(connection, 'pathPattern');
  return text === undefined ? undefined : (patternOf(text)?.replace(/^\//, '') ?? defaultPattern);
};
