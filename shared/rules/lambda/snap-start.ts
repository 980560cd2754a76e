import { runtimeDates } from '../../catalog/runtime-dates.ts';
import { runtimeOf } from '../../catalog/runtimes.ts';
import type { Graph, Node } from '../rule.ts';

/** True when the design asks for SnapStart. */
export const hasSnapStart = (graph: Graph, fn: Node): boolean =>
  graph.text(fn, 'snapStart') === 'PublishedVersions';

/** Whether SnapStart works with the runtime; undefined for one that Isobar does not know. */
export const supportsSnapStart = (runtime: string): boolean | undefined =>
  runtimeDates.has(runtime) ? runtimeOf(runtime)?.snapStart === true : undefined;

/** True when the design leaves the alias out. */
export const lacksAlias = (graph: Graph, fn: Node): boolean => {
  const alias = graph.value(fn, 'autoPublishAlias');
  return alias === undefined || alias === '';
};
