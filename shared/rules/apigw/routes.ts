import type { Connection, Graph, Node } from '../../graph/graph.ts';
import type { CatalogFacts } from '../catalog-facts.ts';

/** The kinds of APIs that API Gateway has. */
export const apiKinds = ['rest-api', 'http-api', 'websocket-api'] as const;

/** Connections that are routes of an API. */
export const routesOf = (graph: Graph, api: Node): readonly Connection[] =>
  graph.outgoing(api, { mechanism: 'api-integration' });

/** Connections that make a function or a user pool an authorizer of an API. */
export const authorizersOf = (graph: Graph, api: Node): readonly Connection[] =>
  graph.outgoing(api, { mechanism: 'authorizer' });

/** The route in a word or two, as messages show it: `GET /orders`, `$connect`. */
export const routeLabel = (graph: Graph, api: Node, route: Connection): string =>
  api.kind === 'websocket-api'
    ? (graph.text(route, 'routeKey') ?? 'a route')
    : `${graph.text(route, 'method') ?? 'a method'} ${graph.text(route, 'path') ?? 'of a path'}`;

/** True for the route that API Gateway calls when a client connects: the only one of its API that can be guarded. */
export const isConnect = (graph: Graph, route: Connection): boolean =>
  graph.text(route, 'routeKey') === '$connect';

/** True when nobody checks the callers of a route; undefined when that is not known. */
export const isUnguarded = (graph: Graph, api: Node, route: Connection): boolean | undefined => {
  if (api.kind === 'websocket-api') {
    if (authorizersOf(graph, api).length > 0) return false;
  } else if (graph.isSet(route, 'authorizer')) return false;
  const type = graph.text(route, 'authorizationType');
  return type === undefined ? undefined : type === 'NONE';
};

/** True when connections of this type have the property at all. */
export const hasProperty = (
  catalog: CatalogFacts,
  connection: Connection,
  property: string,
): boolean => Object.hasOwn(catalog.properties(connection.type) ?? {}, property);
