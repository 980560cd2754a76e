import type { Design, Node, Position, Size } from '../design.ts';
import { absolutePosition } from '../tree.ts';
import type { SizeOf } from './edit.ts';

/** A node and the rectangle it covers on the canvas, whatever holds it. */
export type Box = { readonly node: Node } & Position & Size;

/** The boxes of nodes. */
export const boxesOf = (design: Design, nodes: readonly Node[], sizeOf: SizeOf): readonly Box[] =>
  nodes.map((node) => {
    const { x, y } = absolutePosition(design, node.id);
    const { width, height } = sizeOf(node);
    return { node, x, y, width, height };
  });

/** The rectangle around all the boxes. */
export const around = (
  boxes: readonly Box[],
): {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
} => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { left, top, right, bottom };
};
