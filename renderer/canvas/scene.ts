import { cardSize } from '../../shared/catalog/node-size.ts';
import { type Box, boxesOf } from '../../shared/exporters/picture/boxes.ts';
import { frameTitle } from '../../shared/exporters/picture/frames.ts';
import type { Curve, Rect } from '../../shared/exporters/picture/geometry.ts';
import { createLiveLabels, type LiveLabels } from '../../shared/exporters/picture/live-labels.ts';
import {
  createLiveRoutes,
  type LiveRoute,
  type MoveRoutes,
} from '../../shared/exporters/picture/live-routes.ts';
import type { Graph } from '../../shared/graph/graph.ts';
import type { Connection, Design } from '../../shared/model/design.ts';
import { descendantsOf } from '../../shared/model/tree.ts';
import { pairKey } from './parallels.ts';

/*
 * What there is to draw of a design: boxes, lines and where labels go. Made once for each design and each set of
 * collapsed containers, whatever is chosen or dragged.
 */

/** A connection that is drawn; one that stands for several when a container is collapsed. */
export interface SceneLine {
  readonly id: string;
  readonly connection: Connection;
  /** All connections that it stands for. */
  readonly ids: readonly string[];
  readonly from: string;
  readonly to: string;
  /** The same for all lines between the same two boxes. */
  readonly pair: string;
}

export interface Scene {
  /** What is drawn, outermost first. */
  readonly boxes: readonly Box[];
  readonly byId: ReadonlyMap<string, Box>;
  readonly lines: readonly SceneLine[];
  readonly lineById: ReadonlyMap<string, SceneLine>;
  readonly routes: ReadonlyMap<string, LiveRoute>;
  /** Collapsed containers, and how many nodes each hides. */
  readonly collapsed: ReadonlyMap<string, number>;
}

export interface SceneMaker {
  /** The scene of the next design. */
  make(design: Design, collapsed: ReadonlySet<string>, graph: Graph): Scene;
  readonly labels: LiveLabels;
  /** Starts moving boxes. */
  startMove(ids: ReadonlySet<string>): MoveRoutes;
}

/** Makes one scene after another; what did not change stays the same object. */
export const createSceneMaker = (): SceneMaker => {
  const routes = createLiveRoutes();
  const labels = createLiveLabels();
  return {
    labels,
    startMove: (ids) => routes.startMove(ids),
    make: (design, wanted, graph) => {
      const all = boxesOf(design);
      const collapsed = new Map<string, number>();
      for (const { node, isContainer } of all)
        if (isContainer && wanted.has(node.id))
          collapsed.set(node.id, descendantsOf(design, [node.id]).size);
      const boxes = collapsed.size === 0 ? all : collapse(all, collapsed);
      const lines = linesOf(design.connections, all, collapsed);
      const titles: Rect[] = [];
      for (const box of boxes) {
        if (!box.isContainer) continue;
        const { x, y, width, height } = frameTitle(box, { graph }).rect;
        titles.push({ x, y, width, height });
      }
      const curves = routes.update(
        boxes,
        lines.map(({ connection, from, to }) =>
          connection.from === from && connection.to === to
            ? connection
            : ({ ...connection, from, to } as Connection),
        ),
        titles,
      );
      labels.update(boxes, titles, (id): Curve | undefined => curves.get(id)?.curve);
      return {
        boxes,
        byId: new Map(boxes.map((box) => [box.node.id as string, box])),
        lines,
        lineById: new Map(lines.map((line) => [line.id, line])),
        routes: curves,
        collapsed,
      };
    },
  };
};

/** A collapsed container is as large as a card and hides what it holds. */
const collapse = (
  boxes: readonly Box[],
  collapsed: ReadonlyMap<string, number>,
): readonly Box[] => {
  const shown: Box[] = [];
  const hidden = new Set<Box>();
  // Outermost first: a parent is decided before what it holds.
  for (const box of boxes) {
    const { parent } = box;
    if (parent && (hidden.has(parent) || collapsed.has(parent.node.id))) hidden.add(box);
    else shown.push(collapsed.has(box.node.id) ? { ...box, isContainer: false, ...cardSize } : box);
  }
  return shown;
};

/** Lines end at the outermost collapsed container around a node; those that then join the same two are one. */
const linesOf = (
  connections: readonly Connection[],
  boxes: readonly Box[],
  collapsed: ReadonlyMap<string, number>,
): readonly SceneLine[] => {
  const single = (connection: Connection): SceneLine => ({
    id: connection.id,
    connection,
    ids: [connection.id],
    from: connection.from,
    to: connection.to,
    pair: pairKey(connection.from, connection.to),
  });
  if (collapsed.size === 0) return connections.map(single);
  const shownAs = new Map<string, string>();
  for (const { node, parent } of boxes) {
    const holder = parent && (shownAs.get(parent.node.id) ?? parent.node.id);
    const isHidden = holder !== undefined && (collapsed.has(holder) || shownAs.has(holder));
    if (isHidden) shownAs.set(node.id, shownAs.get(holder) ?? holder);
  }
  const bundles = new Map<string, { line: SceneLine; ids: string[] }>();
  const lines: SceneLine[] = [];
  for (const connection of connections) {
    const from = shownAs.get(connection.from) ?? connection.from;
    const to = shownAs.get(connection.to) ?? connection.to;
    if (from === connection.from && to === connection.to) {
      lines.push(single(connection));
      continue;
    }
    if (from === to) continue;
    const key = `${from} ${to}`;
    const known = bundles.get(key);
    if (known) {
      known.ids.push(connection.id);
      continue;
    }
    const ids = [connection.id];
    const line = { id: connection.id, connection, ids, from, to, pair: pairKey(from, to) };
    bundles.set(key, { line, ids });
    lines.push(line);
  }
  return lines;
};
