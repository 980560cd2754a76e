import type { Connection, Graph, Node } from './graph.ts';

/*
 * The whole design as numbers, for questions that only a look at all of it answers. It reads two lists of the graph
 * and so has two dependencies, whatever its size.
 */

/** Nodes and the connections that carry something, by their places in `nodes`. */
export interface Flow {
  readonly nodes: readonly Node[];
  /** Places of the nodes that each node leads to; one for each connection. */
  readonly targets: readonly (readonly number[])[];
  /** How many connections lead to each node, also from a node that is missing. */
  readonly incoming: readonly number[];
  /** Places of nodes that a connection leads to from a node that is missing: nobody knows what starts them. */
  readonly fromNowhere: readonly number[];
  /** The place of a node id; undefined when there is no such node. */
  placeOf(id: string): number | undefined;
}

/** The flow over the connections that `carries` lets pass. */
export const flowOf = (graph: Graph, carries: (connection: Connection) => boolean): Flow => {
  const nodes = graph.nodes();
  const places = new Map<string, number>();
  for (const [place, { id }] of nodes.entries()) places.set(id, place);
  const targets = nodes.map((): number[] => []);
  const incoming = nodes.map(() => 0);
  const fromNowhere: number[] = [];
  for (const connection of graph.connections()) {
    const to = places.get(connection.to);
    if (to === undefined || !carries(connection)) continue;
    incoming[to] = (incoming[to] ?? 0) + 1;
    const from = places.get(connection.from);
    if (from === undefined) fromNowhere.push(to);
    else targets[from]?.push(to);
  }
  return { nodes, targets, incoming, fromNowhere, placeOf: (id) => places.get(id) };
};

/**
 * What the starts lead to, themselves included: for each node the start that leads to it, or -1. Of several starts
 * the nearest counts. `into` goes on from an earlier answer: what that has reached is not entered again.
 */
export const spread = (
  { nodes, targets }: Flow,
  starts: Iterable<number>,
  into: number[] = nodes.map(() => -1),
): number[] => {
  const queue: number[] = [];
  for (const start of starts) {
    if (into[start] !== -1) continue;
    into[start] = start;
    queue.push(start);
  }
  for (let next = 0; next < queue.length; next++) {
    const place = queue[next] ?? 0;
    for (const target of targets[place] ?? []) {
      if (into[target] !== -1) continue;
      into[target] = into[place] ?? -1;
      queue.push(target);
    }
  }
  return into;
};

/**
 * The immediate dominator of each node: the last node that every way from the starts to it passes. -1 for a start,
 * for what several starts lead to on separate ways, and for what none reaches. After Cooper, Harvey and Kennedy,
 * "A Simple, Fast Dominance Algorithm": two or three rounds over the connections, for drawings as people make them.
 */
export const dominators = (flow: Flow, starts: Iterable<number>): readonly number[] => {
  const order = postOrder(flow, starts);
  const rank = flow.nodes.map(() => -1);
  for (const [at, place] of order.entries()) rank[place] = at;
  const root = order.length;
  // By rank; the root is a node before all starts.
  const sources: number[][] = order.map(() => []);
  for (const start of starts) sources[rank[start] ?? root]?.push(root);
  for (const [at, place] of order.entries())
    for (const target of flow.targets[place] ?? []) sources[rank[target] ?? root]?.push(at);
  const above: number[] = order.map(() => -1);
  above.push(root);
  const common = (one: number, other: number): number => {
    let [a, b] = [one, other];
    while (a !== b) {
      while (a < b) a = above[a] ?? root;
      while (b < a) b = above[b] ?? root;
    }
    return a;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (let at = root - 1; at >= 0; at--) {
      let found = -1;
      for (const source of sources[at] ?? [])
        if (above[source] !== -1) found = found === -1 ? source : common(source, found);
      if (above[at] === found) continue;
      above[at] = found;
      changed = true;
    }
  }
  const answer = flow.nodes.map(() => -1);
  for (const [at, place] of order.entries()) answer[place] = order[above[at] ?? root] ?? -1;
  return answer;
};

/** The nodes that the starts lead to, each after all that it leads to (circles aside). */
const postOrder = ({ nodes, targets }: Flow, starts: Iterable<number>): readonly number[] => {
  const order: number[] = [];
  // How many targets of a node have been looked at; -1 before it is entered.
  const next = nodes.map(() => -1);
  for (const start of starts) {
    if (next[start] !== -1) continue;
    const path = [start];
    next[start] = 0;
    for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
      const at = next[place] ?? 0;
      const target = targets[place]?.[at];
      next[place] = at + 1;
      if (target === undefined) {
        order.push(place);
        path.pop();
      } else if (next[target] === -1) {
        next[target] = 0;
        path.push(target);
      }
    }
  }
  return order;
};
