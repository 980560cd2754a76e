import { connectionOf, connectionsBetween, propertiesOf } from '../catalog/catalog.ts';
import type { ConnectionDefinition } from '../catalog/connection.ts';
import type { Connection, Design, Node } from '../model/design.ts';
import {
  connect,
  type Edit,
  type Properties,
  retargetConnection,
  reverseConnection,
  setConnectionType,
} from '../model/edits/index.ts';
import type { ConnectionId, NodeId } from '../model/ids.ts';
import { freshConnectionId } from '../model/new-design.ts';
import { findNode } from '../model/tree.ts';
import type { PairWay } from './pair.ts';
import { settingsFor } from './settings.ts';
import { switchFor, withSwitch } from './switches.ts';
import { nodeWords, quoted } from './words.ts';

/*
 * What gestures on connections do to a design.
 */

/** A connection to make: what it is called in the list of steps, the edit, and the id that it gets. */
export interface NewWay {
  readonly id: ConnectionId;
  readonly label: string;
  readonly edit: Edit;
  /** What else it does, for people: something was switched on. */
  readonly told: string | undefined;
}

/** The two ends of a way, in its own direction. */
const endsOf = (
  { isReversed }: Pick<PairWay, 'isReversed'>,
  source: Node,
  target: Node,
): readonly [Node, Node] => (isReversed ? [target, source] : [source, target]);

/** Makes a connection, with settings that nobody has yet. */
export const makeWay = (design: Design, way: PairWay, source: Node, target: Node): NewWay => {
  const [from, to] = endsOf(way, source, target);
  const id = freshConnectionId(design, from.id, to.id);
  const { definition } = way;
  const on = switchFor(definition, from, to);
  return {
    id,
    label: `Connect ${quoted(from.name)} to ${quoted(to.name)}`,
    edit: withSwitch(
      (before) =>
        connect({
          id,
          type: definition.id,
          from: from.id,
          to: to.id,
          properties: settingsFor(before, definition, from, to),
        })(before),
      on,
    ),
    told: on?.told,
  };
};

/** Makes a node by an edit of others, and connects it with one that is there: one step. */
export const addAndConnect =
  (add: Edit, added: NodeId, way: PairWay, other: NodeId): Edit =>
  (design) => {
    const after = add(design);
    const [node, target] = [findNode(after, other), findNode(after, added)];
    if (after === design || !node || !target) return design;
    return makeWay(after, way, node, target).edit(after);
  };

/** What hanging an end of a connection on another node does. */
export type Reconnection =
  | {
      readonly kind: 'possible';
      readonly type: string;
      readonly isTypeKept: boolean;
      readonly edit: Edit;
    }
  | { readonly kind: 'refused'; readonly source: Node; readonly target: Node };

/**
 * Settings that the new type has too, and those that nobody knows. Those of the old type alone would say something
 * wrong.
 */
const keptProperties = (
  { type, properties }: Connection,
  next: ConnectionDefinition,
): Properties => {
  const [before, after] = [propertiesOf(type) ?? {}, propertiesOf(next.id) ?? {}];
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name]) => Object.hasOwn(after, name) || !Object.hasOwn(before, name),
    ),
  );
};

const isLine = ({ gesture }: ConnectionDefinition): boolean => gesture !== 'nesting';

/** Hangs one end of a connection on another node. Its type stays if it fits, else it becomes the usual one. */
export const reconnect = (
  design: Design,
  connection: Connection,
  end: 'from' | 'to',
  node: Node,
): Reconnection | undefined => {
  const other = findNode(design, end === 'from' ? connection.to : connection.from);
  if (!other || connection[end] === node.id || other.id === node.id) return undefined;
  const [source, target] = end === 'from' ? [node, other] : [other, node];
  const rows = connectionsBetween(source.kind, target.kind).filter(isLine);
  const variant = connectionOf(connection.type)?.variant;
  const row =
    rows.find(({ id }) => id === connection.type) ??
    rows.find((each) => variant !== undefined && each.variant === variant) ??
    rows[0];
  if (!row) return { kind: 'refused', source, target };
  const isTypeKept = row.id === connection.type;
  const { id } = connection;
  const move = withSwitch(
    retargetConnection(id, { [end]: node.id, type: row.id }),
    switchFor(row, source, target),
  );
  return {
    kind: 'possible',
    type: row.id,
    isTypeKept,
    edit: isTypeKept
      ? move
      : (before) => retyped(move(before), id, row, keptProperties(connection, row)),
  };
};

/** Gives a connection another type with settings that nobody else has; its own are kept where the type has them. */
const retyped = (
  design: Design,
  id: ConnectionId,
  row: ConnectionDefinition,
  kept: Properties,
): Design => {
  const connection = design.connections.find((each) => each.id === id);
  const source = connection && findNode(design, connection.from);
  const target = connection && findNode(design, connection.to);
  if (!source || !target) return design;
  const settings = settingsFor(design, row, source, target, id);
  return withSwitch(
    setConnectionType(id, row.id, { ...settings, ...kept }),
    switchFor(row, source, target),
  )(design);
};

/** The other meanings that a connection between these two could have, its own among them. */
export const meaningsOf = (
  design: Design,
  connection: Connection,
): readonly ConnectionDefinition[] => {
  const [from, to] = [findNode(design, connection.from), findNode(design, connection.to)];
  return from && to ? connectionsBetween(from.kind, to.kind).filter(isLine) : [];
};

/** Gives a connection another meaning. */
export const changeMeaning =
  (id: ConnectionId, row: ConnectionDefinition): Edit =>
  (design) => {
    const connection = design.connections.find((each) => each.id === id);
    if (!connection || connection.type === row.id) return design;
    return retyped(design, id, row, keptProperties(connection, row));
  };

/** The types that a connection could have if it were turned round, the usual one first. */
export const turnsOf = (
  design: Design,
  connection: Connection,
): readonly ConnectionDefinition[] => {
  const [from, to] = [findNode(design, connection.from), findNode(design, connection.to)];
  return from && to && from.id !== to.id
    ? connectionsBetween(to.kind, from.kind).filter(isLine)
    : [];
};

/** Turns a connection round; its settings are those of the other direction's type. */
export const turn =
  (id: ConnectionId, row: ConnectionDefinition): Edit =>
  (design) => {
    const connection = design.connections.find((each) => each.id === id);
    if (!connection) return design;
    const kept = keptProperties(connection, row);
    return retyped(reverseConnection(id, row.id)(design), id, row, kept);
  };

/** What the step is called in which a connection changes. */
export const connectionWords = (design: Design, { from, to }: Connection): string => {
  const [source, target] = [findNode(design, from), findNode(design, to)];
  return source && target ? `${nodeWords(source)} to ${nodeWords(target)}` : 'a connection';
};
