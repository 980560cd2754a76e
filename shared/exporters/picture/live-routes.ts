import type { Connection } from '../../model/design.ts';
import type { Box } from './boxes.ts';
import { boundsOf, type Curve, inflate, overlapArea, type Rect } from './geometry.ts';
import {
  chooseSides,
  curvesOf,
  type Draft,
  draftsOf,
  type Obstacles,
  obstaclesOf,
} from './routes.ts';

/*
 * The same lines as in a picture, for a design that is being worked on: after an edit only those are looked at
 * again that it touched, and a line that has not moved stays the same object.
 */

/** A line as it is drawn now. */
export interface LiveRoute {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly curve: Curve;
  /** A box that the line is in. */
  readonly bounds: Rect;
}

/** Gives the routes of connections while the boxes that they join are moved. */
export type MoveRoutes = (moved: ReadonlyMap<string, Rect>) => readonly LiveRoute[];

export interface LiveRoutes {
  /** The lines of the next design, by the ids of the connections. The same map when all stayed where it was. */
  update(
    boxes: readonly Box[],
    connections: readonly Connection[],
    titles: readonly Rect[],
  ): ReadonlyMap<string, LiveRoute>;
  /** Starts moving boxes; what is given back answers for each step of the move. */
  startMove(ids: ReadonlySet<string>): MoveRoutes;
}

/** Up to here every pair of sides is tried, as in a picture; past it that would be felt when a file is opened. */
const carefulUpTo = 300;
/** After an edit of more than so many boxes, everything is routed anew. */
const manyChanges = 60;
/** While boxes are moved: up to so many lines look for a way round others. */
const carefulWhileMoving = 40;

interface Kept {
  readonly draft: Draft;
  readonly route: LiveRoute;
}

const nowhere: Obstacles = obstaclesOf([], []);

/** Remembers the lines of the design that was drawn last. */
export const createLiveRoutes = (): LiveRoutes => {
  let lastBoxes: readonly Box[] = [];
  let lastTitles: readonly Rect[] = [];
  let kept = new Map<string, Kept>();
  let routes: ReadonlyMap<string, LiveRoute> = new Map();
  let wasCareful = true;

  const routeAll = (drafts: readonly Draft[]): void => {
    const next = new Map<string, Kept>();
    let isSame = drafts.length === kept.size;
    for (const [at, { curve }] of curvesOf(drafts).entries()) {
      const draft = drafts[at];
      if (!draft) continue;
      const { id } = draft.connection;
      const before = kept.get(id)?.route;
      const made = routeOf(draft, curve);
      const route = before && isSameRoute(before, made) ? before : made;
      isSame &&= route === before;
      next.set(id, { draft, route });
    }
    kept = next;
    if (!isSame) routes = new Map([...next].map(([id, { route }]) => [id, route]));
  };

  return {
    update: (boxes, connections, titles) => {
      const changed = changedAreas(lastBoxes, boxes, lastTitles, titles);
      const drafts = draftsOf(boxes, connections);
      const isCareful = drafts.length <= carefulUpTo;
      const isAnew = changed.length > manyChanges || isCareful !== wasCareful;
      let obstacles: Obstacles | undefined;
      for (const draft of drafts) {
        const before = isAnew ? undefined : kept.get(draft.connection.id);
        if (before && mayStay(before, draft, changed)) {
          draft.fromSide = before.draft.fromSide;
          draft.toSide = before.draft.toSide;
          draft.flatness = before.draft.flatness;
          continue;
        }
        obstacles ??= obstaclesOf(boxes, titles);
        chooseSides(draft, obstacles, isCareful);
      }
      lastBoxes = boxes;
      lastTitles = titles;
      wasCareful = isCareful;
      routeAll(drafts);
      return routes;
    },
    startMove: (ids) => {
      const moving = [...kept.values()].filter(
        ({ draft: { from, to } }) => ids.has(from.node.id) || ids.has(to.node.id),
      );
      const obstacles =
        moving.length > carefulWhileMoving
          ? nowhere
          : obstaclesOf(
              lastBoxes.filter(({ node }) => !ids.has(node.id)),
              lastTitles,
            );
      return (moved) => {
        const drafts = moving.map(({ draft }): Draft => {
          const from = movedBox(draft.from, moved);
          const to = from.node === draft.to.node ? from : movedBox(draft.to, moved);
          return { ...draft, from, to };
        });
        for (const draft of drafts) chooseSides(draft, obstacles, obstacles !== nowhere);
        return curvesOf(drafts).map(({ curve }, at) => {
          const [draft, before] = [drafts[at], moving[at]];
          if (!draft || !before) throw new Error('Every draft has a curve.');
          return routeOf(draft, keepingEnds(curve, draft, before, ids));
        });
      };
    },
  };
};

const movedBox = (box: Box, moved: ReadonlyMap<string, Rect>): Box => {
  const rect = moved.get(box.node.id);
  return rect ? { ...box, ...rect } : box;
};

/** An end at a box that does not move stays where it is, as long as the line reaches it on the same side. */
const keepingEnds = (
  curve: Curve,
  draft: Draft,
  { draft: was, route }: Kept,
  moving: ReadonlySet<string>,
): Curve => {
  let [a, b, c, d] = curve;
  if (!moving.has(draft.from.node.id) && draft.fromSide === was.fromSide) {
    const [start] = route.curve;
    b = { x: b.x + start.x - a.x, y: b.y + start.y - a.y };
    a = start;
  }
  if (!moving.has(draft.to.node.id) && draft.toSide === was.toSide) {
    const [, , , end] = route.curve;
    c = { x: c.x + end.x - d.x, y: c.y + end.y - d.y };
    d = end;
  }
  return [a, b, c, d];
};

const routeOf = ({ connection, from, to }: Draft, curve: Curve): LiveRoute => ({
  id: connection.id,
  from: from.node.id,
  to: to.node.id,
  curve,
  // The control points hold a Bézier curve between them.
  bounds: boundsOf(curve.map((point) => ({ ...point, width: 0, height: 0 }))) ?? emptyRect,
});

const emptyRect: Rect = { x: 0, y: 0, width: 0, height: 0 };

const isSameRoute = (a: LiveRoute, b: LiveRoute): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.curve.every(({ x, y }, at) => x === b.curve[at]?.x && y === b.curve[at]?.y);

const isSameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** True when a line can leave and reach the same sides as before: its ends stayed, and nothing came near it or left. */
const mayStay = (before: Kept, draft: Draft, changed: readonly Rect[]): boolean => {
  if (!isSameRect(before.draft.from, draft.from) || !isSameRect(before.draft.to, draft.to))
    return false;
  if (before.route.from !== draft.from.node.id || before.route.to !== draft.to.node.id)
    return false;
  if (changed.length === 0) return true;
  const near = inflate(before.route.bounds, 12);
  return !changed.some((area) => overlapArea(near, area) > 0);
};

/** Where cards and titles were and are that moved, came or went. */
const changedAreas = (
  boxesBefore: readonly Box[],
  boxesNow: readonly Box[],
  titlesBefore: readonly Rect[],
  titlesNow: readonly Rect[],
): readonly Rect[] => {
  const areas: Rect[] = [];
  const before = new Map(boxesBefore.map((box) => [box.node.id as string, box]));
  for (const box of boxesNow) {
    const was = before.get(box.node.id);
    before.delete(box.node.id);
    if (was && isSameRect(was, box) && was.isContainer === box.isContainer) continue;
    if (was && !was.isContainer) areas.push(was);
    if (!box.isContainer) areas.push(box);
  }
  for (const box of before.values()) if (!box.isContainer) areas.push(box);
  if (
    titlesBefore.length !== titlesNow.length ||
    titlesNow.some((title, at) => !isSameRect(title, titlesBefore[at] ?? emptyRect))
  )
    areas.push(...titlesBefore, ...titlesNow);
  return areas;
};
