import { bareDomain } from '../../catalog/edge/zone.ts';
import type { Connection, Graph, Node } from '../../graph/graph.ts';

/** Connections that write records; a private zone's link to its VPC is none. */
export const recordsOf = (graph: Graph, zone: Node): readonly Connection[] =>
  graph
    .outgoing(zone, { mechanism: ['dns-alias', 'dns-record'] })
    .filter(({ type }) => type !== 'hosted-zone--vpc');

/** The record's full name as names are compared; undefined when it is not known. */
export const recordNameOf = (graph: Graph, connection: Connection): string | undefined => {
  const name = graph.text(connection, 'recordName');
  return name === undefined ? undefined : bareDomain(name);
};

/** True for an alias, which may stand at the apex; the other records are CNAMEs. */
export const isAlias = (graph: Graph, connection: Connection): boolean =>
  graph.mechanism(connection) === 'dns-alias';

/** The types of record that a connection writes, as far as they are known. */
export const typesOf = (graph: Graph, connection: Connection): readonly string[] =>
  isAlias(graph, connection)
    ? (graph.list(connection, 'recordTypes') ?? []).filter((type) => typeof type === 'string')
    : ['CNAME'];
