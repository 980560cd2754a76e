import type { Connection, Design, Node } from '../design.ts';
import { asConnectionId, asNodeId, type ConnectionId, type NodeId } from '../ids.ts';

/** A node id of a test. */
export const nodeId = (text: string): NodeId => asNodeId(text)!;
/** A connection id of a test. */
export const connectionId = (text: string): ConnectionId => asConnectionId(text)!;

/** A node of a test, at 0, 0 unless told otherwise. */
export const exampleNode = (id: string, more: Partial<Node> = {}): Node => ({
  id: nodeId(id),
  kind: 'lambda',
  name: id,
  position: { x: 0, y: 0 },
  properties: {},
  ...more,
});

/** A connection of a test. */
export const exampleConnection = (
  from: string,
  to: string,
  more: Partial<Connection> = {},
): Connection => ({
  id: connectionId(`${from}--${to}`),
  type: 'lambda--lambda',
  from: nodeId(from),
  to: nodeId(to),
  properties: {},
  ...more,
});

/** A design of a test. */
export const exampleDesign = (
  nodes: readonly Node[],
  connections: readonly Connection[] = [],
  more: Partial<Design> = {},
): Design => ({
  formatVersion: 1,
  name: 'Example',
  region: 'eu-west-1',
  nodes,
  connections,
  ...more,
});

/** A design of `count` nodes, ten to a group, with three connections for every two nodes. */
export const largeDesign = (count: number): Design => {
  const nodes = Array.from({ length: count }, (_, index): Node => {
    const container = index % 10 === 0;
    return exampleNode(`node-${index}`, {
      kind: container ? 'group' : 'lambda',
      name: `Node ${index}`,
      position: { x: (index % 40) * 200, y: Math.floor(index / 40) * 120 },
      ...(container
        ? { size: { width: 900, height: 400 } }
        : { parent: nodeId(`node-${index - (index % 10)}`) }),
      properties: {
        timeout: 30,
        memorySize: 512,
        runtime: 'nodejs24.x',
        environment: { TABLE: { Ref: 'Orders' }, LEVEL: 'info' },
      },
    });
  });
  const connections = Array.from({ length: Math.floor(count * 1.5) }, (_, index) =>
    exampleConnection(`node-${index % count}`, `node-${(index * 7 + 3) % count}`, {
      id: connectionId(`connection-${index}`),
      properties: { batchSize: 10, access: ['read', 'write'] },
    }),
  );
  return exampleDesign(nodes, connections);
};
