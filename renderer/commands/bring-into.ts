import { isContainer } from '../../shared/catalog/node-size.ts';
import type { Design, Node } from '../../shared/model/design.ts';
import { moveNodes, reparent, sequence } from '../../shared/model/edits/index.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { absolutePosition, descendantsOf, findNode, outermost } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import { idsOf } from './movable.ts';
import { boundsOf, mayHold, roomFor } from './placement.ts';
import { nameNodes } from './selection.ts';

/*
 * Bringing what is chosen into a container, or out of one.
 */

/** The containers that may hold all of the given nodes, in the order of the file; undefined stands for the canvas. */
export const homesFor = (design: Design, nodes: readonly Node[]): readonly (Node | undefined)[] => {
  const within = descendantsOf(design, idsOf(nodes));
  const own = new Set<string>(idsOf(nodes));
  const fits = (parent: string | undefined): boolean =>
    nodes.some((node) => node.parent !== parent) &&
    nodes.every(({ kind }) => mayHold(design, parent, kind));
  return [
    ...design.nodes.filter(
      (node) => isContainer(node) && !own.has(node.id) && !within.has(node.id) && fits(node.id),
    ),
    ...(fits(undefined) ? [undefined] : []),
  ];
};

/** Puts what is chosen into a container, or onto the canvas, where there is room near to where it was. */
export const bringInto = (app: App, parent: NodeId | undefined): void => {
  const design = app.state.document?.design;
  if (!design) return;
  const nodes = outermost(design, app.state.view.selection);
  const bounds = boundsOf(design, nodes);
  if (!bounds) return;
  const home = parent === undefined ? undefined : findNode(design, parent);
  const corner = roomFor(design, parent, bounds, bounds, new Set(idsOf(nodes)));
  const origin = absolutePosition(design, parent);
  app.edit(
    `Bring ${nameNodes(nodes)} ${home ? `into "${home.name}"` : 'onto the canvas'}`,
    sequence(
      reparent(idsOf(nodes), parent),
      moveNodes(
        nodes.map(({ id }) => {
          const at = absolutePosition(design, id);
          return [
            id,
            {
              x: at.x - bounds.x + corner.x - origin.x,
              y: at.y - bounds.y + corner.y - origin.y,
            },
          ];
        }),
      ),
    ),
  );
  app.canvas?.reveal(idsOf(nodes));
};
