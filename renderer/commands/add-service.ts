import { serviceOf } from '../../shared/catalog/catalog.ts';
import { cardSize, containerSize, isContainer } from '../../shared/catalog/node-size.ts';
import { boxesOf } from '../../shared/exporters/picture/boxes.ts';
import { addNode } from '../../shared/model/edits/index.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { freshNodeId } from '../../shared/model/new-design.ts';
import { absolutePosition } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';

/** The type of what the palette drags: a kind of the catalog. */
export const draggedKind = 'application/x-isobar-kind';

type Point = { readonly x: number; readonly y: number };

/** The innermost container at a point that is no frame of another kind; undefined is the canvas itself. */
const holderAt = (app: App, point: Point): NodeId | undefined => {
  const design = app.state.document?.design;
  if (!design) return undefined;
  // Outermost first: the last one that fits is the innermost.
  return boxesOf(design)
    .filter(
      ({ node, x, y, width, height }) =>
        isContainer(node) &&
        point.x >= x &&
        point.y >= y &&
        point.x <= x + width &&
        point.y <= y + height,
    )
    .at(-1)?.node.id;
};

/** Adds a node of the kind with its middle at a point of the canvas, chosen and ready to be renamed. Gives its id. */
export const addService = (app: App, kind: string, at: Point): NodeId | undefined => {
  const design = app.state.document?.design;
  const service = serviceOf(kind);
  if (!design || !service) return undefined;
  const name = service.title;
  const id = freshNodeId(design, name);
  const isFrame = service.placement.isContainer === true;
  const size = isFrame ? containerSize : cardSize;
  const parent = holderAt(app, at);
  const origin = absolutePosition(design, parent);
  const position = {
    x: Math.round((at.x - size.width / 2 - origin.x) / 8) * 8,
    y: Math.round((at.y - size.height / 2 - origin.y) / 8) * 8,
  };
  const properties = kind === 'lambda' ? { runtime: app.state.settings.runtime } : {};
  const added = app.edit(
    `Add ${name}`,
    addNode({
      id,
      kind,
      name,
      position,
      properties,
      ...(isFrame && { size }),
      ...(parent !== undefined && { parent }),
    }),
    { select: [id] },
  );
  return added ? id : undefined;
};
