import { type RuntimeDates, runtimeDates } from '../../catalog/runtime-dates.ts';
import { setProperty } from '../../model/edits/index.ts';
import type { Fix, Graph, Node } from '../rule.ts';

/** The runtime of a zip function, with its dates; those are missing for one that Isobar does not know. */
export const runtimeOfZip = (
  graph: Graph,
  fn: Node,
): { readonly runtime: string; readonly dates: RuntimeDates | undefined } | undefined => {
  if (graph.text(fn, 'packageType') !== 'Zip') return undefined;
  const runtime = graph.text(fn, 'runtime');
  return runtime === undefined ? undefined : { runtime, dates: runtimeDates.get(runtime) };
};

/** Moves the function to the runtime that AWS advises. */
export const moveToSuccessor = (fn: Node, { successor }: RuntimeDates): readonly Fix[] =>
  successor === undefined
    ? []
    : [
        {
          title: `Set the runtime to ${successor}`,
          edit: setProperty(fn.id, 'runtime', successor),
        },
      ];
