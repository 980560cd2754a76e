import type { Graph } from '../../graph/graph.ts';
import type { Link } from '../on.ts';

/** The longest visibility timeout that SQS takes, in seconds. */
export const longestVisibility = 43_200;

/** What the checks of a queue and its function compare; undefined when one of the values is unknown. */
export interface VisibilityFacts {
  readonly visibility: number;
  readonly timeout: number;
  /** AWS's advice: six times the function timeout and the batching window. */
  readonly sixTimes: number;
}

/** Reads the timeouts of a queue and the function that it feeds. */
export const visibilityFacts = (
  { connection, source: queue, target: fn }: Link,
  graph: Graph,
): VisibilityFacts | undefined => {
  const visibility = graph.number(queue, 'visibilityTimeout');
  const timeout = graph.number(fn, 'timeout');
  if (visibility === undefined || timeout === undefined) return undefined;
  const window = graph.number(connection, 'maximumBatchingWindow') ?? 0;
  return { visibility, timeout, sixTimes: 6 * timeout + window };
};
