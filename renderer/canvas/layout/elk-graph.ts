import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import {
  cardSize,
  containerHeader,
  containerPadding,
  containerSize,
} from '../../../shared/catalog/node-size.ts';
import { type Box, boxesOf } from '../../../shared/exporters/picture/boxes.ts';
import type { Area } from '../../../shared/lib/free-place.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { ancestorsOf, outermost } from '../../../shared/model/tree.ts';

/*
 * A design as ELK wants it. Layers run from left to right, as one reads; containers keep what they hold and grow
 * around it.
 */

const grid = 8;

/** Distances; ELK asks every container for its own. */
const spacing: LayoutOptions = {
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '24',
  // Labels stand on the lines between layers.
  'elk.layered.spacing.nodeNodeBetweenLayers': '120',
  'elk.layered.spacing.edgeNodeBetweenLayers': '32',
};
const rootOptions: LayoutOptions = {
  ...spacing,
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};
/** For graphs that leave time to weigh more. */
const carefulOptions: LayoutOptions = {
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  // Of equally good ones, the layout that is closest to how it was drawn.
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
};
/** For larger ones, which would take many seconds otherwise. */
const quickOptions: LayoutOptions = {
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.thoroughness': '1',
  'elk.edgeRouting': 'POLYLINE',
};
/** How many nodes a graph may have to be arranged with care. */
const mostCareful = 120;
const containerOptions: LayoutOptions = {
  ...spacing,
  'elk.padding': `[top=${containerHeader + grid},left=${containerPadding},bottom=${containerPadding},right=${containerPadding}]`,
  'elk.nodeSize.constraints': 'MINIMUM_SIZE',
  'elk.nodeSize.minimum': `(${containerSize.width}, ${containerSize.height / 2})`,
};

/** Something that stays where it is, and on which nothing may land. Relative to what holds it. */
export interface Fixed extends Area {
  readonly id: NodeId;
}

/** Graphs to arrange, each by itself and then side by side, and where their common upper left corner is kept. */
export interface LayoutTask {
  /** One for each set of nodes that are connected; in reading order. */
  readonly graphs: readonly ElkNode[];
  /** The corner, relative to what holds the nodes. */
  readonly origin: { readonly x: number; readonly y: number };
  /** The container that holds them; undefined on the canvas. */
  readonly holder: NodeId | undefined;
  readonly fixed: readonly Fixed[];
}

/**
 * What to arrange: all nodes, or those given with what they hold. Nodes that stand in different containers are
 * arranged each among their own. A container that is given alone is arranged inside, and stays where it is. What is
 * locked stays, and so does a container around it, which is arranged inside. Inner ones come first.
 */
export const layoutTasks = (
  design: Design,
  ids: readonly string[] | undefined,
  locked: ReadonlySet<string> = new Set(),
): readonly LayoutTask[] => {
  const boxes = boxesOf(design);
  const held = new Map<string | undefined, Box[]>();
  const pinned = new Set<string>();
  for (const box of boxes) {
    const parent = box.parent?.node.id;
    const siblings = held.get(parent);
    if (siblings) siblings.push(box);
    else held.set(parent, [box]);
    if (!locked.has(box.node.id)) continue;
    for (let holder: Box | undefined = box; holder; holder = holder.parent)
      pinned.add(holder.node.id);
  }
  const chosen =
    ids === undefined ? undefined : new Set<string>(outermost(design, ids).map(({ id }) => id));
  const groups = new Map<string | undefined, Box[]>();
  const arrange = (box: Box): void => {
    const { id } = box.node;
    if (locked.has(id)) return;
    // What is locked inside would move with it: it stays, and what else it holds is arranged.
    if (pinned.has(id)) {
      for (const child of held.get(id) ?? []) arrange(child);
      return;
    }
    const parent = box.parent?.node.id;
    const group = groups.get(parent);
    if (group) group.push(box);
    else groups.set(parent, [box]);
  };
  for (const box of boxes)
    if (chosen === undefined ? box.parent === undefined : chosen.has(box.node.id)) arrange(box);
  const depth = ([first]: readonly Box[]): number => first?.depth ?? 0;
  return [...groups.values()]
    .sort((a, b) => depth(b) - depth(a))
    .map((group): LayoutTask => {
      const holder = group[0]?.parent;
      const [dx, dy] = [holder?.x ?? 0, holder?.y ?? 0];
      return {
        graphs: graphsOf(design, group, held),
        origin: {
          x: Math.min(...group.map(({ x }) => x)) - dx,
          y: Math.min(...group.map(({ y }) => y)) - dy,
        },
        holder: holder?.node.id,
        fixed: (held.get(holder?.node.id) ?? [])
          .filter(({ node }) => pinned.has(node.id))
          .map(({ node, x, y, width, height }) => ({
            id: node.id,
            x: x - dx,
            y: y - dy,
            width,
            height,
          })),
      };
    });
};

/** As one reads: ELK keeps this order where it has a choice. */
const byPlace = (a: Box, b: Box): number => a.y - b.y || a.x - b.x;

const graphsOf = (
  design: Design,
  group: readonly Box[],
  held: ReadonlyMap<string | undefined, readonly Box[]>,
): readonly ElkNode[] => {
  /** The node of the group in which a node stands, or which it is. */
  const rootOf = new Map<string, string>();
  const nodeOf = (box: Box, root: string): ElkNode => {
    rootOf.set(box.node.id, root);
    const children = held.get(box.node.id) ?? [];
    if (children.length === 0)
      return {
        id: box.node.id,
        width: box.isContainer ? box.width : cardSize.width,
        height: box.isContainer ? box.height : cardSize.height,
      };
    return {
      id: box.node.id,
      layoutOptions: containerOptions,
      children: [...children].sort(byPlace).map((child) => nodeOf(child, root)),
    };
  };
  const roots = [...group].sort(byPlace).map((box) => nodeOf(box, box.node.id));
  const lines = design.connections.filter(
    ({ from, to }) =>
      from !== to &&
      rootOf.has(from) &&
      rootOf.has(to) &&
      // A line between a container and what it holds says nothing about where either stands.
      !ancestorsOf(design, from).some(({ id }) => id === to) &&
      !ancestorsOf(design, to).some(({ id }) => id === from),
  );
  const setOf = joined(
    roots.map(({ id }) => id),
    lines.map(({ from, to }) => [rootOf.get(from) ?? from, rootOf.get(to) ?? to]),
  );
  const graphs = new Map<string, { children: ElkNode[]; edges: ElkExtendedEdge[] }>();
  for (const root of roots) {
    const set = setOf(root.id);
    const graph = graphs.get(set) ?? { children: [], edges: [] };
    graph.children.push(root);
    graphs.set(set, graph);
  }
  for (const { id, from, to } of lines)
    graphs.get(setOf(rootOf.get(from) ?? from))?.edges.push({ id, sources: [from], targets: [to] });
  return [...graphs.values()].map(({ children, edges }) => ({
    // An id that no node can have, for ids of nodes are not empty.
    id: '',
    layoutOptions: {
      ...rootOptions,
      ...(countOf(children) > mostCareful ? quickOptions : carefulOptions),
    },
    children,
    edges,
  }));
};

const countOf = (nodes: readonly ElkNode[]): number =>
  nodes.reduce((sum, { children }) => sum + 1 + countOf(children ?? []), 0);

/** Joins what the pairs connect; gives a name of the set in which an item is. */
const joined = (
  items: readonly string[],
  pairs: readonly (readonly [string, string])[],
): ((item: string) => string) => {
  const above = new Map(items.map((item) => [item, item]));
  const setOf = (item: string): string => {
    let top = item;
    for (let next = above.get(top); next !== undefined && next !== top; next = above.get(top))
      top = next;
    above.set(item, top);
    return top;
  };
  for (const [a, b] of pairs) above.set(setOf(b), setOf(a));
  return setOf;
};
