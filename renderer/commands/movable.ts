import type { Node } from '../../shared/model/design.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { outermost } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';

/** The nodes that a gesture on the chosen ones moves: not those inside others of them, and none that is locked. */
export const movable = (app: App): readonly Node[] => {
  const { document, view } = app.state;
  if (!document || document.readOnly !== undefined || view.selection.size === 0) return [];
  return outermost(document.design, view.selection).filter(({ id }) => !view.locked.has(id));
};

/** Their ids. */
export const idsOf = (nodes: readonly Node[]): readonly NodeId[] => nodes.map(({ id }) => id);
