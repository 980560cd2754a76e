import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';
import {
  cardSize,
  containerHeader,
  containerPadding,
  containerSize,
} from '../../../shared/catalog/node-size.ts';
import { type Box, boxesOf } from '../../../shared/exporters/picture/boxes.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Placement } from '../../../shared/model/edits/index.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import { ancestorsOf, outermost } from '../../../shared/model/tree.ts';

/*
 * A design as ELK wants it, and what ELK found as an edit wants it. Layers run from left to right, as one reads;
 * containers keep what they hold and grow around it.
 */

const grid = 8;

/** Distances; ELK asks every container for its own. */
const spacing: LayoutOptions = {
  'elk.spacing.nodeNode': '40',
  'elk.spacing.edgeNode': '24',
  'elk.spacing.componentComponent': '64',
  // Labels stand on the lines between layers.
  'elk.layered.spacing.nodeNodeBetweenLayers': '120',
  'elk.layered.spacing.edgeNodeBetweenLayers': '32',
};
const rootOptions: LayoutOptions = {
  ...spacing,
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'SPLINES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  // Of equally good ones, the layout that is closest to how it was drawn.
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.thoroughness': '5',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};
const containerOptions: LayoutOptions = {
  ...spacing,
  'elk.padding': `[top=${containerHeader + grid},left=${containerPadding},bottom=${containerPadding},right=${containerPadding}]`,
  'elk.nodeSize.constraints': 'MINIMUM_SIZE',
  'elk.nodeSize.minimum': `(${containerSize.width}, ${containerSize.height / 2})`,
};

/** One graph to arrange, and where on the canvas its upper left corner is kept. */
export interface LayoutTask {
  readonly graph: ElkNode;
  /** The corner, relative to what holds the nodes. */
  readonly origin: { readonly x: number; readonly y: number };
}

/**
 * What to arrange: all nodes, or those given with what they hold. Nodes that stand in different containers are
 * arranged each among their own. A container that is given alone is arranged inside, and stays where it is.
 */
export const layoutTasks = (
  design: Design,
  ids: readonly string[] | undefined,
  locked: ReadonlySet<string> = new Set(),
): readonly LayoutTask[] => {
  const boxes = boxesOf(design);
  const held = new Map<string | undefined, Box[]>();
  for (const box of boxes) {
    const parent = box.parent?.node.id;
    const siblings = held.get(parent);
    if (siblings) siblings.push(box);
    else held.set(parent, [box]);
  }
  const chosen =
    ids === undefined ? undefined : new Set<string>(outermost(design, ids).map(({ id }) => id));
  const groups = new Map<string | undefined, Box[]>();
  for (const box of boxes) {
    const isTop = chosen === undefined ? box.parent === undefined : chosen.has(box.node.id);
    if (!isTop || locked.has(box.node.id)) continue;
    const parent = box.parent?.node.id;
    const group = groups.get(parent);
    if (group) group.push(box);
    else groups.set(parent, [box]);
  }
  return [...groups.values()].flatMap((group): LayoutTask[] => {
    const graph = graphOf(design, group, held, locked);
    const left = Math.min(...group.map(({ x }) => x));
    const top = Math.min(...group.map(({ y }) => y));
    const [first] = group;
    return [
      { graph, origin: { x: left - (first?.parent?.x ?? 0), y: top - (first?.parent?.y ?? 0) } },
    ];
  });
};

/** As one reads: ELK keeps this order where it has a choice. */
const byPlace = (a: Box, b: Box): number => a.y - b.y || a.x - b.x;

const graphOf = (
  design: Design,
  group: readonly Box[],
  held: ReadonlyMap<string | undefined, readonly Box[]>,
  locked: ReadonlySet<string>,
): ElkNode => {
  const inside = new Set<string>();
  const nodeOf = (box: Box): ElkNode => {
    inside.add(box.node.id);
    const children = (held.get(box.node.id) ?? []).filter(({ node }) => !locked.has(node.id));
    if (children.length === 0)
      return {
        id: box.node.id,
        width: box.isContainer ? box.width : cardSize.width,
        height: box.isContainer ? box.height : cardSize.height,
      };
    return {
      id: box.node.id,
      layoutOptions: containerOptions,
      children: [...children].sort(byPlace).map(nodeOf),
    };
  };
  const children = [...group].sort(byPlace).map(nodeOf);
  const edges: ElkExtendedEdge[] = design.connections
    .filter(
      ({ from, to }) =>
        from !== to &&
        inside.has(from) &&
        inside.has(to) &&
        // A line between a container and what it holds says nothing about where either stands.
        !ancestorsOf(design, from).some(({ id }) => id === to) &&
        !ancestorsOf(design, to).some(({ id }) => id === from),
    )
    .map(({ id, from, to }) => ({ id, sources: [from], targets: [to] }));
  // An id that no node can have, for ids of nodes are not empty.
  return { id: '', layoutOptions: rootOptions, children, edges };
};

const onGrid = (value: number): number => Math.round(value / grid) * grid;

/** Where the nodes of an arranged graph go, and how large containers are. Positions are relative to what holds them. */
export const placementsOf = (
  graph: ElkNode,
  origin: { readonly x: number; readonly y: number },
): ReadonlyMap<NodeId, Placement> => {
  const found = new Map<NodeId, Placement>();
  const [left, top] = [
    Math.min(...(graph.children ?? []).map(({ x = 0 }) => x)),
    Math.min(...(graph.children ?? []).map(({ y = 0 }) => y)),
  ];
  const visit = (node: ElkNode, dx: number, dy: number): void => {
    const { x = 0, y = 0, width, height, children } = node;
    const place = { x: onGrid(x + dx), y: onGrid(y + dy) };
    // Ids come back as they were given.
    const id = node.id as NodeId;
    found.set(
      id,
      children && children.length > 0 && width !== undefined && height !== undefined
        ? { ...place, width: onGrid(width), height: onGrid(height) }
        : place,
    );
    for (const child of children ?? []) visit(child, 0, 0);
  };
  for (const child of graph.children ?? []) visit(child, origin.x - left, origin.y - top);
  return found;
};
