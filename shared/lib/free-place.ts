/*
 * Finds room for something new among what is there already.
 */

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A rectangle that is taken, or that is to be kept to. */
export type Area = Point & Extent;

export interface FreePlaceOptions {
  /** The least distance to what is taken. */
  readonly gap?: number;
  /** How far apart places are that are tried; all of them are that many steps from the wish. */
  readonly step?: number;
  /** To be kept to while there is room in it. */
  readonly within?: Area | undefined;
}

/** How many rings of places are tried around the wish before it is given up. */
const maxRings = 120;

/**
 * The corner, nearest to the wished one, at which something of the size overlaps nothing that is taken. When there
 * is no room near, or none within the given area, it is below everything.
 */
export const freePlace = (
  size: Extent,
  wish: Point,
  taken: readonly Area[],
  { gap = 16, step = 16, within }: FreePlaceOptions = {},
): Point => {
  const isFree = ({ x, y }: Point): boolean =>
    (!within ||
      (x >= within.x &&
        y >= within.y &&
        x + size.width <= within.x + within.width &&
        y + size.height <= within.y + within.height)) &&
    taken.every(
      (area) =>
        x + size.width + gap <= area.x ||
        x >= area.x + area.width + gap ||
        y + size.height + gap <= area.y ||
        y >= area.y + area.height + gap,
    );
  const start = within ? clamped(wish, size, within) : wish;
  for (let ring = 0; ring <= maxRings; ring += 1) {
    let best: Point | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const [dx, dy] of ringAround(ring)) {
      const distance = dx * dx + dy * dy;
      if (distance >= least) continue;
      const place = { x: start.x + dx * step, y: start.y + dy * step };
      if (!isFree(place)) continue;
      best = place;
      least = distance;
    }
    if (best) return best;
  }
  const bottom = Math.max(...taken.map(({ y, height }) => y + height + gap), within?.y ?? wish.y);
  return { x: within?.x ?? wish.x, y: bottom };
};

const clamped = (wish: Point, size: Extent, { x, y, width, height }: Area): Point => ({
  x: Math.max(x, Math.min(wish.x, x + width - size.width)),
  y: Math.max(y, Math.min(wish.y, y + height - size.height)),
});

/** The steps to all places whose larger distance, sideways or up and down, is the given one. */
function* ringAround(ring: number): Generator<readonly [number, number]> {
  if (ring === 0) {
    yield [0, 0];
    return;
  }
  for (let along = -ring; along <= ring; along += 1) {
    yield [along, -ring];
    yield [along, ring];
    if (Math.abs(along) === ring) continue;
    yield [-ring, along];
    yield [ring, along];
  }
}
