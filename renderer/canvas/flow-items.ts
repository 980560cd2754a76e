import { type Edge, type Node as FlowNode, Position } from '@xyflow/react';
import type { Box } from '../../shared/exporters/picture/boxes.ts';
import type { Scene, SceneLine } from './scene.ts';

/*
 * What React Flow draws: made from the scene, never the other way round. Items are kept as long as what they show
 * has not changed, so that an edit draws again only what it touched.
 */

export interface CardData extends Record<string, unknown> {
  /** How many containers stand around it. */
  readonly depth: number;
}
export type CardNode = FlowNode<CardData, 'card' | 'frame'>;

export interface LineData extends Record<string, unknown> {
  readonly line: SceneLine;
}
export type LineEdge = Edge<LineData, 'line'>;

/** What of a scene is special. */
export interface Shown {
  readonly selection: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  /** The nodes that are elements while all others are painted; undefined when every node is one. */
  readonly live: ReadonlySet<string> | undefined;
}

/** Makes the nodes and edges of one scene after another. */
export interface FlowItems {
  nodes(scene: Scene, shown: Shown): CardNode[];
  edges(scene: Scene, selection: ReadonlySet<string>): LineEdge[];
}

const isSameNode = (a: CardNode, b: CardNode): boolean =>
  a.type === b.type &&
  a.position.x === b.position.x &&
  a.position.y === b.position.y &&
  a.width === b.width &&
  a.height === b.height &&
  a.parentId === b.parentId &&
  a.selected === b.selected &&
  a.draggable === b.draggable &&
  a.hidden === b.hidden &&
  a.zIndex === b.zIndex &&
  a.data.depth === b.data.depth;

const isSameEdge = (a: LineEdge, b: LineEdge): boolean =>
  a.source === b.source &&
  a.target === b.target &&
  a.selected === b.selected &&
  a.data?.line.connection === b.data?.line.connection &&
  a.data?.line.ids.length === b.data?.line.ids.length;

const handleSize = 9;

/** Where the handles are, so that nobody has to measure a node before its first line can be drawn. */
const handlesOf = (width: number, height: number): NonNullable<CardNode['handles']> => {
  const y = height / 2 - handleSize / 2;
  const size = { width: handleSize, height: handleSize, y };
  return [
    { type: 'target', position: Position.Left, x: -handleSize / 2, ...size },
    { type: 'source', position: Position.Right, x: width - handleSize / 2, ...size },
  ];
};

/** The container alone does not take the pointer: its title and border do, and what lies in it. */
const frameStyle = { pointerEvents: 'none' } as const;

const nodeOf = (box: Box, scene: Scene, shown: Shown): CardNode => {
  const { node, parent, width, height } = box;
  const isFrame = box.isContainer || scene.collapsed.has(node.id);
  return {
    id: node.id,
    type: isFrame ? 'frame' : 'card',
    position: { x: box.x - (parent?.x ?? 0), y: box.y - (parent?.y ?? 0) },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(width, height),
    data: { depth: box.depth },
    selected: shown.selection.has(node.id),
    draggable: !shown.isReadOnly && !shown.locked.has(node.id),
    hidden: shown.live !== undefined && !shown.live.has(node.id),
    zIndex: box.isContainer ? box.depth : 1000,
    ...(box.isContainer && { style: frameStyle }),
    ...(parent && { parentId: parent.node.id }),
  };
};

/** Remembers what was made for the last scene. */
export const createFlowItems = (): FlowItems => {
  let lastScene: Scene | undefined;
  let lastShown: Shown | undefined;
  let lastNodes: CardNode[] = [];
  let nodePlace = new Map<string, number>();
  let lastLines: Scene['lines'] | undefined;
  let lastSelection: ReadonlySet<string> = new Set();
  let lastEdges: LineEdge[] = [];
  let edgePlace = new Map<string, number>();

  /** The ids about which the two differ in what is chosen, locked or live. */
  const differing = (a: Shown, b: Shown): Set<string> => {
    const ids = new Set<string>();
    for (const key of ['selection', 'locked', 'live'] as const) {
      const [before, now] = [a[key], b[key]];
      if (before === now) continue;
      for (const id of before ?? []) if (!now?.has(id)) ids.add(id);
      for (const id of now ?? []) if (!before?.has(id)) ids.add(id);
    }
    return ids;
  };

  return {
    nodes: (scene, shown) => {
      const canPatch =
        lastShown &&
        scene === lastScene &&
        shown.isReadOnly === lastShown.isReadOnly &&
        (shown.live === undefined) === (lastShown.live === undefined);
      if (canPatch && lastShown) {
        const next = [...lastNodes];
        let isSame = true;
        for (const id of differing(lastShown, shown)) {
          const place = nodePlace.get(id);
          const box = scene.byId.get(id);
          if (place === undefined || !box) continue;
          next[place] = nodeOf(box, scene, shown);
          isSame = false;
        }
        lastShown = shown;
        if (!isSame) lastNodes = next;
        return lastNodes;
      }
      const places = new Map<string, number>();
      // Outermost first, as React Flow wants parents before what they hold.
      const next = scene.boxes.map((box, at) => {
        const made = nodeOf(box, scene, shown);
        const before = lastNodes[nodePlace.get(made.id) ?? -1];
        places.set(made.id, at);
        return before && isSameNode(before, made) ? before : made;
      });
      lastScene = scene;
      lastShown = shown;
      nodePlace = places;
      lastNodes = next;
      return next;
    },
    edges: (scene, selection) => {
      const isChosen = (line: SceneLine): boolean => line.ids.some((id) => selection.has(id));
      const edgeOf = (line: SceneLine): LineEdge => ({
        id: line.id,
        type: 'line',
        source: line.from,
        target: line.to,
        data: { line },
        selected: isChosen(line),
      });
      if (scene.lines === lastLines && selection === lastSelection) return lastEdges;
      const places = new Map<string, number>();
      let isSame = scene.lines.length === lastEdges.length;
      const next: LineEdge[] = [];
      for (const line of scene.lines) {
        const before = lastEdges[edgePlace.get(line.id) ?? -1];
        // An edge needs both its ends, and none is drawn inside of what holds the other.
        if (!scene.routes.has(line.id)) continue;
        const made = edgeOf(line);
        const kept = before && isSameEdge(before, made) ? before : made;
        isSame &&= kept === before && edgePlace.get(line.id) === next.length;
        places.set(line.id, next.length);
        next.push(kept);
      }
      lastLines = scene.lines;
      lastSelection = selection;
      edgePlace = places;
      if (!isSame || next.length !== lastEdges.length) lastEdges = next;
      return lastEdges;
    },
  };
};
