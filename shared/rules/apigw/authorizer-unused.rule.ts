import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, type ExampleItem, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isUnguarded, routesOf } from './routes.ts';

const withPool = (...more: readonly ExampleItem[]) =>
  design(
    node('http-api', 'api', { name: 'api' }),
    node('cognito-user-pool', 'users'),
    node('lambda', 'worker'),
    connection('http-api--cognito-user-pool', 'api', 'users'),
    ...more,
  );
const route = (properties: object) =>
  connection('http-api--lambda', 'api', 'worker', { method: 'GET', path: '/', ...properties });

export const apigwAuthorizerUnused = defineRule({
  meta: {
    id: 'apigw/authorizer-unused',
    severity: 'warning',
    messages: {
      unused:
        '{authorizer} is an authorizer of {api}, but no route names it, so it checks nobody and is left out of the export; name it in the routes it is to guard.',
    },
    explain:
      'An authorizer guards only the routes that name it; to connect it to the API is not enough. Isobar exports no authorizer that nothing uses, because it would only look like protection.',
    docs: {
      title: 'Control and manage access to HTTP APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
    },
  },
  on: connections({ from: ['rest-api', 'http-api'], mechanism: 'authorizer' }),
  check({ connection: link, source: api, target }, graph, report, { catalog }) {
    const routes = routesOf(graph, api);
    if (routes.length === 0) return;
    for (const route of routes) {
      if (!graph.isSet(route, 'authorizer')) continue;
      const id = graph.text(route, 'authorizer');
      // One that is known at deployment only may be this one.
      if (id === undefined || id === target.id) return;
    }
    const open = routes.filter(
      (route) => isUnguarded(graph, api, route) === true && graph.boolean(route, 'public') !== true,
    );
    report({
      message: 'unused',
      data: { authorizer: named(target), api: named(api) },
      fixes: [
        ...(open.length > 0
          ? [
              {
                title: `Let ${named(target)} guard the routes that are open`,
                edit: sequence(...open.map(({ id }) => setProperty(id, 'authorizer', target.id))),
              },
            ]
          : []),
        removeConnection(catalog, link, 'Remove the authorizer'),
      ],
    });
  },
  examples: {
    good: [
      { title: 'a route names it', design: withPool(route({ authorizer: 'users' })) },
      { title: 'an API without routes', design: withPool() },
      {
        title: 'an authorizer set by a parameter',
        design: withPool(route({ authorizer: { Ref: 'Pool' } })),
      },
    ],
    bad: [
      { title: 'an open route', design: withPool(route({})), expect: ['unused'] },
      {
        title: 'a route that asks for IAM',
        design: withPool(route({ authorizationType: 'AWS_IAM' })),
        expect: ['unused'],
      },
    ],
  },
});
