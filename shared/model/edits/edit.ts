import type { Json } from '../../lib/json.ts';
import type { Connection, Design, Node, Position, Size } from '../design.ts';
import { cardSize } from '../node-size.ts';

/**
 * A change of a design. Pure; gives the same object when there is nothing to change, and keeps every
 * node and connection that it does not touch. An id that is missing is nothing to change.
 */
export type Edit = (design: Design) => Design;

/** Says which properties hold the id of a node or connection; the catalog knows, the model does not. */
export type IsReference = (owner: Node | Connection, property: string) => boolean;

/** For designs whose kinds have no such properties. */
export const noReferences: IsReference = () => false;

/** How large a node is drawn; the catalog knows it for kinds whose size is fixed. */
export type SizeOf = (node: Node) => Size;

/** For nodes without a size of their own. */
export const defaultSizeOf: SizeOf = (node) => node.size ?? cardSize;

/** One edit made of several, in their order. */
export const sequence =
  (...edits: readonly Edit[]): Edit =>
  (design) =>
    edits.reduce((before, edit) => edit(before), design);

/** The list with the changed items; the same list when none changed, and without those that became undefined. */
export const changeItems = <T>(
  items: readonly T[],
  change: (item: T) => T | undefined,
): readonly T[] => {
  let changed = false;
  const next: T[] = [];
  for (const item of items) {
    const now = change(item);
    if (now !== item) changed = true;
    if (now !== undefined) next.push(now);
  }
  return changed ? next : items;
};

/** The design with other nodes; the same design when they are the same list. */
const withNodes = (design: Design, nodes: readonly Node[]): Design =>
  nodes === design.nodes ? design : { ...design, nodes };

/** The design with other connections; the same design when they are the same list. */
const withConnections = (design: Design, connections: readonly Connection[]): Design =>
  connections === design.connections ? design : { ...design, connections };

/** Changes every node for which `change` gives another object; undefined removes it. */
export const changeNodes = (design: Design, change: (node: Node) => Node | undefined): Design =>
  withNodes(design, changeItems(design.nodes, change));

/** Changes every connection for which `change` gives another object; undefined removes it. */
export const changeConnections = (
  design: Design,
  change: (connection: Connection) => Connection | undefined,
): Design => withConnections(design, changeItems(design.connections, change));

/** True when nothing, neither node nor connection, has the id yet. */
export const isFree = (design: Design, id: string): boolean =>
  !design.nodes.some((node) => node.id === id) &&
  !design.connections.some((connection) => connection.id === id);

const largest = 1_000_000_000;
const whole = (pixels: number): number =>
  Math.max(-largest, Math.min(largest, Math.round(pixels))) + 0;

/** A position in whole pixels, as the file has it; undefined for one that is none (NaN). */
export const wholePosition = ({ x, y }: Position): Position | undefined =>
  Number.isNaN(x) || Number.isNaN(y) ? undefined : { x: whole(x), y: whole(y) };

/** A size in whole pixels, at least one; undefined for one that is none (NaN). */
export const wholeSize = ({ width, height }: Size): Size | undefined =>
  Number.isNaN(width) || Number.isNaN(height)
    ? undefined
    : { width: Math.max(1, whole(width)), height: Math.max(1, whole(height)) };

/** The node at another place; the same node when it is there already. Fields beside x and y stay. */
export const placed = (node: Node, to: Position): Node => {
  const position = wholePosition(to);
  return position === undefined ||
    (position.x === node.position.x && position.y === node.position.y)
    ? node
    : { ...node, position: { ...node.position, ...position } };
};

/** The node with another size; the same node when it has that size already. */
export const sized = (node: Node, to: Size): Node => {
  const size = wholeSize(to);
  return size === undefined || (size.width === node.size?.width && size.height === node.size.height)
    ? node
    : { ...node, size: { ...node.size, ...size } };
};

/** A copy without an optional field; the same object when it has no such field. */
export const without = <T extends object>(object: T, key: keyof T & string): T => {
  if (!Object.hasOwn(object, key)) return object;
  const entries = Object.entries(object).filter(([name]) => name !== key);
  return Object.fromEntries(entries) as T;
};

/** Settings by name. */
export type Properties = { readonly [name: string]: Json };
