import { isJson } from '../../lib/json-value.ts';
import { type Connection, maxValueDepth, type Node, type Position, type Size } from '../design.ts';
import type { ConnectionId, NodeId } from '../ids.ts';
import { freshConnectionId } from '../new-design.ts';
import { findNode } from '../tree.ts';
import { type Edit, isFree, type Properties, wholePosition, wholeSize } from './edit.ts';

/** A node to add. */
export type NewNode = {
  readonly id: NodeId;
  readonly kind: string;
  readonly name: string;
  /** Relative to the parent. */
  readonly position: Position;
  readonly parent?: NodeId;
  readonly properties?: Properties;
  readonly size?: Size;
};

/** A connection to add; without an id it gets one from the ids of its ends. */
export type NewConnection = {
  readonly id?: ConnectionId;
  readonly type: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly properties?: Properties;
};

const canHold = (properties: Properties | undefined): boolean =>
  Object.values(properties ?? {}).every((value) => isJson(value, maxValueDepth));

/** Adds a node; does nothing when its id is taken or its parent is missing. */
export const addNode =
  ({ id, kind, name, position, parent, properties, size }: NewNode): Edit =>
  (design) => {
    const place = wholePosition(position);
    const extent = size === undefined ? undefined : wholeSize(size);
    if (place === undefined || !isFree(design, id) || !canHold(properties)) return design;
    if (parent !== undefined && findNode(design, parent) === undefined) return design;
    const node: Node = {
      id,
      kind,
      name,
      ...(parent === undefined ? {} : { parent }),
      position: place,
      ...(extent === undefined ? {} : { size: extent }),
      properties: { ...properties },
    };
    return { ...design, nodes: [...design.nodes, node] };
  };

/** Adds a connection; does nothing when its id is taken or one of its ends is missing. */
export const connect =
  ({ id, type, from, to, properties }: NewConnection): Edit =>
  (design) => {
    if (findNode(design, from) === undefined || findNode(design, to) === undefined) return design;
    if ((id !== undefined && !isFree(design, id)) || !canHold(properties)) return design;
    const connection: Connection = {
      id: id ?? freshConnectionId(design, from, to),
      type,
      from,
      to,
      properties: { ...properties },
    };
    return { ...design, connections: [...design.connections, connection] };
  };
