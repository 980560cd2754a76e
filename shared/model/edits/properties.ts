import type { Json } from '../../lib/json.ts';
import { isJson, sameJson } from '../../lib/json-value.ts';
import { type Connection, type Design, maxValueDepth, type Node } from '../design.ts';
import type { ConnectionId, NodeId } from '../ids.ts';
import { changeConnections, changeNodes, type Edit, type Properties, without } from './edit.ts';

/** Gives the owner with changed properties; the same owner when they are the same object. */
export const withProperties = <T extends Node | Connection>(owner: T, properties: Properties): T =>
  properties === owner.properties ? owner : { ...owner, properties };

const changeOwner = (
  design: Design,
  id: NodeId | ConnectionId,
  change: (properties: Properties) => Properties,
): Design => {
  const ofNodes = changeNodes(design, (node) =>
    node.id === id ? withProperties(node, change(node.properties)) : node,
  );
  return changeConnections(ofNodes, (connection) =>
    connection.id === id ? withProperties(connection, change(connection.properties)) : connection,
  );
};

/** Sets a property of a node or connection. A value that JSON cannot hold (NaN) is not set. */
export const setProperty =
  (id: NodeId | ConnectionId, name: string, value: Json): Edit =>
  (design) => {
    if (!isJson(value, maxValueDepth)) return design;
    return changeOwner(design, id, (properties) =>
      Object.hasOwn(properties, name) && sameJson(properties[name], value)
        ? properties
        : { ...properties, [name]: value },
    );
  };

/** Removes a property of a node or connection, so that the default of its kind counts again. */
export const unsetProperty =
  (id: NodeId | ConnectionId, name: string): Edit =>
  (design) =>
    changeOwner(design, id, (properties) => without(properties, name));
