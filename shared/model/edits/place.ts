import type { Position, Size } from '../design.ts';
import type { NodeId } from '../ids.ts';
import { absolutePosition, ancestorsOf, findNode, outermost } from '../tree.ts';
import { changeNodes, type Edit, placed, sized, wholePosition, without } from './edit.ts';

/** Moves nodes; positions are relative to their parents. */
export const moveNodes = (positions: Iterable<readonly [NodeId, Position]>): Edit => {
  const targets = new Map(positions);
  return (design) =>
    changeNodes(design, (node) => {
      const target = targets.get(node.id);
      return target === undefined ? node : placed(node, target);
    });
};

/**
 * Gives a container another size. With a position its corner moves too, and what it holds stays where it
 * is on the canvas.
 */
export const resizeNode =
  (id: NodeId, size: Size, position?: Position): Edit =>
  (design) => {
    const old = findNode(design, id)?.position;
    const corner = position === undefined ? undefined : wholePosition(position);
    if (old === undefined) return design;
    return changeNodes(design, (node) => {
      if (node.id === id) return sized(corner === undefined ? node : placed(node, corner), size);
      if (node.parent !== id || corner === undefined) return node;
      return placed(node, {
        x: node.position.x + old.x - corner.x,
        y: node.position.y + old.y - corner.y,
      });
    });
  };

/**
 * Puts nodes into another container, or onto the canvas; they stay where they are to the eye. A node that
 * stands in another of the ids moves along with that one. A container cannot go into itself.
 */
export const reparent = (ids: Iterable<NodeId>, parent: NodeId | undefined): Edit => {
  const chosen = new Set(ids);
  return (design) => {
    if (parent !== undefined && findNode(design, parent) === undefined) return design;
    const line = new Set<string | undefined>(
      parent === undefined ? [] : [parent, ...ancestorsOf(design, parent).map((node) => node.id)],
    );
    const moving = new Set(
      outermost(design, chosen)
        .filter((node) => !line.has(node.id) && node.parent !== parent)
        .map((node) => node.id),
    );
    const origin = absolutePosition(design, parent);
    return changeNodes(design, (node) => {
      if (!moving.has(node.id)) return node;
      const { x, y } = absolutePosition(design, node.id);
      const moved = placed(node, { x: x - origin.x, y: y - origin.y });
      return parent === undefined ? without(moved, 'parent') : { ...moved, parent };
    });
  };
};

/** The place, and for a container the size, that a layout gives a node. */
export type Placement = Position & Partial<Size>;

/** Takes over what a layout found: places relative to the parents, and sizes of containers. */
export const applyLayout = (layout: Iterable<readonly [NodeId, Placement]>): Edit => {
  const placements = new Map(layout);
  return (design) =>
    changeNodes(design, (node) => {
      const target = placements.get(node.id);
      if (target === undefined) return node;
      const moved = placed(node, target);
      const { width, height } = target;
      return width === undefined || height === undefined ? moved : sized(moved, { width, height });
    });
};
