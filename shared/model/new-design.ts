import { kebabCase } from '../lib/words.ts';
import { currentFormatVersion, type Design, designSchemaUrl } from './design.ts';
import { asConnectionId, asNodeId, type ConnectionId, type NodeId } from './ids.ts';
import { logicalIds, plainLogicalId } from './logical-id.ts';

/** An empty design. */
export const newDesign = ({
  name,
  region,
}: {
  readonly name: string;
  readonly region: string;
}): Design => ({
  $schema: designSchemaUrl(currentFormatVersion),
  formatVersion: currentFormatVersion,
  name,
  region,
  nodes: [],
  connections: [],
});

/** Gives ids that a person can read, each of them once. */
export type FreshIds = {
  /** `Order queue` gives `order-queue`, then `order-queue-2`. */
  readonly node: (wish: string) => NodeId;
  readonly connection: (from: string, to: string) => ConnectionId;
};

/**
 * A source of ids that the design does not use, as node or as connection, and whose logical ids collide
 * with none: so a new node never changes the logical id of another.
 */
export const freshIds = (design: Design): FreshIds => {
  const ids = new Set<string>([
    ...design.nodes.map((node) => node.id),
    ...design.connections.map((connection) => connection.id),
  ]);
  const logical = new Set<string>([...logicalIds(design).values()].map((id) => id.toLowerCase()));
  for (const node of design.nodes) logical.add(plainLogicalId(node.id).toLowerCase());
  const counts = new Map<string, number>();

  const fresh = (wish: string, stem: string, free: (id: string) => boolean): string => {
    if (free(wish)) return wish;
    for (let count = counts.get(stem) ?? 2; ; count += 1) {
      const id = `${stem}-${count}`;
      if (!free(id)) continue;
      counts.set(stem, count + 1);
      return id;
    }
  };

  return {
    node: (wish) => {
      const words = kebabCase(wish).slice(0, 100).replace(/-$/, '');
      const start = /^[a-z]/.test(words) ? words : words === '' ? 'node' : `node-${words}`;
      const id = fresh(start, start.replace(/-\d+$/, ''), (text) => {
        return !ids.has(text) && !logical.has(plainLogicalId(text).toLowerCase());
      });
      ids.add(id);
      logical.add(plainLogicalId(id).toLowerCase());
      return sure(asNodeId(id));
    },
    connection: (from, to) => {
      const stem = `${shortened(from)}--${shortened(to)}`;
      const id = fresh(stem, stem, (text) => !ids.has(text));
      ids.add(id);
      return sure(asConnectionId(id));
    },
  };
};

/** Two ends and a number must fit into one id; half a character must not remain at the cut. */
const shortened = (id: string): string => id.slice(0, 56).replace(/[\ud800-\udbff]$/, '');

const sure = <Id>(id: Id | undefined): Id => {
  if (id === undefined) throw new Error('A fresh id has an alphabet of its own.');
  return id;
};

/** A new node's id, made from the words of a wish such as the node's name. */
export const freshNodeId = (design: Design, wish: string): NodeId => freshIds(design).node(wish);

/** A new connection's id, made from the ids of its ends. */
export const freshConnectionId = (design: Design, from: string, to: string): ConnectionId =>
  freshIds(design).connection(from, to);
