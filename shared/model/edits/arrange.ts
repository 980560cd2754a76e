import { assertNever } from '../../lib/assert-never.ts';
import type { Design, Position } from '../design.ts';
import type { NodeId } from '../ids.ts';
import { outermost } from '../tree.ts';
import { around, type Box, boxesOf } from './boxes.ts';
import { changeNodes, defaultSizeOf, type Edit, placed, type SizeOf } from './edit.ts';

/** Which edge or middle line of the nodes comes to one line. */
export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

type Shift = Position;

const shiftBoxes = (design: Design, shifts: ReadonlyMap<NodeId, Shift>): Design =>
  changeNodes(design, (node) => {
    const shift = shifts.get(node.id);
    if (shift === undefined) return node;
    return placed(node, { x: node.position.x + shift.x, y: node.position.y + shift.y });
  });

/** Brings nodes to one line, whatever holds them; two at least. */
export const alignNodes = (
  ids: Iterable<NodeId>,
  alignment: Alignment,
  sizeOf: SizeOf = defaultSizeOf,
): Edit => {
  const chosen = new Set(ids);
  return (design) => {
    const boxes = boxesOf(design, outermost(design, chosen), sizeOf);
    if (boxes.length < 2) return design;
    const { left, top, right, bottom } = around(boxes);
    const shiftOf = ({ x, y, width, height }: Box): Shift => {
      switch (alignment) {
        case 'left':
          return { x: left - x, y: 0 };
        case 'center':
          return { x: (left + right - width) / 2 - x, y: 0 };
        case 'right':
          return { x: right - width - x, y: 0 };
        case 'top':
          return { x: 0, y: top - y };
        case 'middle':
          return { x: 0, y: (top + bottom - height) / 2 - y };
        case 'bottom':
          return { x: 0, y: bottom - height - y };
        default:
          return assertNever(alignment, 'alignment');
      }
    };
    return shiftBoxes(design, new Map(boxes.map((box) => [box.node.id, shiftOf(box)])));
  };
};

/** Makes the gaps between nodes equal; the outer two stay, so it takes three at least. */
export const distributeNodes = (
  ids: Iterable<NodeId>,
  axis: 'horizontal' | 'vertical',
  sizeOf: SizeOf = defaultSizeOf,
): Edit => {
  const chosen = new Set(ids);
  return (design) => {
    const horizontal = axis === 'horizontal';
    const start = (box: Box): number => (horizontal ? box.x : box.y);
    const length = (box: Box): number => (horizontal ? box.width : box.height);
    const boxes = [...boxesOf(design, outermost(design, chosen), sizeOf)].sort(
      (a, b) => start(a) - start(b) || (a.node.id < b.node.id ? -1 : 1),
    );
    const [first] = boxes;
    const last = boxes.at(-1);
    if (boxes.length < 3 || first === undefined || last === undefined) return design;
    const taken = boxes.reduce((sum, box) => sum + length(box), 0);
    const gap = (start(last) + length(last) - start(first) - taken) / (boxes.length - 1);
    const shifts = new Map<NodeId, Shift>();
    let next = start(first);
    for (const box of boxes) {
      const shift = next - start(box);
      shifts.set(box.node.id, horizontal ? { x: shift, y: 0 } : { x: 0, y: shift });
      next += length(box) + gap;
    }
    return shiftBoxes(design, shifts);
  };
};
