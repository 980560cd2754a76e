import { compareText } from '../../lib/order.ts';
import type { Connection } from '../../model/design.ts';
import { type Box, isNested } from './boxes.ts';
import {
  BoxIndex,
  boundsOf,
  type Curve,
  centreOf,
  clamp,
  curveBetween,
  distance,
  holds,
  normals,
  type Point,
  type Rect,
  type Side,
  sample,
} from './geometry.ts';

/** A connection and the curve it is drawn along. */
export interface Route {
  readonly connection: Connection;
  readonly from: Box;
  readonly to: Box;
  readonly curve: Curve;
}

/** What lines should not run over. */
export interface Obstacles {
  readonly cards: BoxIndex<Box>;
  readonly titles: BoxIndex<Rect>;
}

/** A connection before its curve is drawn: the sides that it leaves and reaches, once they are chosen. */
export interface Draft {
  readonly connection: Connection;
  readonly from: Box;
  readonly to: Box;
  fromSide: Side;
  toSide: Side;
  flatness: number | undefined;
}

const sides: readonly Side[] = ['right', 'left', 'bottom', 'top'];

/** Past this many, only the two most likely pairs of sides are tried. */
const carefulUpTo = 1500;

/** Longer ones are not checked for what lies under them: such a drawing shows nothing anyway. */
const longest = 20_000;

/** Of so many cards in one place, further ones say nothing about which way is better. */
const heap = 200;

/** What a crossed card or title, a wrong direction and an unusual side cost, in pixels of detour that avoiding them is worth. */
const costs = {
  crossedCard: 500,
  ownCard: 900,
  crossedTitle: 140,
  backwards: 160,
  aslant: 50,
  vertical: 24,
  mixed: 40,
};

/** Room for the arrow head and a little air. */
const spacing = 16;

/**
 * Where every connection runs: between the sides of its ends that give a short way across few other cards.
 * Connections on one side of a card are spread out, in the order of where they go. One between a container
 * and what stands in it is not drawn: the drawing says it already.
 */
export const routesOf = (
  boxes: readonly Box[],
  connections: readonly Connection[],
  titles: readonly Rect[] = [],
): readonly Route[] => {
  const drafts = draftsOf(boxes, connections);
  const obstacles = obstaclesOf(boxes, titles);
  const isCareful = drafts.length <= carefulUpTo;
  for (const draft of drafts) chooseSides(draft, obstacles, isCareful);
  return curvesOf(drafts);
};

/** What lines should not run over: cards, and the titles of containers. */
export const obstaclesOf = (boxes: readonly Box[], titles: readonly Rect[]): Obstacles => ({
  cards: new BoxIndex(boxes.filter((box) => !box.isContainer)),
  titles: new BoxIndex(titles),
});

/** The connections to draw, in the order of their ids; sides are not chosen yet. */
export const draftsOf = (
  boxes: readonly Box[],
  connections: readonly Connection[],
): readonly Draft[] => {
  const byId = new Map(boxes.map((box) => [box.node.id as string, box]));
  const seen = new Set<string>();
  const drafts: Draft[] = [];
  for (const connection of [...connections].sort((a, b) => compareText(a.id, b.id))) {
    const from = byId.get(connection.from);
    const to = byId.get(connection.to);
    if (!from || !to || seen.has(connection.id) || isNested(from, to)) continue;
    seen.add(connection.id);
    drafts.push({ connection, from, to, fromSide: 'right', toSide: 'left', flatness: undefined });
  }
  return drafts;
};

/** The curves of all drafts, whose sides are chosen: those on one side of a card are spread along it. */
export const curvesOf = (drafts: readonly Draft[]): readonly Route[] => {
  const places = spread(drafts);
  return drafts.map((draft) => {
    const start = places.get(`${draft.connection.id} from`) ?? centreOf(draft.from);
    const end = places.get(`${draft.connection.id} to`) ?? centreOf(draft.to);
    const { connection, from, to, fromSide, toSide, flatness } = draft;
    const curve = from === to ? loopAt(from) : curveBetween(start, fromSide, end, toSide, flatness);
    return { connection, from, to, curve };
  });
};

/** The middle of a side; of a container's long side the place nearest to the other end. */
const anchor = (box: Box, side: Side, towards: Point): Point => {
  const { x, y, width, height } = box;
  const centre = centreOf(box);
  const along = (from: number, length: number, wish: number, middle: number): number =>
    box.isContainer ? clamp(wish, from + 20, from + length - 20) : middle;
  switch (side) {
    case 'left':
      return { x, y: along(y, height, towards.y, centre.y) };
    case 'right':
      return { x: x + width, y: along(y, height, towards.y, centre.y) };
    case 'top':
      return { x: along(x, width, towards.x, centre.x), y };
    case 'bottom':
      return { x: along(x, width, towards.x, centre.x), y: y + height };
  }
};

/** Chooses the sides of a draft. When not careful, only the two most likely pairs of them are tried. */
export const chooseSides = (draft: Draft, obstacles: Obstacles, isCareful: boolean): void => {
  const { from, to } = draft;
  if (from === to) return;
  const candidates = (isCareful ? allPairs : likelyPairs(from, to))
    .flatMap(([fromSide, toSide]) =>
      (fromSide === toSide ? flatnesses(from, to) : anyFlatness).map((flatness) =>
        candidateOf(from, fromSide, to, toSide, flatness),
      ),
    )
    .sort((a, b) => a.least - b.least);
  let best = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    // Those that follow cost at least as much: most are never looked at closely.
    if (candidate.least >= best) break;
    const cost = costOf(candidate, draft, obstacles);
    if (cost >= best) continue;
    best = cost;
    draft.fromSide = candidate.fromSide;
    draft.toSide = candidate.toSide;
    draft.flatness = candidate.flatness;
  }
};

/** Of a curve that comes back to the side it left from: in the gap between two rows, or round a neighbour. */
const flatnesses = (from: Box, to: Box): readonly (number | undefined)[] => [
  // The longer, the further out: so that several in one gap do not lie on each other.
  clamp(16 + distance(centreOf(from), centreOf(to)) / 40, 22, 42),
  64,
  undefined,
];
const anyFlatness = [undefined];

/** From a card to itself: round its upper right corner. */
const loopAt = ({ x, y, width, height }: Box): Curve => [
  { x: x + width, y: y + height / 2 - 8 },
  { x: x + width + 64, y: y + height / 2 - 8 },
  { x: x + width - 30, y: y - 64 },
  { x: x + width - 30, y },
];

const allPairs: readonly (readonly [Side, Side])[] = sides.flatMap((from) =>
  sides.map((to) => [from, to] as const),
);

const likelyPairs = (from: Box, to: Box): readonly (readonly [Side, Side])[] => {
  const [a, b] = [centreOf(from), centreOf(to)];
  return [
    b.x >= a.x ? ['right', 'left'] : ['left', 'right'],
    b.y >= a.y ? ['bottom', 'top'] : ['top', 'bottom'],
  ];
};

const isVertical = (side: Side): boolean => side === 'top' || side === 'bottom';

interface Candidate {
  readonly fromSide: Side;
  readonly toSide: Side;
  readonly flatness: number | undefined;
  readonly start: Point;
  readonly end: Point;
  readonly straight: number;
  /** What it costs if nothing lies in its way. */
  readonly least: number;
}

const candidateOf = (
  from: Box,
  fromSide: Side,
  to: Box,
  toSide: Side,
  flatness: number | undefined,
): Candidate => {
  const start = anchor(from, fromSide, centreOf(to));
  const end = anchor(to, toSide, centreOf(from));
  const straight = distance(start, end);
  const least =
    straight +
    (isVertical(fromSide) ? costs.vertical : 0) +
    (isVertical(toSide) ? costs.vertical : 0) +
    (isVertical(fromSide) === isVertical(toSide) ? 0 : costs.mixed) +
    slantOf(start, fromSide, end) +
    slantOf(end, toSide, start);
  return { fromSide, toSide, flatness, start, end, straight, least };
};

const costOf = (
  { start, fromSide, end, toSide, flatness, straight, least }: Candidate,
  { from, to }: Draft,
  { cards, titles }: Obstacles,
): number => {
  if (straight > longest) return least;
  const points = sample(
    curveBetween(start, fromSide, end, toSide, flatness),
    clamp(Math.ceil(straight / 18), 12, 200),
  );
  let length = 0;
  const crossed = new Set<Rect>();
  const crossedTitles = new Set<Rect>();
  for (const [at, point] of points.entries()) {
    const before = points[at - 1];
    if (before) length += distance(before, point);
    if (at === 0 || at === points.length - 1) continue;
    const near = cards.around(point);
    for (const card of near.length > heap ? near.slice(0, heap) : near)
      if (holds(card, point, card === from || card === to ? -1 : 6)) crossed.add(card);
    for (const title of titles.around(point)) if (holds(title, point)) crossedTitles.add(title);
  }
  let cost = least + length - straight + crossedTitles.size * costs.crossedTitle;
  for (const card of crossed)
    cost += card === from || card === to ? costs.ownCard : costs.crossedCard;
  return cost;
};

/** What it costs that the other end does not lie straight ahead of the side. */
const slantOf = (point: Point, side: Side, other: Point): number => {
  const away = distance(point, other);
  if (away === 0) return 0;
  const normal = normals[side];
  const ahead = ((other.x - point.x) * normal.x + (other.y - point.y) * normal.y) / away;
  return costs.aslant * (1 - ahead) + (ahead <= 0 ? costs.backwards : 0);
};

interface End {
  readonly key: string;
  readonly id: string;
  readonly box: Box;
  readonly other: Box;
  readonly side: Side;
}

/** The point on its side for both ends of every draft. */
const spread = (drafts: readonly Draft[]): ReadonlyMap<string, Point> => {
  const bySide = new Map<string, End[]>();
  const note = (end: End): void => {
    const key = `${end.box.node.id} ${end.side}`;
    const known = bySide.get(key);
    if (known) known.push(end);
    else bySide.set(key, [end]);
  };
  for (const { connection, from, to, fromSide, toSide } of drafts) {
    if (from === to) continue;
    const { id } = connection;
    note({ key: `${id} from`, id, box: from, other: to, side: fromSide });
    note({ key: `${id} to`, id, box: to, other: from, side: toSide });
  }
  const places = new Map<string, Point>();
  for (const ends of bySide.values()) {
    const place = (end: End): number => {
      const centre = centreOf(end.other);
      return isVertical(end.side) ? centre.x : centre.y;
    };
    ends.sort(
      (a, b) => place(a) - place(b) || compareText(a.id, b.id) || compareText(a.key, b.key),
    );
    for (const [at, end] of ends.entries()) places.set(end.key, placeOnSide(end, at, ends.length));
  }
  return places;
};

const placeOnSide = ({ box, other, side }: End, at: number, count: number): Point => {
  const point = anchor(box, side, centreOf(other));
  if (count === 1) return point;
  const room = (isVertical(side) ? box.width : box.height) - 16;
  const step = Math.min(isVertical(side) ? 2 * spacing : spacing, room / count);
  const shift = (at - (count - 1) / 2) * step;
  const within = (from: number, length: number, wish: number): number =>
    clamp(wish, from + 6, from + length - 6);
  return isVertical(side)
    ? { x: within(box.x, box.width, point.x + shift), y: point.y }
    : { x: point.x, y: within(box.y, box.height, point.y + shift) };
};

/** The box around a curve. */
export const curveBounds = (curve: Curve): Rect =>
  boundsOf(sample(curve, 24).map((point) => ({ ...point, width: 0, height: 0 }))) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
