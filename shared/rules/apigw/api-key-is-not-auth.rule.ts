import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isUnguarded, routeLabel } from './routes.ts';

const api = (route: object, properties: object = {}) =>
  design(
    node('rest-api', 'api', { name: 'api', ...properties }),
    node('lambda', 'worker'),
    connection('rest-api--lambda', 'api', 'worker', { path: '/orders', ...route }),
  );

export const apigwApiKeyIsNotAuth = defineRule({
  meta: {
    id: 'apigw/api-key-is-not-auth',
    severity: 'warning',
    messages: {
      keyOnly:
        '{api}: {route} relies on an API key alone; a key tells clients apart for their quotas, but proves nothing about the caller, so add an authorizer.',
    },
    explain:
      'API keys are long-lived texts that clients pass along, and that often end up in source code. They exist for usage plans: quotas and throttling for each client. AWS advises against them as the only check of who may call.',
    docs: {
      title: 'Usage plans and API keys for REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
    },
  },
  on: connections({ from: 'rest-api', mechanism: 'api-integration' }),
  check({ connection: route, source: api }, graph, report) {
    const hasKey =
      graph.boolean(route, 'apiKeyRequired') === true ||
      graph.boolean(api, 'apiKeyRequired') === true;
    if (!hasKey || isUnguarded(graph, api, route) !== true) return;
    if (graph.boolean(route, 'public') !== false) return;
    const authorizer = graph.targets(api, { mechanism: 'authorizer' })[0];
    report({
      message: 'keyOnly',
      property: 'apiKeyRequired',
      data: { api: named(api), route: routeLabel(graph, api, route) },
      fixes: [
        ...(authorizer
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
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a key and IAM',
        design: api({ apiKeyRequired: true, authorizationType: 'AWS_IAM' }),
      },
      {
        title: 'a type set by a parameter',
        design: api({ apiKeyRequired: true, authorizationType: { Ref: 'Auth' } }),
      },
    ],
    bad: [
      { title: 'a key alone', design: api({ apiKeyRequired: true }), expect: ['keyOnly'] },
      {
        title: 'a key for all routes',
        design: api({}, { apiKeyRequired: true }),
        expect: ['keyOnly'],
      },
    ],
  },
});
