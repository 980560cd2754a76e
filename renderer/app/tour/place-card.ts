/** A rectangle of the window, in its pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Between the card and what it points at, and between the card and the edge of the window. */
const gap = 14;

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, most));

/**
 * Where the card goes: beside what it points at where there is room, on the right first; else over its lower end.
 * Always as much within the window as it fits.
 */
export const placeCard = (
  hole: Box | undefined,
  card: Extent,
  window: Extent,
): { readonly x: number; readonly y: number } => {
  const most = { x: window.width - card.width - gap, y: window.height - card.height - gap };
  const within = (x: number, y: number) => ({
    x: Math.round(clamp(x, gap, Math.max(gap, most.x))),
    y: Math.round(clamp(y, gap, Math.max(gap, most.y))),
  });
  if (!hole) return within(most.x / 2, most.y / 2);
  const middle = {
    x: hole.x + (hole.width - card.width) / 2,
    y: hole.y + (hole.height - card.height) / 2,
  };
  const right = hole.x + hole.width + gap;
  const left = hole.x - gap - card.width;
  const below = hole.y + hole.height + gap;
  const above = hole.y - gap - card.height;
  if (right <= most.x) return within(right, middle.y);
  if (left >= gap) return within(left, middle.y);
  if (below <= most.y) return within(middle.x, below);
  if (above >= gap) return within(middle.x, above);
  return within(middle.x, hole.y + hole.height - card.height - gap);
};

/** What shows through: a little more than the place itself, and never beyond the window. */
export const holeAround = (place: Box, window: Extent, room: number): Box => {
  const x = clamp(place.x - room, 2, window.width - 2);
  const y = clamp(place.y - room, 2, window.height - 2);
  return {
    x,
    y,
    width: clamp(place.x + place.width + room, x, window.width - 2) - x,
    height: clamp(place.y + place.height + room, y, window.height - 2) - y,
  };
};
