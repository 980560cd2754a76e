import {
  type Curve,
  centreOf,
  curveBetween,
  type Point,
  type Rect,
  type Side,
} from '../../../shared/exporters/picture/geometry.ts';

/*
 * How the line runs that somebody draws: out of the side that looks at the pointer, as the connection will.
 */

const opposite: Readonly<Record<Side, Side>> = {
  left: 'right',
  right: 'left',
  top: 'bottom',
  bottom: 'top',
};

/** The side of a box that looks at a point; `usual` while the point is over the box. */
export const sideTowards = ({ x, y, width, height }: Rect, to: Point, usual: Side): Side => {
  if (to.x >= x + width) return 'right';
  if (to.x <= x) return 'left';
  if (to.y >= y + height) return 'bottom';
  return to.y <= y ? 'top' : usual;
};

const middleOf = (box: Rect, side: Side): Point => {
  const centre = centreOf(box);
  switch (side) {
    case 'left':
      return { x: box.x, y: centre.y };
    case 'right':
      return { x: box.x + box.width, y: centre.y };
    case 'top':
      return { x: centre.x, y: box.y };
    default:
      return { x: centre.x, y: box.y + box.height };
  }
};

/** The line from a box to the pointer, or to the box that it has caught. */
export const lineShape = (from: Rect, to: Point | Rect, usual: 'left' | 'right'): Curve => {
  const isBox = 'width' in to;
  const side = sideTowards(from, isBox ? centreOf(to) : to, usual);
  const endSide = isBox ? sideTowards(to, middleOf(from, side), opposite[side]) : opposite[side];
  const end = isBox ? middleOf(to, endSide) : to;
  return curveBetween(middleOf(from, side), side, end, endSide);
};
