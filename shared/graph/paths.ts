import type { Connection, ConnectionFilter, Graph, Node } from './graph.ts';

/*
 * Walks over the graph. They ask the graph step by step, so what they see is tracked like any other
 * question; and each has a bound, because a drawing may be larger or more tangled than anyone meant.
 */

/** Which connections to follow. */
export type Follow = ConnectionFilter | ((connection: Connection) => boolean);

/** A way through the design: one node more than connections. */
export interface Path {
  readonly nodes: readonly Node[];
  readonly connections: readonly Connection[];
}

export interface ReachOptions {
  /** `outgoing` unless said otherwise. */
  readonly direction?: 'outgoing' | 'incoming';
  readonly follow?: Follow;
  /** Stop after so many nodes; 10,000 unless said otherwise. */
  readonly limit?: number;
}

const outgoingOf = (graph: Graph, node: Node, follow: Follow | undefined): readonly Connection[] =>
  typeof follow === 'function' ? graph.outgoing(node).filter(follow) : graph.outgoing(node, follow);
const incomingOf = (graph: Graph, node: Node, follow: Follow | undefined): readonly Connection[] =>
  typeof follow === 'function' ? graph.incoming(node).filter(follow) : graph.incoming(node, follow);

/** All nodes that can be reached from the node, nearest first, without the node itself. */
export const reachable = (
  graph: Graph,
  from: Node,
  options: ReachOptions = {},
): readonly Node[] => {
  const { direction = 'outgoing', follow, limit = 10_000 } = options;
  const seen = new Set([from.id]);
  const found: Node[] = [];
  for (
    let node: Node | undefined = from, next = 0;
    node && found.length < limit;
    node = found[next++]
  ) {
    const connections =
      direction === 'outgoing' ? outgoingOf(graph, node, follow) : incomingOf(graph, node, follow);
    for (const connection of connections) {
      const other = direction === 'outgoing' ? graph.target(connection) : graph.source(connection);
      if (!other || seen.has(other.id) || found.length >= limit) continue;
      seen.add(other.id);
      found.push(other);
    }
  }
  return found;
};

/** The ways from the node that take one connection of each step's mechanisms, in order; at most `limit`. */
export const chains = (
  graph: Graph,
  from: Node,
  steps: readonly (string | readonly string[])[],
  limit = 1000,
): readonly Path[] => {
  let ways: readonly Path[] = [{ nodes: [from], connections: [] }];
  for (const mechanism of steps) {
    const longer: Path[] = [];
    for (const { nodes, connections } of ways) {
      const end = nodes.at(-1);
      if (!end) continue;
      for (const connection of graph.outgoing(end, { mechanism })) {
        const target = graph.target(connection);
        if (!target || longer.length >= limit) continue;
        longer.push({ nodes: [...nodes, target], connections: [...connections, connection] });
      }
    }
    ways = longer;
  }
  return ways;
};

export interface WalkOptions {
  readonly follow: Follow;
  /** The longest path, in connections; 10 unless said otherwise. */
  readonly depth?: number;
  /** The most paths to look at; 1,000 unless said otherwise. */
  readonly limit?: number;
}

/**
 * Visits every path from the node along the connections to follow (the synchronous ones, to see who waits for
 * whom), each prefix before its continuations. A path enters no node twice. `visit` ends a path by giving false.
 */
export const walkPaths = (
  graph: Graph,
  from: Node,
  { follow, depth = 10, limit = 1000 }: WalkOptions,
  visit: (path: Path) => boolean | undefined,
): void => {
  let left = limit;
  const extend = (path: Path): void => {
    const end = path.nodes.at(-1);
    if (!end || path.connections.length >= depth) return;
    for (const connection of outgoingOf(graph, end, follow)) {
      const target = graph.target(connection);
      if (!target || path.nodes.some(({ id }) => id === target.id)) continue;
      if (left-- <= 0) return;
      const longer = {
        nodes: [...path.nodes, target],
        connections: [...path.connections, connection],
      };
      if (visit(longer) !== false) extend(longer);
    }
  };
  extend({ nodes: [from], connections: [] });
};
