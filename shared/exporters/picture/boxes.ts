import { serviceOf } from '../../catalog/catalog.ts';
import {
  cardSize,
  containerHeader,
  containerPadding,
  containerSize,
  isContainer,
} from '../../catalog/node-size.ts';
import { compareText } from '../../lib/order.ts';
import type { Design, Node } from '../../model/design.ts';
import { childrenOf, findNode } from '../../model/tree.ts';
import type { Rect } from './geometry.ts';

/** A node and where it is drawn, whatever holds it. */
export interface Box extends Rect {
  readonly node: Node;
  readonly isContainer: boolean;
  /** How many containers stand around it. */
  readonly depth: number;
  /** The container that holds it. */
  readonly parent: Box | undefined;
}

interface OpenBox {
  readonly node: Node;
  readonly isContainer: boolean;
  readonly depth: number;
  readonly parent: OpenBox | undefined;
  readonly held: OpenBox[];
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Where everything is, outermost first. A container grows to hold what stands in it. Of several nodes with
 * one id the first is drawn, and a ring of parents is cut where it is met first.
 */
export const boxesOf = (design: Design): readonly Box[] => {
  const boxes = openBoxes(design);
  // Inner ones first: a container needs to know how large what it holds has become.
  for (const box of [...boxes].reverse()) growAround(box);
  return boxes;
};

const openBoxes = (design: Design): readonly OpenBox[] => {
  const found: OpenBox[] = [];
  const seen = new Set<string>();
  const open = (start: Node): void => {
    const waiting: { node: Node; parent: OpenBox | undefined }[] = [
      { node: start, parent: undefined },
    ];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, parent } = next;
      if (seen.has(node.id)) continue;
      seen.add(node.id);
      const children = childrenOf(design, node.id);
      const holds = isContainer(node) || children.length > 0;
      const { width, height } = holds ? (node.size ?? containerSize) : cardSize;
      const box: OpenBox = {
        node,
        isContainer: holds,
        depth: parent === undefined ? 0 : parent.depth + 1,
        parent,
        held: [],
        x: (parent?.x ?? 0) + node.position.x,
        y: (parent?.y ?? 0) + node.position.y,
        width,
        height,
      };
      parent?.held.push(box);
      found.push(box);
      for (const child of [...children].reverse()) waiting.push({ node: child, parent: box });
    }
  };
  const nodes = [...design.nodes].sort((a, b) => compareText(a.id, b.id));
  for (const node of nodes)
    if (node.parent === undefined || findNode(design, node.parent) === undefined) open(node);
  for (const node of nodes) open(node);
  return found.sort((a, b) => a.depth - b.depth);
};

const growAround = (box: OpenBox): void => {
  if (box.held.length === 0) return;
  let [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
  for (const { x, y, width, height } of box.held) {
    left = Math.min(left, x - containerPadding / 2);
    top = Math.min(top, y - containerHeader);
    right = Math.max(right, x + width + containerPadding / 2);
    bottom = Math.max(bottom, y + height + containerPadding / 2);
  }
  box.x = left;
  box.y = top;
  box.width = right - left;
  box.height = bottom - top;
};

/** True when one of the boxes stands in the other, however deep. */
export const isNested = (a: Box, b: Box): boolean => {
  const within = (inner: Box, outer: Box): boolean => {
    for (let box = inner.parent; box; box = box.parent) if (box === outer) return true;
    return false;
  };
  return within(a, b) || within(b, a);
};

/** What a node of this kind is called, for people. */
export const titleOfKind = (kind: string): string => serviceOf(kind)?.title ?? kind;
