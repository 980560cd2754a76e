import ELK, { type ELK as Elk, type ElkNode } from 'elkjs/lib/elk-api.js';
import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker';

let elk: Elk | undefined;

/** Arranges a graph in a worker, which is started for the first one and kept. */
export const arrange = (graph: ElkNode): Promise<ElkNode> => {
  elk ??= new ELK({ workerFactory: () => new ElkWorker() });
  return elk.layout(graph);
};
