import type { Connection, Design, Node, Suppression } from '../design.ts';
import type { ConnectionId, NodeId } from '../ids.ts';
import { absolutePosition, ancestorsOf, descendantsOf } from '../tree.ts';
import {
  changeConnections,
  changeItems,
  changeNodes,
  type Edit,
  type IsReference,
  noReferences,
  placed,
  without,
} from './edit.ts';
import { referencesTo, replaceReferences } from './references.ts';

/** How to delete. */
export type DeleteOptions = {
  /** What a deleted container holds moves up to what held the container, or goes too. */
  readonly children?: 'move-up' | 'delete';
  /** Says which properties hold ids; those that hold a deleted one are unset. */
  readonly isReference?: IsReference;
};

/** What a deletion does besides deleting what was asked for. */
export type DeleteConsequences = {
  /** Nodes that go because their container goes. */
  readonly nodes: readonly NodeId[];
  /** Connections that go because one of their ends goes. */
  readonly connections: readonly ConnectionId[];
  /** Nodes that move up because their container goes. */
  readonly movedUp: readonly NodeId[];
  /** Properties that lose a reference to something deleted. */
  readonly properties: readonly { readonly id: NodeId | ConnectionId; readonly property: string }[];
  /** Written reasons for findings at something deleted. */
  readonly suppressions: readonly Suppression[];
};

type Doomed = { readonly nodes: ReadonlySet<string>; readonly all: ReadonlySet<string> };

const doomedBy = (design: Design, ids: ReadonlySet<string>, options: DeleteOptions): Doomed => {
  const nodes = new Set<string>();
  for (const node of design.nodes) if (ids.has(node.id)) nodes.add(node.id);
  if (options.children === 'delete')
    for (const id of descendantsOf(design, [...nodes])) nodes.add(id);
  const all = new Set(nodes);
  for (const connection of design.connections) {
    if (ids.has(connection.id) || nodes.has(connection.from) || nodes.has(connection.to)) {
      all.add(connection.id);
    }
  }
  return { nodes, all };
};

/** What else goes when the ids are deleted; for the question before, and for the note after. */
export const consequencesOfDelete = (
  design: Design,
  ids: Iterable<NodeId | ConnectionId>,
  options: DeleteOptions = {},
): DeleteConsequences => {
  const asked = new Set<string>(ids);
  const { nodes, all } = doomedBy(design, asked, options);
  const { isReference = noReferences } = options;
  const survivors: readonly (Node | Connection)[] = [...design.nodes, ...design.connections].filter(
    (item) => !all.has(item.id),
  );
  const idOf = <Id>({ id }: { readonly id: Id }): Id => id;
  return {
    nodes: design.nodes.filter(({ id }) => nodes.has(id) && !asked.has(id)).map(idOf),
    connections: design.connections.filter(({ id }) => all.has(id) && !asked.has(id)).map(idOf),
    movedUp: design.nodes
      .filter(({ id, parent }) => !nodes.has(id) && parent !== undefined && nodes.has(parent))
      .map(idOf),
    properties: survivors.flatMap((owner) =>
      referencesTo(owner, all, isReference).map((property) => ({ id: owner.id, property })),
    ),
    suppressions: (design.suppressions ?? []).filter(({ at }) => at !== undefined && all.has(at)),
  };
};

/** Deletes nodes and connections, and what cannot be without them. */
export const deleteItems = (
  ids: Iterable<NodeId | ConnectionId>,
  options: DeleteOptions = {},
): Edit => {
  const asked = new Set<string>(ids);
  return (design) => {
    const { nodes, all } = doomedBy(design, asked, options);
    if (all.size === 0) return design;
    const { isReference = noReferences } = options;
    const forget = <T extends Node | Connection>(owner: T): T =>
      replaceReferences(owner, isReference, (id) => (all.has(id) ? undefined : id));
    const left = changeNodes(design, (node) =>
      nodes.has(node.id) ? undefined : forget(movedUp(design, node, nodes)),
    );
    const connected = changeConnections(left, (connection) =>
      all.has(connection.id) ? undefined : forget(connection),
    );
    return withoutSuppressionsAt(connected, all);
  };
};

const movedUp = (design: Design, node: Node, gone: ReadonlySet<string>): Node => {
  if (node.parent === undefined || !gone.has(node.parent)) return node;
  const parent = ancestorsOf(design, node.id).find((ancestor) => !gone.has(ancestor.id))?.id;
  const { x, y } = absolutePosition(design, node.id);
  const origin = absolutePosition(design, parent);
  const moved = placed(node, { x: x - origin.x, y: y - origin.y });
  return parent === undefined ? without(moved, 'parent') : { ...moved, parent };
};

const withoutSuppressionsAt = (design: Design, gone: ReadonlySet<string>): Design => {
  if (design.suppressions === undefined) return design;
  const suppressions = changeItems(design.suppressions, (suppression) =>
    suppression.at !== undefined && gone.has(suppression.at) ? undefined : suppression,
  );
  if (suppressions === design.suppressions) return design;
  return suppressions.length === 0 ? without(design, 'suppressions') : { ...design, suppressions };
};
