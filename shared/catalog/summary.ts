import type { Graph, Node } from '../graph/graph.ts';
import { serviceOf } from './catalog.ts';
import { readerOf } from './reader.ts';

/** What stands under a node's name: its service's summary, else what kind of thing it is. */
export const summaryOf = (graph: Graph, node: Node): string => {
  const service = serviceOf(node.kind);
  if (!service) return node.kind;
  const read = readerOf(graph, node);
  // A summary made for literals may meet a value of any shape: then the title says more than a broken line.
  const parts = safely(() => service.summary?.(read) ?? '')
    .split(' · ')
    .filter((part) => part !== '' && part !== 'undefined');
  return parts.length === 0 ? service.title : parts.join(' · ');
};

const safely = (make: () => string): string => {
  try {
    return make();
  } catch {
    return '';
  }
};
