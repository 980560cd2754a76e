import { type Curve, distance } from '../../shared/exporters/picture/geometry.ts';

const round = (value: number): number => Math.round(value * 10) / 10;

/** The curve as the path of a line with an arrow: it ends a little before the point of the arrow, so that no dash sticks out. */
export const pathOf = ([a, b, c, d]: Curve): string => {
  const length = distance(c, d);
  const back = length === 0 ? 0 : Math.min(1, 5 / length);
  const end = { x: d.x + (c.x - d.x) * back, y: d.y + (c.y - d.y) * back };
  return `M${round(a.x)} ${round(a.y)}C${round(b.x)} ${round(b.y)} ${round(c.x)} ${round(c.y)} ${round(end.x)} ${round(end.y)}`;
};
