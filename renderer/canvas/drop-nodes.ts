import { isContainer } from '../../shared/catalog/node-size.ts';
import { boxesOf } from '../../shared/exporters/picture/boxes.ts';
import { moveNodes, reparent, sequence } from '../../shared/model/edits/index.ts';
import type { NodeId } from '../../shared/model/ids.ts';
import { ancestorsOf, descendantsOf, findNode, outermost } from '../../shared/model/tree.ts';
import type { App } from '../store/app-store.ts';
import type { CardNode } from './flow-items.ts';

type Point = { readonly x: number; readonly y: number };

/** The end of a drag, as one step: everything moved, and what was dropped into another container stands in it. */
export const dropNodes = (
  app: App,
  moved: readonly CardNode[],
  before: ReadonlyMap<string, CardNode>,
  placeOf: (id: string) => Point | undefined,
): void => {
  const design = app.state.document?.design;
  if (!design) return;
  const nodes = outermost(
    design,
    moved.map(({ id }) => id),
  );
  const positions: [NodeId, Point][] = [];
  for (const node of nodes) {
    const now = moved.find(({ id }) => id === node.id)?.position;
    const was = before.get(node.id)?.position;
    if (!now || !was || (now.x === was.x && now.y === was.y)) continue;
    positions.push([
      node.id,
      { x: node.position.x + now.x - was.x, y: node.position.y + now.y - was.y },
    ]);
  }
  if (positions.length === 0) return;
  // Where the middle of the first one lies decides for all: they are dragged as one.
  const [first] = nodes;
  const place = first && placeOf(first.id);
  const size = first && before.get(first.id);
  const held = new Set<string>([
    ...nodes.map(({ id }) => id),
    ...descendantsOf(
      design,
      nodes.map(({ id }) => id),
    ),
  ]);
  const parent =
    place && size
      ? containerAt(
          app,
          { x: place.x + (size.width ?? 0) / 2, y: place.y + (size.height ?? 0) / 2 },
          held,
        )
      : undefined;
  const changes = nodes.filter((node) => node.parent !== parent).map(({ id }) => id);
  const name = nodes.length === 1 ? `"${nodes[0]?.name}"` : `${nodes.length} nodes`;
  app.edit(
    `Move ${name}`,
    changes.length === 0
      ? moveNodes(positions)
      : sequence(moveNodes(positions), reparent(changes, parent)),
  );
};

/** The innermost container at a point of the canvas, apart from the given nodes; undefined is the canvas itself. */
export const containerAt = (
  app: App,
  point: Point,
  apart: ReadonlySet<string> = new Set(),
): NodeId | undefined => {
  const design = app.state.document?.design;
  if (!design) return undefined;
  let found: NodeId | undefined;
  for (const { node, x, y, width, height } of boxesOf(design)) {
    if (!isContainer(node) || apart.has(node.id)) continue;
    if (point.x < x || point.y < y || point.x > x + width || point.y > y + height) continue;
    if (found === undefined || ancestorsOf(design, node.id).some(({ id }) => id === found))
      found = findNode(design, node.id)?.id;
  }
  return found;
};
