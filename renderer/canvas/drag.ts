import { boundsOf, type Rect } from '../../shared/exporters/picture/geometry.ts';
import { innermostAt } from '../commands/placement.ts';
import type { Move } from './canvas-store.ts';
import type { Drop } from './drop-nodes.ts';
import { createGuides } from './guides.ts';
import type { Scene, SceneMaker } from './scene.ts';

type Point = { readonly x: number; readonly y: number };

/** One drag, from its start to the release. */
export interface Drag {
  /** Where the pointer wants the nodes, relative to what holds them; gives where they are. */
  step(
    wished: ReadonlyMap<string, Point>,
    reach: number,
  ): { readonly positions: ReadonlyMap<string, Point>; readonly move: Move };
  /** What releasing means; undefined when nothing has moved. */
  drop(): Drop | undefined;
}

const grid = 8;

/**
 * Starts a drag. `ids` are dragged and `within` is what they hold; `snap` says whether places are rounded to the
 * grid where nothing is there to be aligned with.
 */
export const createDrag = (
  scene: Scene,
  maker: SceneMaker,
  {
    ids,
    within,
    snap,
  }: {
    readonly ids: readonly string[];
    readonly within: ReadonlySet<string>;
    readonly snap: () => boolean;
  },
): Drag => {
  const moving = new Set<string>([...ids, ...within]);
  const boxes = ids.flatMap((id) => scene.byId.get(id) ?? []);
  const held = [...moving].flatMap((id) => scene.byId.get(id) ?? []);
  const start: Rect = boundsOf(boxes) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [first] = boxes;
  const outOf: string | undefined = first?.parent?.node.id;
  const origin = new Map(
    boxes.map((box): [string, Point] => [
      box.node.id,
      { x: box.x - (box.parent?.x ?? 0), y: box.y - (box.parent?.y ?? 0) },
    ]),
  );
  const still = scene.boxes.filter(({ node }) => !moving.has(node.id));
  // Of a thousand boxes few are containers, and each step asks.
  const containers = still.filter(({ isContainer }) => isContainer);
  // What holds the dragged nodes moves its border with them: nothing to be aligned with.
  const holders = new Set<string>();
  for (let box = first?.parent; box; box = box.parent) holders.add(box.node.id);
  const guides = createGuides(still.filter(({ node }) => !holders.has(node.id)));
  const routes = maker.startMove(moving);
  let by: Point = { x: 0, y: 0 };
  let into: string | undefined = outOf;

  return {
    step: (wished, reach) => {
      const [id, wish] = [...wished].find(([one]) => origin.has(one)) ?? [];
      const from = id === undefined ? undefined : origin.get(id);
      if (wish && from) {
        const raw = { x: wish.x - from.x, y: wish.y - from.y };
        const aligned = guides.align({ ...start, x: start.x + raw.x, y: start.y + raw.y }, reach);
        const round = (value: number, base: number): number =>
          snap() ? Math.round((base + value) / grid) * grid - base : Math.round(value);
        by = {
          x: aligned.x === undefined ? round(raw.x, from.x) : raw.x + aligned.x,
          y: aligned.y === undefined ? round(raw.y, from.y) : raw.y + aligned.y,
        };
        into = innermostAt(containers, {
          x: (first?.x ?? 0) + by.x + (first?.width ?? 0) / 2,
          y: (first?.y ?? 0) + by.y + (first?.height ?? 0) / 2,
        });
        const rects = new Map<string, Rect>();
        for (const { node, x, y, width, height } of held)
          rects.set(node.id, { x: x + by.x, y: y + by.y, width, height });
        const positions = new Map<string, Point>();
        for (const [one, place] of origin)
          positions.set(one, { x: place.x + by.x, y: place.y + by.y });
        return {
          positions,
          move: {
            rects,
            routes: new Map(routes(rects).map((route) => [route.id, route])),
            into,
            outOf,
            guides: aligned.guides,
          },
        };
      }
      return {
        positions: origin,
        move: { rects: new Map(), routes: new Map(), into, outOf, guides: [] },
      };
    },
    drop: () => (by.x === 0 && by.y === 0 ? undefined : { ids, by, into }),
  };
};
