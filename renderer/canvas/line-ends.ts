import { type InternalNode, Position } from '@xyflow/react';

interface Ends {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly sourcePosition: Position;
  readonly targetX: number;
  readonly targetY: number;
  readonly targetPosition: Position;
}

/** How far parallel lines stand apart, in pixels. */
const gap = 14;

/** Where a line leaves one node and reaches the other: the sides that face each other, parallels side by side. */
export const lineEnds = (
  from: InternalNode,
  to: InternalNode,
  index: number,
  count: number,
): Ends => {
  const a = boxOf(from);
  const b = boxOf(to);
  const shift = (index - (count - 1) / 2) * gap;
  const dx = b.x + b.width / 2 - (a.x + a.width / 2);
  const dy = b.y + b.height / 2 - (a.y + a.height / 2);
  // Cards are wide, and lines read best from side to side.
  const isSideways = Math.abs(dx) > (a.width + b.width) / 2 || Math.abs(dx) > Math.abs(dy);
  if (isSideways) {
    const right = dx >= 0;
    return {
      sourceX: right ? a.x + a.width : a.x,
      sourceY: a.y + a.height / 2 + shift,
      sourcePosition: right ? Position.Right : Position.Left,
      targetX: right ? b.x : b.x + b.width,
      targetY: b.y + b.height / 2 + shift,
      targetPosition: right ? Position.Left : Position.Right,
    };
  }
  const down = dy >= 0;
  return {
    sourceX: a.x + a.width / 2 + shift,
    sourceY: down ? a.y + a.height : a.y,
    sourcePosition: down ? Position.Bottom : Position.Top,
    targetX: b.x + b.width / 2 + shift,
    targetY: down ? b.y : b.y + b.height,
    targetPosition: down ? Position.Top : Position.Bottom,
  };
};

const boxOf = ({ internals, measured, width, height }: InternalNode) => ({
  x: internals.positionAbsolute.x,
  y: internals.positionAbsolute.y,
  width: measured.width ?? width ?? 0,
  height: measured.height ?? height ?? 0,
});
