import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { containerHeader, containerPadding } from '../../../shared/catalog/node-size.ts';
import { type Area, freePlace } from '../../../shared/lib/free-place.ts';
import type { Size } from '../../../shared/model/design.ts';
import type { Placement } from '../../../shared/model/edits/index.ts';
import type { NodeId } from '../../../shared/model/ids.ts';
import type { LayoutTask } from './elk-graph.ts';

/*
 * What ELK found, as an edit wants it: beside what stays where it is, never on it.
 */

const grid = 8;

const onGrid = (value: number): number => Math.round(value / grid) * grid;

/** How much wider than high a window is. */
const windowShape = 1.5;
/** Between sets of nodes that nothing connects. */
const apart = 64;

/** Where arranged graphs go: in rows, as words on a page, so that all of it has about the shape of a window. */
const inRows = (
  graphs: readonly ElkNode[],
): readonly { readonly x: number; readonly y: number }[] => {
  const sizes = graphs.map(({ width = 0, height = 0 }) => ({
    width: width + apart,
    height: height + apart,
  }));
  const area = sizes.reduce((sum, { width, height }) => sum + width * height, 0);
  const line = Math.max(Math.sqrt(area * windowShape), ...sizes.map(({ width }) => width));
  let [x, y, tallest] = [0, 0, 0];
  return sizes.map(({ width, height }) => {
    if (x > 0 && x + width > line) [x, y, tallest] = [0, y + tallest, 0];
    const place = { x, y };
    x += width;
    tallest = Math.max(tallest, height);
    return place;
  });
};

/** Between what is arranged and what stays. */
const gap = 40;
/** No end: a container grows to the right and downwards. */
const endless = 1e6;

/** What was found, one task after another: where nodes go, and how large containers become that stay. */
export interface Found {
  readonly placements: Map<NodeId, Placement>;
  readonly grown: Map<NodeId, Size>;
}

export const nothingFound = (): Found => ({ placements: new Map(), grown: new Map() });

/**
 * Adds where the nodes of a task's arranged graphs go, and how large containers are. Positions are relative to what
 * holds them. Inner tasks come first: what they make of a container that stays is in the way of the outer ones.
 */
export const addPlacements = (
  { placements, grown }: Found,
  { origin, holder, fixed }: LayoutTask,
  graphs: readonly ElkNode[],
): void => {
  const visit = (node: ElkNode, dx: number, dy: number): void => {
    const { x = 0, y = 0, width, height, children } = node;
    const place = { x: onGrid(x + dx), y: onGrid(y + dy) };
    // Ids come back as they were given.
    const id = node.id as NodeId;
    placements.set(
      id,
      children && children.length > 0 && width !== undefined && height !== undefined
        ? { ...place, width: onGrid(width), height: onGrid(height) }
        : place,
    );
    for (const child of children ?? []) visit(child, 0, 0);
  };
  const taken: Area[] = fixed.map((area) => ({ ...area, ...grown.get(area.id) }));
  const within =
    holder === undefined
      ? undefined
      : { x: containerPadding, y: containerHeader + grid, width: endless, height: endless };
  const places = inRows(graphs);
  for (const [at, graph] of graphs.entries()) {
    const row = places[at] ?? { x: 0, y: 0 };
    const children = graph.children ?? [];
    const box = aroundAll(children);
    const wish = { x: onGrid(origin.x + row.x), y: onGrid(origin.y + row.y) };
    // Where nothing is locked, rows are as good as they can be.
    const place =
      fixed.length === 0 ? wish : freePlace(box, wish, taken, { gap, step: 2 * grid, within });
    taken.push({ ...place, width: box.width, height: box.height });
    for (const child of children) visit(child, place.x - box.x, place.y - box.y);
  }
  if (holder !== undefined && fixed.length > 0) {
    const all = aroundAll([...taken, { x: 0, y: 0, width: 0, height: 0 }]);
    grown.set(holder, {
      width: all.x + all.width + containerPadding,
      height: all.y + all.height + containerPadding,
    });
  }
};

/** The rectangle around nodes. */
const aroundAll = (
  nodes: readonly {
    readonly x?: number;
    readonly y?: number;
    readonly width?: number;
    readonly height?: number;
  }[],
): Area => {
  const left = Math.min(...nodes.map(({ x = 0 }) => x));
  const top = Math.min(...nodes.map(({ y = 0 }) => y));
  return {
    x: left,
    y: top,
    width: Math.max(...nodes.map(({ x = 0, width = 0 }) => x + width)) - left,
    height: Math.max(...nodes.map(({ y = 0, height = 0 }) => y + height)) - top,
  };
};
