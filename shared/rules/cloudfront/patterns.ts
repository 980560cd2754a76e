import type { Connection, Graph } from '../../graph/graph.ts';

/** What the default behaviour is called in messages. */
export const defaultPattern = 'default (*)';

const defaults: ReadonlySet<string> = new Set(['', defaultPattern, 'default', '*', '/*']);

/** The paths of an origin or an edge function, so that equal ones are equal texts; undefined when not known. */
export const patternKey = (graph: Graph, connection: Connection): string | undefined => {
  const text = graph.text(connection, 'pathPattern')?.trim();
  if (text === undefined) return undefined;
  return defaults.has(text) ? defaultPattern : text.replace(/^\//, '');
};
