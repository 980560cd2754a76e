import type { Connection, Graph } from '../../graph/graph.ts';
import { own } from '../../graph/property-values.ts';

/**
 * True when a route streams the response. Only some types of routes have the setting; of the others only what the
 * file holds says something. Undefined when it is an intrinsic.
 */
export const isStreaming = (graph: Graph, route: Connection): boolean | undefined => {
  if (!graph.isSet(route, 'responseTransferMode')) return false;
  const mode = own(route, 'responseTransferMode');
  return typeof mode === 'string' ? mode === 'STREAM' : undefined;
};
