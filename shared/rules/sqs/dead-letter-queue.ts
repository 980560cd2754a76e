import type { Graph, Node } from '../../graph/graph.ts';
import type { Json } from '../../lib/json.ts';
import type { Addition } from '../fixes.ts';

/** The connection that makes one queue the dead-letter queue of another. */
export const redrive = 'sqs-queue--sqs-queue';

/** The longest that SQS keeps a message, in seconds: 14 days. */
export const longestRetention = 1_209_600;

/** A queue that can take over the failed messages of another: of the same type, and with time to look at them. */
export const deadLetterQueueFor = (graph: Graph, queue: Node): Addition => {
  const fifo = graph.value(queue, 'fifoQueue');
  const properties: Record<string, Json> = { messageRetentionPeriod: longestRetention };
  if (fifo !== undefined && fifo !== false) properties.fifoQueue = fifo;
  return { kind: 'sqs-queue', name: `${queue.name} dead letters`, properties };
};
