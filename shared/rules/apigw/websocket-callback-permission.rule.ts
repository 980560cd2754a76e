import { connect } from '../../model/edits/index.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { hasProperty, routesOf } from './routes.ts';

const push = 'lambda--websocket-api--push';

/** True when the function can keep something: in a table, a bucket, or whatever else it reaches over the network. */
const canStore = (graph: Graph, catalog: CatalogFacts, fn: Node): boolean =>
  graph.outgoing(fn).some((access) => {
    const mechanism = graph.mechanism(access);
    if (['network-access', 'cache', 'http-call'].includes(mechanism ?? '')) return true;
    return (
      mechanism === 'iam-data-access' &&
      hasProperty(catalog, access, 'access') &&
      graph.text(access, 'access') !== 'read'
    );
  });

const chat = [node('websocket-api', 'chat', { name: 'chat' }), node('lambda', 'worker')];
const route = connection('websocket-api--lambda', 'chat', 'worker', { routeKey: '$default' });
const back = connection(push, 'worker', 'chat');

export const apigwWebsocketCallbackPermission = defineRule({
  meta: {
    id: 'apigw/websocket-callback-permission',
    severity: 'warning',
    messages: {
      noPush:
        '{node}: no function can send messages to the clients; connect a function back to the API.',
      noStore:
        '{node}: no function can remember the ids of connections; give one a table to keep them in.',
    },
    explain:
      'Over a WebSocket the server speaks first by calling the @connections address of the API with the id of a connection. The function needs the permission execute-api:ManageConnections, and somebody has to remember the ids, usually a DynamoDB table with a time to live. Connections end after 2 hours, or 10 minutes without a message.',
    docs: {
      title: 'Use @connections commands in your backend service',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html',
    },
  },
  on: nodes('websocket-api'),
  check(api, graph, report, { catalog }) {
    const routes = routesOf(graph, api);
    const functions = graph.targets(api, { mechanism: 'api-integration', kind: 'lambda' });
    const first = functions[0];
    // Routes that answer by themselves need no call back.
    if (!first || routes.some((route) => graph.boolean(route, 'twoWay') !== false)) return;
    const senders = graph.sources(api, { type: push });
    if (senders.length === 0)
      report({
        message: 'noPush',
        data: { node: named(api) },
        fixes: [
          {
            title: `Let ${named(first)} send messages`,
            edit: connect({ type: push, from: first.id, to: api.id, properties: {} }),
          },
        ],
      });
    else if (![...functions, ...senders].some((fn) => canStore(graph, catalog, fn)))
      report({
        message: 'noStore',
        data: { node: named(api) },
        fixes: addNear(
          graph,
          catalog,
          'Add a table for the connections',
          first,
          {
            kind: 'dynamodb-table',
            name: `${api.name} connections`,
            properties: {
              partitionKey: { name: 'connectionId', type: 'S' },
              timeToLiveAttribute: 'expiresAt',
            },
          },
          (id) => [
            {
              type: 'lambda--dynamodb-table',
              from: first.id,
              to: id,
              properties: { access: 'readwrite' },
            },
          ],
        ),
      });
  },
  examples: {
    good: [
      {
        title: 'a function that keeps ids and sends',
        design: design(
          ...chat,
          node('dynamodb-table', 'connections'),
          route,
          back,
          connection('lambda--dynamodb-table', 'worker', 'connections'),
        ),
      },
      {
        title: 'answers set by a parameter',
        design: design(
          ...chat,
          connection('websocket-api--lambda', 'chat', 'worker', { twoWay: { Ref: 'Answers' } }),
        ),
      },
    ],
    bad: [
      { title: 'no way back', design: design(...chat, route), expect: ['noPush'] },
      { title: 'no memory', design: design(...chat, route, back), expect: ['noStore'] },
    ],
  },
});
