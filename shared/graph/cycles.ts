import { compareText } from '../lib/order.ts';
import type { Connection, Graph, Node } from './graph.ts';

/** Nodes that all reach one another, with the connections between them. */
export interface Cycle {
  readonly nodes: readonly Node[];
  readonly connections: readonly Connection[];
}

interface Mark {
  readonly id: string;
  readonly order: number;
  low: number;
  open: boolean;
  readonly outgoing: readonly Connection[];
  next: number;
}

/**
 * The circles in the design: the strongly connected components of the connections that pass the filter
 * (Tarjan's algorithm without recursion, so that a chain of any length is fine). A node with a connection to
 * itself is a circle too. Nodes and connections come sorted by id, circles by their first node.
 */
export const cycles = (
  graph: Graph,
  follow: (connection: Connection) => boolean,
): readonly Cycle[] => {
  const outgoing = new Map<string, Connection[]>();
  for (const connection of graph.connections()) {
    if (!follow(connection)) continue;
    const list = outgoing.get(connection.from);
    if (list) list.push(connection);
    else outgoing.set(connection.from, [connection]);
  }
  const found: Cycle[] = [];
  const missing = new Set<string>();
  const marks = new Map<string, Mark>();
  const path: Mark[] = [];
  for (const start of outgoing.keys()) {
    if (marks.has(start)) continue;
    const work: Mark[] = [markOf(start, marks, path, outgoing)];
    for (let mark = work.at(-1); mark; mark = work.at(-1)) {
      const connection = mark.outgoing[mark.next++];
      if (connection) {
        const target = marks.get(connection.to);
        if (!target) work.push(markOf(connection.to, marks, path, outgoing));
        else if (target.open) mark.low = Math.min(mark.low, target.order);
        continue;
      }
      work.pop();
      const above = work.at(-1);
      if (above) above.low = Math.min(above.low, mark.low);
      if (mark.low === mark.order) found.push(...close(graph, mark, path, missing));
    }
  }
  // A circle through an end that is not there is none; what is left of it may hold smaller ones.
  if (missing.size > 0)
    return cycles(
      graph,
      (connection) =>
        !missing.has(connection.from) && !missing.has(connection.to) && follow(connection),
    );
  return found.sort((a, b) => compareText(a.nodes[0]?.id ?? '', b.nodes[0]?.id ?? ''));
};

const markOf = (
  id: string,
  marks: Map<string, Mark>,
  path: Mark[],
  outgoing: ReadonlyMap<string, readonly Connection[]>,
): Mark => {
  const order = marks.size;
  const mark: Mark = {
    id,
    order,
    low: order,
    open: true,
    outgoing: outgoing.get(id) ?? [],
    next: 0,
  };
  marks.set(id, mark);
  path.push(mark);
  return mark;
};

/** Takes a finished component from the path; gives it when it is a circle, notes ids that no node has. */
const close = (graph: Graph, root: Mark, path: Mark[], missing: Set<string>): readonly Cycle[] => {
  const members = path.splice(path.lastIndexOf(root));
  for (const member of members) member.open = false;
  const ids = new Set(members.map(({ id }) => id));
  const connections = members
    .flatMap(({ outgoing }) => outgoing.filter(({ to }) => ids.has(to)))
    .sort((a, b) => compareText(a.id, b.id));
  if (connections.length === 0) return [];
  const nodes: Node[] = [];
  for (const id of [...ids].sort()) {
    const node = graph.node(id);
    if (node) nodes.push(node);
    else missing.add(id);
  }
  return [{ nodes, connections }];
};
