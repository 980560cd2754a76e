import { connection, design, node } from '../examples.ts';
import { addNear, removeConnection } from '../fixes.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { apiKinds, routeLabel, routesOf } from './routes.ts';

/** What two routes of one API must not share: names of path parameters do not tell them apart. */
const routeKey = (graph: Graph, api: Node, route: Connection): string | undefined => {
  if (api.kind === 'websocket-api') return graph.text(route, 'routeKey');
  const method = graph.text(route, 'method');
  const path = graph.text(route, 'path');
  if (method === undefined || path === undefined) return undefined;
  if (path === '$default') return path;
  return `${method} ${path.replace(/\{[^}+]*(\+?)\}/g, '{$1}').replace(/(.)\/+$/, '$1')}`;
};

const api = (...routes: readonly object[]) =>
  design(
    node('rest-api', 'api', { name: 'api' }),
    ...routes.flatMap((route, at) => [
      node('lambda', `worker-${at}`),
      connection('rest-api--lambda', 'api', `worker-${at}`, { ...route }),
    ]),
  );

export const apigwRouteWithoutIntegration = defineRule({
  meta: {
    id: 'apigw/route-without-integration',
    severity: 'error',
    messages: {
      none: '{node} has no route to anything; connect it to a function or another target.',
      twice:
        '{node}: the route {route} leads to two targets; change the method or path of one, or delete it.',
    },
    explain:
      'Each route of an API sends its requests to one target. API Gateway refuses to deploy a REST API without a method, and it cannot keep two routes with the same method and path. The name of a path parameter makes no difference: /orders/{id} and /orders/{order} are the same path.',
    docs: {
      title: 'Set up API integrations',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-integration-settings.html',
    },
    overlaps: ['E3660'],
  },
  on: nodes(...apiKinds),
  check(api, graph, report, { catalog }) {
    const routes = routesOf(graph, api);
    if (routes.length === 0) {
      if (api.kind === 'http-api') return;
      const properties =
        api.kind === 'rest-api' ? { path: '/{proxy+}', method: 'ANY' } : { routeKey: '$default' };
      report({
        message: 'none',
        data: { node: named(api) },
        fixes: addNear(
          graph,
          catalog,
          'Add a function behind it',
          api,
          { kind: 'lambda', name: `${api.name} function` },
          (id) => [{ type: `${api.kind}--lambda`, from: api.id, to: id, properties }],
        ),
      });
      return;
    }
    const seen = new Set<string>();
    for (const route of routes) {
      const key = routeKey(graph, api, route);
      if (key === undefined) continue;
      if (seen.has(key))
        report({
          message: 'twice',
          at: route,
          property: api.kind === 'websocket-api' ? 'routeKey' : 'path',
          data: { node: named(api), route: routeLabel(graph, api, route) },
          fixes: [removeConnection(catalog, route, 'Remove this route')],
        });
      seen.add(key);
    }
  },
  examples: {
    good: [
      {
        title: 'two methods of a path',
        design: api({ path: '/orders', method: 'GET' }, { path: '/orders', method: 'POST' }),
      },
      {
        title: 'a path set by a parameter',
        design: api({ path: { Ref: 'Path' } }, { path: { Ref: 'Path' } }),
      },
    ],
    bad: [
      { title: 'no route', design: api(), expect: ['none'] },
      {
        title: 'a WebSocket API without a route',
        design: design(node('websocket-api', 'chat', { name: 'chat' })),
        expect: ['none'],
      },
      {
        title: 'the same path with other names',
        design: api(
          { path: '/files/{path+}', method: 'GET' },
          { path: '/files/{file+}/', method: 'GET' },
        ),
        expect: ['twice'],
      },
    ],
  },
});
