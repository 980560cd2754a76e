import type { Rect } from '../../shared/exporters/picture/geometry.ts';

/*
 * Alignment while something is dragged: its edges and middle meet those of its neighbours.
 */

/** A line that shows what is aligned: at `at` along the axis, from one end to the other. */
export interface Guide {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How far to move so that something is aligned, and what to show. */
export interface Alignment {
  readonly x: number | undefined;
  readonly y: number | undefined;
  readonly guides: readonly Guide[];
}

export interface Guides {
  /** What a box at this place is aligned with, when it is at most so far away. */
  align(box: Rect, reach: number): Alignment;
}

interface Mark {
  readonly at: number;
  /** The extent of the box across the axis. */
  readonly from: number;
  readonly to: number;
}

/** Neighbours further away than this across are not what somebody aligns with. */
const farthest = 1600;

/** Prepares the boxes that do not move: each of their edges and middles, in order, so that asking costs little. */
export const createGuides = (boxes: Iterable<Rect>): Guides => {
  const columns: Mark[] = [];
  const rows: Mark[] = [];
  for (const { x, y, width, height } of boxes) {
    for (const at of [x, x + width / 2, x + width]) columns.push({ at, from: y, to: y + height });
    for (const at of [y, y + height / 2, y + height]) rows.push({ at, from: x, to: x + width });
  }
  const order = (a: Mark, b: Mark): number => a.at - b.at;
  columns.sort(order);
  rows.sort(order);
  return {
    align: ({ x, y, width, height }, reach) => {
      const across = nearest(columns, [x, x + width / 2, x + width], y, y + height, reach);
      const down = nearest(rows, [y, y + height / 2, y + height], x, x + width, reach);
      // The lines reach as far as the box will be once it has moved.
      const top = y + (down?.shift ?? 0);
      const left = x + (across?.shift ?? 0);
      const guides: Guide[] = [];
      if (across) guides.push(guideOf('x', across.mark, top, top + height));
      if (down) guides.push(guideOf('y', down.mark, left, left + width));
      return { x: across?.shift, y: down?.shift, guides };
    },
  };
};

const guideOf = (axis: 'x' | 'y', mark: Mark, from: number, to: number): Guide => ({
  axis,
  at: mark.at,
  from: Math.min(mark.from, from),
  to: Math.max(mark.to, to),
});

/** The mark that needs the smallest move; of several that need the same, the nearest neighbour's. */
const nearest = (
  marks: readonly Mark[],
  places: readonly number[],
  from: number,
  to: number,
  reach: number,
): { readonly mark: Mark; readonly shift: number } | undefined => {
  let best: { mark: Mark; shift: number; gap: number } | undefined;
  for (const place of places)
    for (let at = firstFrom(marks, place - reach); at < marks.length; at++) {
      const mark = marks[at];
      if (!mark || mark.at > place + reach) break;
      const gap = Math.max(mark.from - to, from - mark.to, 0);
      if (gap > farthest) continue;
      const shift = mark.at - place;
      const isBetter =
        !best ||
        Math.abs(shift) < Math.abs(best.shift) ||
        (Math.abs(shift) === Math.abs(best.shift) && gap < best.gap);
      if (isBetter) best = { mark, shift, gap };
    }
  return best;
};

/** The place of the first mark that is not before a value. */
const firstFrom = (marks: readonly Mark[], value: number): number => {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.at ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
};
