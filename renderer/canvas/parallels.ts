import type { Curve } from '../../shared/exporters/picture/geometry.ts';
import { distance } from '../../shared/exporters/picture/geometry.ts';

/** A word for two boxes, whichever way lines run between them. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** How far parallels stand apart in their middle while they are fanned out. */
const apart = 34;

/** One of several lines between the same two boxes, bent so that each can be seen and its label read. */
export const fanned = (curve: Curve, index: number, count: number): Curve => {
  const [a, b, c, d] = curve;
  const length = distance(a, d);
  if (count < 2 || length === 0) return curve;
  // Three quarters of what control points are moved by arrives in the middle of the curve.
  const shift = ((index - (count - 1) / 2) * apart) / 0.75;
  // The side is that of the pair and not of the line: lines that run the other way must not change sides.
  const turn = a.x < d.x || (a.x === d.x && a.y < d.y) ? 1 : -1;
  const away = {
    x: (-(d.y - a.y) / length) * shift * turn,
    y: ((d.x - a.x) / length) * shift * turn,
  };
  return [a, { x: b.x + away.x, y: b.y + away.y }, { x: c.x + away.x, y: c.y + away.y }, d];
};
