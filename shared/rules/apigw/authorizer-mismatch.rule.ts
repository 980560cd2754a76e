import { connect, setProperty, unsetProperty } from '../../model/edits/index.ts';
import { connection, design, type ExampleItem, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Fix } from '../rule.ts';
import { named } from '../text.ts';
import { apiKinds, isConnect, routeLabel } from './routes.ts';

const withPool = (...more: readonly ExampleItem[]) =>
  design(
    node('rest-api', 'api', { name: 'api' }),
    node('cognito-user-pool', 'users'),
    node('lambda', 'worker'),
    ...more,
  );
const guarded = (authorizer: string | { Ref: string }) =>
  connection('rest-api--lambda', 'api', 'worker', { path: '/orders', authorizer });
const socket = (route: object) =>
  design(
    node('websocket-api', 'chat', { name: 'chat' }),
    node('lambda', 'worker'),
    connection('websocket-api--lambda', 'chat', 'worker', { ...route }),
  );

export const apigwAuthorizerMismatch = defineRule({
  meta: {
    id: 'apigw/authorizer-mismatch',
    severity: 'error',
    messages: {
      notConnected:
        '{api}: {route} names {authorizer} as its authorizer, but that is no authorizer of this API; connect it as one.',
      notConnect:
        '{api}: {route} asks for IAM, but a WebSocket API checks callers only at $connect; set it there.',
    },
    explain:
      'Each kind of API has its own authorizers. A REST API takes IAM, user pools and functions; an HTTP API takes IAM, JWT (which is how it uses a user pool) and functions; a WebSocket API takes IAM or a function, once, when the client connects. An authorizer belongs to its API, and routes name it.',
    docs: {
      title: 'Control and manage access to HTTP APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
    },
    overlaps: ['E3699', 'E3708'],
  },
  on: connections({ from: [...apiKinds], mechanism: 'api-integration' }),
  check({ connection: route, source: api }, graph, report, { catalog }) {
    const data = { api: named(api), route: routeLabel(graph, api, route) };
    if (api.kind === 'websocket-api') {
      if (graph.text(route, 'authorizationType') !== 'AWS_IAM') return;
      if (graph.text(route, 'routeKey') === undefined || isConnect(graph, route)) return;
      report({
        message: 'notConnect',
        property: 'authorizationType',
        data,
        fixes: [
          {
            title: 'Ask for nothing here',
            edit: setProperty(route.id, 'authorizationType', 'NONE'),
          },
        ],
      });
      return;
    }
    const id = graph.text(route, 'authorizer');
    if (id === undefined) return;
    const authorizer = graph.node(id);
    if (graph.targets(api, { mechanism: 'authorizer' }).some((node) => node.id === id)) return;
    const type =
      authorizer &&
      catalog.between(api.kind, authorizer.kind).find(({ mechanism }) => mechanism === 'authorizer')
        ?.id;
    const fixes: readonly Fix[] = [
      ...(authorizer && type !== undefined
        ? [
            {
              title: `Make ${named(authorizer)} an authorizer of ${named(api)}`,
              edit: connect({ type, from: api.id, to: authorizer.id, properties: {} }),
            },
          ]
        : []),
      { title: 'Name no authorizer', edit: unsetProperty(route.id, 'authorizer') },
    ];
    report({
      message: 'notConnected',
      property: 'authorizer',
      data: { ...data, authorizer: named(authorizer) },
      fixes,
    });
  },
  examples: {
    good: [
      {
        title: 'a user pool that is connected',
        design: withPool(
          connection('rest-api--cognito-user-pool', 'api', 'users'),
          guarded('users'),
        ),
      },
      { title: 'an authorizer set by a parameter', design: withPool(guarded({ Ref: 'Pool' })) },
      {
        title: 'IAM at $connect',
        design: socket({ routeKey: '$connect', authorizationType: 'AWS_IAM' }),
      },
    ],
    bad: [
      {
        title: 'a user pool that is not connected',
        design: withPool(guarded('users')),
        expect: ['notConnected'],
      },
      {
        title: 'IAM for messages',
        design: socket({ routeKey: 'send', authorizationType: 'AWS_IAM' }),
        expect: ['notConnect'],
      },
    ],
  },
});
