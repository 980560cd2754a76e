import type { Edge, Node as FlowNode } from '@xyflow/react';
import { boxesOf } from '../../shared/exporters/picture/boxes.ts';
import type { Connection, Design } from '../../shared/model/design.ts';

/*
 * What React Flow draws: made from the design, never the other way round. Items are kept as long as what they show
 * has not changed, so that an edit draws again only what it touched.
 */

export interface CardData extends Record<string, unknown> {
  /** How many containers stand around it. */
  readonly depth: number;
}
export type CardNode = FlowNode<CardData, 'card' | 'frame'>;

export interface LineData extends Record<string, unknown> {
  /** The place among the connections between the same two nodes, and how many these are. */
  readonly index: number;
  readonly count: number;
}
export type LineEdge = Edge<LineData, 'line'>;

/** Makes the nodes and edges of one design after another. */
export interface FlowItems {
  nodes(design: Design, selection: ReadonlySet<string>, locked: ReadonlySet<string>): CardNode[];
  edges(design: Design, selection: ReadonlySet<string>): LineEdge[];
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
  a.zIndex === b.zIndex &&
  a.data.depth === b.data.depth;

const isSameEdge = (a: LineEdge, b: LineEdge): boolean =>
  a.source === b.source &&
  a.target === b.target &&
  a.selected === b.selected &&
  a.data?.index === b.data?.index &&
  a.data?.count === b.data?.count;

/** Remembers what was made for the last design. */
export const createFlowItems = (): FlowItems => {
  let lastNodes = new Map<string, CardNode>();
  let lastEdges = new Map<string, LineEdge>();

  return {
    nodes: (design, selection, locked) => {
      const next = new Map<string, CardNode>();
      // Outermost first, as React Flow wants parents before what they hold.
      for (const box of boxesOf(design)) {
        const { node, parent } = box;
        const made: CardNode = {
          id: node.id,
          type: box.isContainer ? 'frame' : 'card',
          position: { x: box.x - (parent?.x ?? 0), y: box.y - (parent?.y ?? 0) },
          width: box.width,
          height: box.height,
          data: { depth: box.depth },
          selected: selection.has(node.id),
          draggable: !locked.has(node.id),
          zIndex: box.isContainer ? box.depth : 1000,
          ...(parent && { parentId: parent.node.id }),
        };
        const before = lastNodes.get(node.id);
        next.set(node.id, before && isSameNode(before, made) ? before : made);
      }
      lastNodes = next;
      return [...next.values()];
    },
    edges: (design, selection) => {
      const pairs = new Map<string, Connection[]>();
      for (const connection of design.connections) {
        const pair = [connection.from, connection.to].sort().join(' ');
        const present = pairs.get(pair);
        if (present) present.push(connection);
        else pairs.set(pair, [connection]);
      }
      const next = new Map<string, LineEdge>();
      for (const group of pairs.values())
        group.forEach((connection, index) => {
          const made: LineEdge = {
            id: connection.id,
            type: 'line',
            source: connection.from,
            target: connection.to,
            data: { index, count: group.length },
            selected: selection.has(connection.id),
          };
          const before = lastEdges.get(connection.id);
          next.set(connection.id, before && isSameEdge(before, made) ? before : made);
        });
      lastEdges = next;
      return [...next.values()];
    },
  };
};
