import {
  containerHeader,
  containerPadding,
  isContainer,
  sizeOfNode,
} from '../catalog/node-size.ts';
import { type Area, freePlace } from '../lib/free-place.ts';
import type { Design, Node, Position } from '../model/design.ts';
import { moveNodes } from '../model/edits/index.ts';
import type { NodeId } from '../model/ids.ts';
import { absolutePosition, childrenOf, findNode } from '../model/tree.ts';

/*
 * Finds room for what a way round adds.
 */

const grid = 8;

const onGrid = (value: number): number => Math.round(value / grid) * grid;

/** The room inside a container, relative to it; undefined for the canvas, which has no end. */
const roomIn = (design: Design, parent: string | undefined): Area | undefined => {
  const holder = parent === undefined ? undefined : findNode(design, parent);
  if (!holder || !isContainer(holder)) return undefined;
  const { width, height } = sizeOfNode(holder);
  return {
    x: containerPadding,
    y: containerHeader,
    width: width - 2 * containerPadding,
    height: height - containerHeader - containerPadding,
  };
};

/** Moves a card to the free place in its container that is nearest to the wished point of the canvas. */
const settle = (design: Design, id: NodeId, wish: Position): Design => {
  const node = findNode(design, id);
  if (!node) return design;
  const { parent } = node;
  const origin = absolutePosition(design, parent);
  const siblings =
    parent === undefined
      ? design.nodes.filter((other) => other.parent === undefined)
      : childrenOf(design, parent);
  const taken = siblings
    .filter((other) => other.id !== id)
    .map((other) => ({ ...other.position, ...sizeOfNode(other) }));
  const place = freePlace(
    sizeOfNode(node),
    { x: onGrid(wish.x - origin.x), y: onGrid(wish.y - origin.y) },
    taken,
    { gap: 24, step: 2 * grid, within: roomIn(design, parent) },
  );
  return moveNodes([[id, { x: onGrid(place.x), y: onGrid(place.y) }]])(design);
};

/** Spreads cards along the line between two points of the canvas: each at its share of the way, where there is room. */
export const spread = (
  design: Design,
  cards: readonly { readonly id: NodeId; readonly share: number }[],
  from: Position,
  to: Position,
): Design =>
  cards.reduce(
    (next, { id, share }) =>
      settle(next, id, {
        x: from.x + (to.x - from.x) * share,
        y: from.y + (to.y - from.y) * share,
      }),
    design,
  );

/** The cards of the nodes, at equal distances between the two ends. */
export const evenly = (
  nodes: readonly Pick<Node, 'id'>[],
): readonly { readonly id: NodeId; readonly share: number }[] =>
  nodes.map(({ id }, at) => ({ id, share: (at + 1) / (nodes.length + 1) }));
