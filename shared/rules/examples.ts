import type { Json } from '../lib/json.ts';
import {
  type Connection,
  currentFormatVersion,
  type Design,
  type Node,
  type Suppression,
} from '../model/design.ts';
import type { ConnectionId, NodeId } from '../model/ids.ts';

/*
 * Words for writing small designs in one or two lines. Names are ids:
 *   design(node('lambda', 'worker', { timeout: 60 }), node('sqs-queue', 'orders'),
 *          connection('sqs-queue--lambda', 'orders', 'worker', { batchSize: 10 }))
 *   design(inside(node('vpc', 'net'), inside(node('subnet', 'private'), node('lambda', 'worker'))))
 */

type Properties = Readonly<Record<string, Json>>;
type Settings = Partial<Omit<Design, 'nodes' | 'connections' | 'formatVersion'>>;
interface NodeItem {
  readonly node: Node;
  readonly held: readonly NodeItem[];
}
interface ConnectionItem {
  readonly connection: {
    readonly id: ConnectionId | undefined;
    readonly type: string;
    readonly from: NodeId;
    readonly to: NodeId;
    readonly properties: Properties;
  };
}
interface SettingsItem {
  readonly settings: Settings;
}
export type ExampleItem = NodeItem | ConnectionItem | SettingsItem;

/** A node; its name is its id unless another id is given. */
export const node = (
  kind: string,
  name: string,
  properties: Properties = {},
  id = name,
): NodeItem => ({
  node: { id: id as NodeId, kind, name, position: { x: 0, y: 0 }, properties },
  held: [],
});

/** A container with what it holds. */
export const inside = (container: NodeItem, ...held: readonly NodeItem[]): NodeItem => ({
  node: container.node,
  held: [...container.held, ...held],
});

/** A connection of a type between two ids; gets an id of its own unless one is given. */
export const connection = (
  type: string,
  from: string,
  to: string,
  properties: Properties = {},
  id?: string,
): ConnectionItem => ({
  connection: {
    id: id as ConnectionId | undefined,
    type,
    from: from as NodeId,
    to: to as NodeId,
    properties,
  },
});

/** Region (eu-west-1 unless set), stage, limits and the like. */
export const settings = (values: Settings): SettingsItem => ({ settings: values });

/** Sets findings of a rule aside, everywhere or at one id. */
export const suppress = (rule: string, reason: string, at?: string): Suppression => ({
  rule,
  reason,
  ...(at !== undefined && { at }),
});

/** A design of the items. */
export const design = (...items: readonly ExampleItem[]): Design => {
  const nodes: Node[] = [];
  const connections: Connection[] = [];
  let values: Settings = {};
  const place = ({ node: own, held }: NodeItem, parent: NodeId | undefined): void => {
    nodes.push(parent === undefined ? own : { ...own, parent });
    for (const item of held) place(item, own.id);
  };
  for (const item of items) {
    if ('node' in item) place(item, undefined);
    else if ('settings' in item) values = { ...values, ...item.settings };
    else {
      const id = (item.connection.id ?? `c${connections.length + 1}`) as ConnectionId;
      connections.push({ ...item.connection, id });
    }
  }
  return {
    formatVersion: currentFormatVersion,
    name: 'Example',
    region: 'eu-west-1',
    ...values,
    nodes,
    connections,
  };
};
