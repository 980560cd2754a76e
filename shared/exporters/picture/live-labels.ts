import type { ConnectionLabel } from '../../catalog/connection-label.ts';
import type { Box } from './boxes.ts';
import { BoxIndex, type Curve, overlapArea, type Rect } from './geometry.ts';
import { bestPlace, type PlacedLabel } from './labels.ts';

/*
 * Where labels stand in a design that is being worked on. Only those that are shown are placed, and one that was
 * placed stays where it is until its line moves or something is put upon it.
 */

interface Kept {
  readonly curve: Curve;
  readonly text: string;
  readonly placed: PlacedLabel | undefined;
}

export interface LiveLabels {
  /** The next design: its boxes and the titles of its containers, which labels keep off, and its lines. */
  update(
    boxes: readonly Box[],
    titles: readonly Rect[],
    curveOf: (id: string) => Curve | undefined,
  ): void;
  /** The place of the label of a line; undefined when it would cover too much everywhere. */
  place(id: string, curve: Curve, label: ConnectionLabel): PlacedLabel | undefined;
}

/** Remembers where labels are. */
export const createLiveLabels = (): LiveLabels => {
  let taken = new BoxIndex<Rect>([]);
  let kept = new Map<string, Kept>();

  return {
    update: (boxes, titles, curveOf) => {
      taken = new BoxIndex<Rect>([...boxes.filter((box) => !box.isContainer), ...titles]);
      const next = new Map<string, Kept>();
      const staying: Rect[] = [];
      for (const [id, item] of kept) {
        const { placed, curve } = item;
        if (!placed || curveOf(id) !== curve || isCovered(placed.rect, taken)) continue;
        next.set(id, item);
        staying.push(placed.rect);
      }
      for (const rect of staying) taken.add(rect);
      kept = next;
    },
    place: (id, curve, label) => {
      const known = kept.get(id);
      if (known && known.curve === curve && known.text === label.text) return known.placed;
      const placed = bestPlace(curve, label, taken);
      if (placed) taken.add(placed.rect);
      kept.set(id, { curve, text: label.text, placed });
      return placed;
    },
  };
};

const isCovered = (rect: Rect, taken: BoxIndex<Rect>): boolean => {
  for (const other of taken.near(rect)) if (overlapArea(rect, other) > 0) return true;
  return false;
};
