import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { apiKinds, authorizersOf, isConnect, isUnguarded, routeLabel, routesOf } from './routes.ts';

/** Ways to guard a route, or to say that it is open on purpose. */
const guards = (graph: Graph, api: Node, route: Connection): readonly Fix[] => {
  const authorizer = graph.targets(api, { mechanism: 'authorizer' })[0];
  return [
    ...(authorizer && api.kind !== 'websocket-api'
      ? [
          {
            title: `Let ${named(authorizer)} check the callers`,
            edit: setProperty(route.id, 'authorizer', authorizer.id),
          },
        ]
      : []),
    {
      title: 'Ask for AWS credentials (AWS_IAM)',
      edit: setProperty(route.id, 'authorizationType', 'AWS_IAM'),
    },
    { title: 'The route is open on purpose', edit: setProperty(route.id, 'public', true) },
  ];
};

/** True when the API is open to the internet and nothing but its routes checks the callers. */
const isOpen = (graph: Graph, api: Node): boolean => {
  if (api.kind !== 'rest-api') return true;
  const type = graph.text(api, 'endpointType');
  return type !== undefined && type !== 'PRIVATE' && !graph.isSet(api, 'resourcePolicy');
};

const api = (route: object, kind = 'http-api', properties: object = {}) =>
  design(
    node(kind, 'api', { name: 'api', ...properties }),
    node('lambda', 'worker'),
    connection(`${kind}--lambda`, 'api', 'worker', { ...route }),
  );

export const apigwNoAuthorization = defineRule({
  meta: {
    id: 'apigw/no-authorization',
    severity: 'warning',
    messages: {
      open: '{api}: {route} is open to the whole internet; add a user pool, an authorizer or IAM, or say that it is public on purpose.',
      openSocket:
        '{api} has no $connect route, so anybody can open a connection; add one with an authorizer or IAM.',
    },
    explain:
      'API Gateway does not check callers unless you ask it to. IAM fits callers with AWS credentials, a user pool or JWT the users of an app, and a Lambda authorizer any other token. A WebSocket API checks once, at $connect. Anybody can call an open route, and you pay for it.',
    docs: {
      title: 'Control and manage access to REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    },
    yieldsTo: ['apigw/api-key-is-not-auth'],
    overlaps: ['AwsSolutions-APIG4', 'AwsSolutions-COG4', 'CKV_AWS_59', 'CKV_AWS_309'],
  },
  on: nodes(...apiKinds),
  check(api, graph, report) {
    if (!isOpen(graph, api)) return;
    const isSocket = api.kind === 'websocket-api';
    const routes = routesOf(graph, api);
    const guarded = isSocket ? routes.filter((route) => isConnect(graph, route)) : routes;
    for (const route of guarded) {
      if (isUnguarded(graph, api, route) !== true) continue;
      if (graph.boolean(route, 'public') !== false) continue;
      if (!isSocket && graph.text(route, 'method') === 'OPTIONS') continue;
      report({
        message: 'open',
        at: route,
        data: { api: named(api), route: routeLabel(graph, api, route) },
        fixes: guards(graph, api, route),
      });
    }
    const areKnown = routes.every(
      (route) => !isSocket || graph.text(route, 'routeKey') !== undefined,
    );
    if (
      isSocket &&
      routes.length > 0 &&
      guarded.length === 0 &&
      areKnown &&
      authorizersOf(graph, api).length === 0
    )
      report({ message: 'openSocket', data: { api: named(api) } });
  },
  examples: {
    good: [
      {
        title: 'a user pool',
        design: design(
          node('http-api', 'api', { name: 'api' }),
          node('cognito-user-pool', 'users'),
          node('lambda', 'worker'),
          connection('http-api--cognito-user-pool', 'api', 'users'),
          connection('http-api--lambda', 'api', 'worker', { authorizer: 'users' }),
        ),
      },
      { title: 'a type set by a parameter', design: api({ authorizationType: { Ref: 'Auth' } }) },
      { title: 'open on purpose', design: api({ public: true }) },
      { title: 'a private API', design: api({}, 'rest-api', { endpointType: 'PRIVATE' }) },
    ],
    bad: [
      {
        title: 'nobody checks',
        design: api({ path: '/orders', method: 'POST' }),
        expect: ['open'],
      },
      {
        title: 'an open $connect',
        design: api({ routeKey: '$connect' }, 'websocket-api'),
        expect: ['open'],
      },
      { title: 'no $connect', design: api({}, 'websocket-api'), expect: ['openSocket'] },
    ],
  },
});
