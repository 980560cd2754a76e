import type { Connection, Node } from '../design.ts';
import type { ConnectionId, NodeId } from '../ids.ts';
import { findNode } from '../tree.ts';
import { changeConnections, changeNodes, type Edit, type Properties } from './edit.ts';
import { withProperties } from './properties.ts';

/** Gives a node another name; its id, and so its logical id, stays. */
export const rename =
  (id: NodeId, name: string): Edit =>
  (design) =>
    changeNodes(design, (node) =>
      node.id === id && node.name !== name ? { ...node, name } : node,
    );

/** Gives a connection another meaning. Its properties stay unless others are given. */
export const setConnectionType =
  (id: ConnectionId, type: string, properties?: Properties): Edit =>
  (design) =>
    changeConnections(design, (connection) => {
      if (connection.id !== id) return connection;
      const typed = connection.type === type ? connection : { ...connection, type };
      return properties === undefined ? typed : withProperties(typed, properties);
    });

/** Turns a connection round; the other direction has a type of its own. */
export const reverseConnection =
  (id: ConnectionId, type: string): Edit =>
  (design) =>
    changeConnections(design, (connection) => {
      if (connection.id !== id) return connection;
      if (connection.from === connection.to && connection.type === type) return connection;
      return { ...connection, type, from: connection.to, to: connection.from };
    });

/** Where a connection is to start or end, and what it then is. */
export type Retarget = { readonly from?: NodeId; readonly to?: NodeId; readonly type?: string };

/** Hangs one or both ends of a connection on other nodes; does nothing when one of them is missing. */
export const retargetConnection =
  (id: ConnectionId, { from, to, type }: Retarget): Edit =>
  (design) => {
    for (const end of [from, to]) {
      if (end !== undefined && findNode(design, end) === undefined) return design;
    }
    return changeConnections(design, (connection) => {
      if (connection.id !== id) return connection;
      const next = {
        from: from ?? connection.from,
        to: to ?? connection.to,
        type: type ?? connection.type,
      };
      const same =
        next.from === connection.from && next.to === connection.to && next.type === connection.type;
      return same ? connection : { ...connection, ...next };
    });
  };

/** How a node's settings and connections come over to its new kind. */
export type Replacement = {
  readonly properties: Properties | ((old: Properties) => Properties);
  /** What becomes of a connection of the node; undefined removes it. Without this, all stay as they are. */
  readonly connection?: (connection: Connection, replaced: Node) => Connection | undefined;
};

/** Makes a node one of another kind, at the same place with the same id and name. */
export const replaceKind =
  (id: NodeId, kind: string, { properties, connection: keep }: Replacement): Edit =>
  (design) => {
    if (findNode(design, id) === undefined) return design;
    const replaced = changeNodes(design, (node) => {
      if (node.id !== id) return node;
      const next = typeof properties === 'function' ? properties(node.properties) : properties;
      return withProperties(node.kind === kind ? node : { ...node, kind }, next);
    });
    const node = findNode(replaced, id);
    if (keep === undefined || node === undefined) return replaced;
    return changeConnections(replaced, (connection) =>
      connection.from === id || connection.to === id ? keep(connection, node) : connection,
    );
  };
