import type { StatementSide } from '../../../../shared/catalog/connection.ts';
import { principalText } from '../../../../shared/catalog/permission-text.ts';
import {
  type Permission,
  permissionsOfConnection,
} from '../../../../shared/catalog/permissions.ts';
import type { Connection, Graph, Node } from '../../../../shared/graph/graph.ts';
import { wordsOf } from '../../../../shared/lib/words.ts';

/** One thing that is allowed. */
export interface ActionLine {
  /** As policies write it: `sqs:ReceiveMessage`. */
  readonly action: string;
  /** In words: `receive message`. */
  readonly words: string;
}

/** What somebody may do to something because of one connection. */
export interface PermissionRow {
  readonly key: string;
  readonly who: string;
  readonly actions: readonly ActionLine[];
  readonly resources: readonly string[];
  readonly connection: Connection;
  /** Where it is written down, or why it is not. */
  readonly where: string;
  readonly isWritten: boolean;
}

/** What a node may do, and what others may do because of its connections. */
export interface NodePermissions {
  readonly own: readonly PermissionRow[];
  readonly others: readonly PermissionRow[];
}

/** Where a statement of each side belongs; `{source}` and `{target}` are the names of the connection's ends. */
const places: Readonly<Record<StatementSide, string>> = {
  'source-role': 'in the role of {source}',
  'target-role': 'in the role of {target}',
  'target-policy': 'in the resource policy of {target}',
  'source-policy': 'in the resource policy of {source}',
  'service-role': 'in a role that the service assumes',
  'consumer-role': 'in the role of the function that reads',
  'caller-identity': 'in the caller’s own policy, which is not part of the design',
  'source-trust': 'in the trust policy of {source}',
  'target-trust': 'in the trust policy of {target}',
  'service-linked': 'in a role that AWS keeps for the service',
  deployer: 'in the policy of whoever deploys',
};

/** An action in words: `dynamodb:BatchGetItem` gives `batch get item`; `*` stands for everything. */
export const actionWords = (action: string): string => {
  const [service = '', name = ''] = action.split(':');
  if (name === '' || name === '*')
    return service === '*' ? 'everything' : `everything of ${service}`;
  const isOpen = name.endsWith('*');
  const words = wordsOf(name)
    .map((word) => (word === word.toUpperCase() && word.length > 1 ? word : word.toLowerCase()))
    .join(' ');
  return isOpen ? `${words} …` : words;
};

/** What one connection allows. */
export const permissionRows = (graph: Graph, connection: Connection): readonly PermissionRow[] =>
  permissionsOfConnection(graph, connection).map((permission, index) => ({
    key: `${connection.id} ${index}`,
    who: principalText(graph, permission),
    actions: permission.actions.map((action) => ({ action, words: actionWords(action) })),
    resources: permission.resources,
    connection,
    where: whereText(graph, connection, permission),
    isWritten: permission.emitted,
  }));

const whereText = (graph: Graph, connection: Connection, permission: Permission): string => {
  const { side, emitted } = permission;
  const names: Readonly<Record<string, string>> = {
    source: graph.source(connection)?.name ?? connection.from,
    target: graph.target(connection)?.name ?? connection.to,
  };
  const place = places[side].replace(/\{(\w+)\}/g, (whole, end: string) => names[end] ?? whole);
  return emitted || side === 'caller-identity' || side === 'deployer'
    ? place
    : `not written by Isobar: belongs ${place}`;
};

/** What the connections of a node allow, sorted by whether it is the node itself that may. */
export const nodePermissions = (graph: Graph, node: Node): NodePermissions => {
  const own: PermissionRow[] = [];
  const others: PermissionRow[] = [];
  for (const connection of [...graph.outgoing(node), ...graph.incoming(node)]) {
    if (
      connection.from === connection.to &&
      others.concat(own).some((row) => row.connection.id === connection.id)
    )
      continue;
    const permissions = permissionsOfConnection(graph, connection);
    permissionRows(graph, connection).forEach((row, index) => {
      const principal = permissions[index]?.principal;
      const isOwn =
        principal !== undefined && principal.kind !== 'service' && principal.id === node.id;
      (isOwn ? own : others).push(row);
    });
  }
  return { own, others };
};
