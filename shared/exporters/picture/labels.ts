import type { ConnectionLabel } from '../../catalog/connection-label.ts';
import type { Box } from './boxes.ts';
import { BoxIndex, type Curve, overlapArea, pointAt, type Rect } from './geometry.ts';
import type { Route } from './routes.ts';
import { fitText, measure, oneLine } from './text.ts';

/** A label beside its line. */
export interface PlacedLabel {
  readonly text: string;
  readonly rect: Rect;
}

/** A route and what it should say. */
export interface Labelled {
  readonly route: Route;
  readonly label: ConnectionLabel;
}

export const labelStyle = { size: 10.5 };
const height = 17;
const padding = 5;

/** The most that a label takes, and what it is cut to before it covers anything. */
const widest = 170;
const narrow = 100;
const narrowest = 64;
/** Along the line, best first. */
const stops = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8];
/** Beside the line, when on it there is no room. */
const shifts = [0, -11, 11, -20, 20];
/** A label that would lie on more of something else than this part of it is left out: the line's title says it. */
const mostCovered = 0.3;
/** Where more is near a place than this, cards lie in a heap. */
const mostNear = 200;

/**
 * Puts every label where it covers no card, no title and no other label; where there is no such place, where
 * it covers least. Labels that come first choose first.
 */
export const placeLabels = (
  labelled: readonly Labelled[],
  boxes: readonly Box[],
  titles: readonly Rect[],
): readonly (PlacedLabel | undefined)[] => {
  const taken = new BoxIndex<Rect>([...boxes.filter(({ isContainer }) => !isContainer), ...titles]);
  return labelled.map(({ route, label }) => {
    const placed = bestPlace(route.curve, label, taken);
    if (placed) taken.add(placed.rect);
    return placed;
  });
};

const textsOf = ({ text, short }: ConnectionLabel): readonly string[] => {
  const [whole, word] = [oneLine(text), oneLine(short)];
  const texts = [fitText(whole, widest, labelStyle), fitText(whole, narrow, labelStyle)];
  const least = fitText(word, narrowest, labelStyle);
  return [...new Set(word === whole ? [...texts, least] : [texts[0] ?? '', least])];
};

/** The best place of one label along its curve; undefined when it would cover too much everywhere. */
export const bestPlace = (
  curve: Curve,
  label: ConnectionLabel,
  taken: BoxIndex<Rect>,
): PlacedLabel | undefined => {
  let best: PlacedLabel | undefined;
  let least = mostCovered;
  for (const text of textsOf(label)) {
    if (text === '') return undefined;
    const width = measure(text, labelStyle) + 2 * padding;
    for (const shift of shifts)
      for (const stop of stops) {
        const { x, y } = pointAt(curve, stop);
        const rect = { x: x - width / 2, y: y - height / 2 + shift, width, height };
        let covered = 0;
        let looked = 0;
        for (const other of taken.near(rect)) {
          covered += overlapArea(rect, other);
          looked += 1;
          // It can only get more; and where so much lies in a heap, nobody reads a label.
          if (covered >= least * width * height || looked > mostNear) break;
        }
        if (looked > mostNear) return best;
        if (covered === 0) return { text, rect };
        const part = covered / (width * height);
        if (part >= least) continue;
        best = { text, rect };
        least = part;
      }
  }
  return best;
};
