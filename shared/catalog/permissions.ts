import type { Connection, Graph, Node } from '../graph/graph.ts';
import { sortedBy } from '../lib/order.ts';
import { connectionOf, propertyOf } from './catalog.ts';
import type { ConnectionReader, StatementSide, StatementTemplate } from './connection.ts';
import type { PropertyReader } from './property.ts';
import { readerOf } from './reader.ts';

/** Who is allowed something. */
export type Principal =
  /** The role of a node. */
  | { readonly kind: 'node'; readonly id: string }
  /** An AWS service, by a resource-based policy or a role of its own. */
  | { readonly kind: 'service'; readonly name: string }
  /** Whoever calls with credentials of their own: a client, the deployer. Nothing is written for them. */
  | { readonly kind: 'caller'; readonly id: string };

/** Somebody may do something to something, because of a connection. */
export interface Permission {
  readonly principal: Principal;
  readonly actions: readonly string[];
  /** The resources for people: names of nodes in the place of their ARNs. */
  readonly resources: readonly string[];
  /** The connection that gives it. */
  readonly connection: string;
  readonly side: StatementSide;
  /** False when the user took permissions over, or when nobody's policy in this design holds it. */
  readonly emitted: boolean;
}

const callers: ReadonlySet<StatementSide> = new Set(['caller-identity', 'deployer']);

/** Who may do what in a design, by connection. Pure and in a fixed order. */
export const permissionsOf = (graph: Graph): readonly Permission[] =>
  sortedBy(graph.connections(), ({ id }) => id).flatMap((connection) =>
    permissionsOfConnection(graph, connection),
  );

/** What one connection lets somebody do. */
export const permissionsOfConnection = (
  graph: Graph,
  connection: Connection,
): readonly Permission[] => {
  const definition = connectionOf(connection.type);
  const source = graph.source(connection);
  const target = graph.target(connection);
  if (!definition || !source || !target) return [];
  const own = readerOf(graph, connection);
  const read: ConnectionReader = {
    connection: own,
    source: readerOf(graph, source),
    target: readerOf(graph, target),
  };
  const generated = own('permissions') === 'generated';
  return definition.statements
    .filter(
      ({ when, reachedBy }) =>
        (when?.(read) ?? true) &&
        (reachedBy === undefined || graph.incoming(target, { kind: reachedBy }).length > 0),
    )
    .map((statement) => ({
      principal: principalOf(statement, source, target),
      actions: statement.actions,
      resources: statement.resources.map((resource) => describe(resource, source, target, read)),
      connection: connection.id,
      side: statement.side,
      emitted: generated && !callers.has(statement.side),
    }));
};

const principalOf = (statement: StatementTemplate, source: Node, target: Node): Principal => {
  if (statement.side === 'target-role' || statement.side === 'target-trust')
    return { kind: 'node', id: target.id };
  if (callers.has(statement.side)) return { kind: 'caller', id: source.id };
  if (statement.principal !== undefined && statement.side !== 'source-role')
    return { kind: 'service', name: [statement.principal].flat().join(', ') };
  return { kind: 'node', id: source.id };
};

/** `{target.arn}/index/*` becomes `Orders/index/*`; what names a setting of an end, such as a stage, becomes its value. */
const describe = (template: string, source: Node, target: Node, read: ConnectionReader): string =>
  template.replaceAll(
    /\{(\w+)(?:\.(\w+))?\}/g,
    (whole, head: string, field: string | undefined) => {
      if (head === 'source') return settingOf(source, read.source, field) ?? source.name;
      if (head === 'target') return settingOf(target, read.target, field) ?? target.name;
      if (head === 'connection' && field !== undefined) {
        const value = read.connection(field);
        return value === undefined ? '*' : String(value);
      }
      return head === 'region' || head === 'account' || head === 'partition' ? head : whole;
    },
  );

/** The set name of a part, such as `stageName`; the thing's own name stands for its attributes. */
const settingOf = (
  node: Node,
  read: PropertyReader,
  field: string | undefined,
): string | undefined => {
  if (field === undefined || field === 'name' || !propertyOf(node.kind, field)) return undefined;
  const value = read(field);
  return typeof value === 'string' && value !== '' ? value : undefined;
};
