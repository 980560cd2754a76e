import { cardSize } from '../../catalog/node-size.ts';
import type { Design } from '../../model/design.ts';
import type { NodeId } from '../../model/ids.ts';
import { type Box, boxesOf } from './boxes.ts';

/** Nodes whose tops differ by less than half a card stand in one row to the eye. */
const rowHeight = cardSize.height / 2;

/**
 * The nodes in the order in which one reads a page: row by row from the top, each from left to right, and a
 * container before what it holds.
 */
export const readingOrder = (design: Design): readonly NodeId[] => {
  const held = new Map<Box | undefined, Box[]>();
  for (const box of boxesOf(design)) {
    const siblings = held.get(box.parent);
    if (siblings) siblings.push(box);
    else held.set(box.parent, [box]);
  }
  const order: NodeId[] = [];
  const waiting = [...inRows(held.get(undefined) ?? [])].reverse();
  for (let box = waiting.pop(); box; box = waiting.pop()) {
    order.push(box.node.id);
    waiting.push(...[...inRows(held.get(box) ?? [])].reverse());
  }
  return order;
};

const inRows = (boxes: readonly Box[]): readonly Box[] => {
  const rows: Box[][] = [];
  for (const box of [...boxes].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row?.[0] && box.y - row[0].y < rowHeight) row.push(box);
    else rows.push([box]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x || a.y - b.y));
};
