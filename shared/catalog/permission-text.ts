import type { Graph } from '../graph/graph.ts';
import type { Permission } from './permissions.ts';

/** Who is allowed something, for people: a node's name, a service's, or whoever calls. */
export const principalText = (graph: Graph, { principal }: Permission): string => {
  const nameOf = (id: string): string => graph.node(id)?.name ?? id;
  switch (principal.kind) {
    case 'node':
      return nameOf(principal.id);
    case 'service':
      return principal.name;
    case 'caller':
      return `whoever calls as ${nameOf(principal.id)}`;
  }
};

/** The connection that a permission is there for, by the names of its ends. */
export const reasonText = (graph: Graph, { connection: id }: Permission): string => {
  const connection = graph.connection(id);
  if (!connection) return id;
  const [from, to] = [graph.source(connection)?.name, graph.target(connection)?.name];
  return `${from ?? connection.from} → ${to ?? connection.to}`;
};
