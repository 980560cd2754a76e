import type { Box } from '../../shared/exporters/picture/boxes.ts';
import {
  BoxIndex,
  distance,
  holds,
  type Point,
  sample,
} from '../../shared/exporters/picture/geometry.ts';
import { innermostAt } from '../commands/placement.ts';
import type { Scene } from './scene.ts';

/*
 * What lies at a point, asked of the scene: for when there is no element to ask.
 */

const indexes = new WeakMap<Scene, BoxIndex<Box>>();

const cardsOf = (scene: Scene): BoxIndex<Box> => {
  let index = indexes.get(scene);
  if (!index) {
    index = new BoxIndex(scene.boxes.filter(({ isContainer }) => !isContainer));
    indexes.set(scene, index);
  }
  return index;
};

/** How much of a container's border belongs to it when all is painted, in pixels of the window. */
const border = 7;

/** The node at a point: a card, or a container whose title or border is there. */
export const nodeAt = (scene: Scene, point: Point, zoom: number): string | undefined => {
  const card = cardsOf(scene)
    .around(point)
    .findLast((box) => holds(box, point));
  if (card) return card.node.id;
  const edge = border / zoom;
  return scene.boxes.findLast(
    (box) =>
      box.isContainer &&
      holds(box, point, edge / 2) &&
      (point.y < box.y + Math.max(44, 22 / zoom) || !holds(box, point, -edge)),
  )?.node.id;
};

/** The innermost container around a point. */
export const containerAround = (scene: Scene, point: Point): string | undefined =>
  innermostAt(scene.boxes, point);

/** The line nearest to a point, if it is at most so far away. */
export const lineAt = (scene: Scene, point: Point, reach: number): string | undefined => {
  let best: string | undefined;
  let least = reach;
  for (const { id, curve, bounds } of scene.routes.values()) {
    if (!holds(bounds, point, reach)) continue;
    const count = Math.min(64, Math.max(8, Math.ceil((bounds.width + bounds.height) / reach)));
    const points = sample(curve, count);
    for (const [at, end] of points.entries()) {
      const start = points[at - 1];
      if (!start) continue;
      const away = toSegment(point, start, end);
      if (away >= least) continue;
      least = away;
      best = id;
    }
  }
  return best;
};

const toSegment = (point: Point, a: Point, b: Point): number => {
  const length = distance(a, b);
  if (length === 0) return distance(point, a);
  const along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length);
  const at = Math.min(1, Math.max(0, along));
  return distance(point, { x: a.x + at * (b.x - a.x), y: a.y + at * (b.y - a.y) });
};

/** What a marquee takes: cards that it touches, and containers that it goes all around. */
export const nodesWithin = (
  scene: Scene,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly string[] =>
  scene.boxes
    .filter((box) =>
      box.isContainer
        ? box.x >= area.x &&
          box.y >= area.y &&
          box.x + box.width <= area.x + area.width &&
          box.y + box.height <= area.y + area.height
        : box.x < area.x + area.width &&
          box.y < area.y + area.height &&
          area.x < box.x + box.width &&
          area.y < box.y + box.height,
    )
    .map(({ node }) => node.id);
