/*
 * Points, boxes and curves. Pixels; y grows downwards.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A cubic Bézier curve: start, two control points, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** Where a side looks. */
export const normals: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value));

export const centreOf = ({ x, y, width, height }: Rect): Point => ({
  x: x + width / 2,
  y: y + height / 2,
});

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The box grown by a margin on all sides; a negative one shrinks it. */
export const inflate = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

export const overlapArea = (a: Rect, b: Rect): number => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
};

/** True when the point is in the box, grown by a margin. */
export const holds = ({ x, y, width, height }: Rect, point: Point, margin = 0): boolean =>
  point.x > x - margin &&
  point.x < x + width + margin &&
  point.y > y - margin &&
  point.y < y + height + margin;

/** The smallest box around all of them; undefined for none. */
export const boundsOf = (rects: Iterable<Rect>): Rect | undefined => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left === Infinity
    ? undefined
    : { x: left, y: top, width: right - left, height: bottom - top };
};

export const pointAt = ([a, b, c, d]: Curve, t: number): Point => {
  const s = 1 - t;
  const [ka, kb, kc, kd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: ka * a.x + kb * b.x + kc * c.x + kd * d.x,
    y: ka * a.y + kb * b.y + kc * c.y + kd * d.y,
  };
};

/** Points along the curve, both ends included. */
export const sample = (curve: Curve, count: number): readonly Point[] =>
  Array.from({ length: count + 1 }, (_, at) => pointAt(curve, at / count));

/**
 * A curve that leaves and enters at right angles to the sides it joins. `flatness` is how far one that comes back
 * to the side it left from may go out.
 */
export const curveBetween = (
  from: Point,
  fromSide: Side,
  to: Point,
  toSide: Side,
  flatness?: number,
): Curve => {
  const reach = (point: Point, side: Side, other: Point): Point => {
    const normal = normals[side];
    const ahead = (other.x - point.x) * normal.x + (other.y - point.y) * normal.y;
    const length =
      flatness !== undefined && fromSide === toSide
        ? flatness + Math.max(0, ahead)
        : ahead > 0
          ? clamp(ahead / 2, 24, 220)
          : clamp(32 + distance(point, other) / 4, 48, 140);
    return { x: point.x + normal.x * length, y: point.y + normal.y * length };
  };
  return [from, reach(from, fromSide, to), reach(to, toSide, from), to];
};

const nothing: readonly never[] = [];

/** Boxes by place, so that asking who is near costs little however many there are. */
export class BoxIndex<T extends Rect> {
  readonly #cells = new Map<number, T[]>();
  readonly #cell: number;

  constructor(boxes: Iterable<T>, cell = 240) {
    this.#cell = cell;
    for (const box of boxes) this.add(box);
  }

  add(box: T): void {
    for (const key of this.#keys(box)) {
      const known = this.#cells.get(key);
      if (known) known.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  /** The boxes in the cells that the area touches; one that touches several comes several times. */
  *near(area: Rect): Iterable<T> {
    for (const key of this.#keys(area)) yield* this.#cells.get(key) ?? nothing;
  }

  /** The boxes in the cell of the point. */
  around({ x, y }: Point): readonly T[] {
    return this.#cells.get(this.#key(this.#step(x), this.#step(y))) ?? nothing;
  }

  #step(value: number): number {
    return Math.floor(value / this.#cell);
  }

  // Two cells far apart may share a key: then a box too many is looked at.
  #key(column: number, row: number): number {
    return column * 1_000_003 + row;
  }

  *#keys({ x, y, width, height }: Rect): Iterable<number> {
    const [right, bottom] = [this.#step(x + width), this.#step(y + height)];
    for (let column = this.#step(x); column <= right; column++)
      for (let row = this.#step(y); row <= bottom; row++) yield this.#key(column, row);
  }
}
