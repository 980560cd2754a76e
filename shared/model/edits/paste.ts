import { sortedBy } from '../../lib/order.ts';
import type { Connection, Design, Node, Position } from '../design.ts';
import type { ConnectionId, NodeId } from '../ids.ts';
import { freshIds } from '../new-design.ts';
import { absolutePosition, findNode } from '../tree.ts';
import { type Clipboard, copyItems, wellFormed } from './clipboard.ts';
import { type Edit, type IsReference, noReferences, placed } from './edit.ts';
import { replaceReferences } from './references.ts';

/** Where and how to paste. */
export type PasteOptions = {
  /** How far from where it was copied, on the canvas. */
  readonly offset?: Position;
  /** The container to paste into; otherwise onto the canvas. */
  readonly parent?: NodeId;
  /** Says which properties hold ids; those of copied things are changed to the copies. */
  readonly isReference?: IsReference;
};

/** The ids that the copies get when this is pasted into this design, by the ids in the clipboard. */
export type PastedIds = {
  readonly nodes: ReadonlyMap<NodeId, NodeId>;
  readonly connections: ReadonlyMap<ConnectionId, ConnectionId>;
};

/** Which ids pasting will give; so that the window can select the copies. */
export const pastedIds = (design: Design, clipboard: Clipboard): PastedIds =>
  idsFor(design, wellFormed(clipboard));

const idsFor = (design: Design, clipboard: Clipboard): PastedIds => {
  const fresh = freshIds(design);
  const nodes = new Map<NodeId, NodeId>();
  for (const { id } of sortedBy(clipboard.nodes, (node) => node.id)) nodes.set(id, fresh.node(id));
  const connections = new Map<ConnectionId, ConnectionId>();
  for (const { id, from, to } of sortedBy(clipboard.connections, (connection) => connection.id)) {
    connections.set(id, fresh.connection(nodes.get(from) ?? from, nodes.get(to) ?? to));
  }
  return { nodes, connections };
};

const usualOffset: Position = { x: 32, y: 32 };

/** Adds copies with ids of their own, connected among themselves as the originals are. */
export const pasteItems =
  (clipboard: Clipboard, options: PasteOptions = {}): Edit =>
  (design) => {
    const { parent } = options;
    if (parent !== undefined && findNode(design, parent) === undefined) return design;
    return insert(design, wellFormed(clipboard), options, () => parent);
  };

/** Copies nodes in place: each copy stands in the container of its original. */
export const duplicateItems = (
  ids: Iterable<NodeId | ConnectionId>,
  options: Omit<PasteOptions, 'parent'> = {},
): Edit => {
  const chosen = new Set(ids);
  return (design) =>
    insert(design, wellFormed(copyItems(design, chosen)), options, (id) => {
      const parent = findNode(design, id)?.parent;
      return parent === undefined || findNode(design, parent) === undefined ? undefined : parent;
    });
};

const insert = (
  design: Design,
  clipboard: Clipboard,
  { offset = usualOffset, isReference = noReferences }: PasteOptions,
  parentOf: (root: NodeId) => NodeId | undefined,
): Design => {
  if (clipboard.nodes.length === 0) return design;
  const ids = idsFor(design, clipboard);
  const all = new Map<string, string>([...ids.connections, ...ids.nodes]);
  const existing = new Set<string>([...design.nodes, ...design.connections].map(({ id }) => id));
  const remapped = <T extends Node | Connection>(owner: T): T =>
    replaceReferences(
      owner,
      isReference,
      (id) => all.get(id) ?? (existing.has(id) ? id : undefined),
    );
  const nodes = clipboard.nodes.map((node): Node => {
    const copy = { ...remapped(node), id: ids.nodes.get(node.id) ?? node.id };
    const inner = node.parent === undefined ? undefined : ids.nodes.get(node.parent);
    if (inner !== undefined) return { ...copy, parent: inner };
    const parent = parentOf(node.id);
    const origin = absolutePosition(design, parent);
    const { x, y } = node.position;
    const moved = placed(copy, { x: x + offset.x - origin.x, y: y + offset.y - origin.y });
    return parent === undefined ? moved : { ...moved, parent };
  });
  const connections = clipboard.connections.map(
    (connection): Connection => ({
      ...remapped(connection),
      id: ids.connections.get(connection.id) ?? connection.id,
      from: ids.nodes.get(connection.from) ?? connection.from,
      to: ids.nodes.get(connection.to) ?? connection.to,
    }),
  );
  return {
    ...design,
    nodes: [...design.nodes, ...nodes],
    connections:
      connections.length === 0 ? design.connections : [...design.connections, ...connections],
  };
};
