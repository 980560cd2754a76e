import { moveNodes, reparent, sequence } from '../../shared/model/edits/index.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { outermost } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import { type Place, placeOf, sayMove } from './place-words.ts';

/** The end of a drag. */
export interface Drop {
  /** What was dragged. */
  readonly ids: readonly string[];
  /** How far. */
  readonly by: { readonly x: number; readonly y: number };
  /** The container that it all goes into; undefined is the canvas. */
  readonly into: string | undefined;
}

/** Moves what was dragged and puts it into another container, as one step; says what it inherits there. */
export const dropNodes = (app: App, { ids, by, into }: Drop): void => {
  const design = app.state.document?.design;
  if (!design || (by.x === 0 && by.y === 0)) return;
  const nodes = outermost(design, ids);
  const positions = nodes.map(({ id, position }): [NodeId, { x: number; y: number }] => [
    id,
    { x: Math.round(position.x + by.x), y: Math.round(position.y + by.y) },
  ]);
  const parent = design.nodes.find(({ id }) => id === into)?.id;
  const changes = nodes.filter((node) => node.parent !== parent).map(({ id }) => id);
  const [first] = nodes;
  if (!first) return;
  const name = nodes.length === 1 ? `"${first.name}"` : `${nodes.length} nodes`;
  const [mover] = changes;
  const before: Place | undefined = mover && placeOf(app.graph, mover);
  const done = app.edit(
    `Move ${name}`,
    changes.length === 0
      ? moveNodes(positions)
      : sequence(moveNodes(positions), reparent(changes, parent)),
  );
  if (!done || !mover || !before) return;
  const after = placeOf(app.graph, mover);
  app.notify({
    tone: 'info',
    text: sayMove(name, before, after),
    action: { label: 'Undo', run: () => app.undo() },
  });
};
