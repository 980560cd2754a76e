import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { apiKinds, hasProperty } from './routes.ts';
import { isStreaming } from './streaming.ts';

const route = (properties: object, api: object = {}, kind = 'rest-api') =>
  design(
    node(kind, 'api', { name: 'api', ...api }),
    node('lambda', 'worker'),
    connection(`${kind}--lambda`, 'api', 'worker', {
      responseTransferMode: 'STREAM',
      ...properties,
    }),
  );

export const apigwStreamingConstraints = defineRule({
  meta: {
    id: 'apigw/streaming-constraints',
    severity: 'error',
    messages: {
      conflict:
        '{api} to {target}: streaming the response does not work with {conflict}; switch to a buffered response or remove it.',
    },
    explain:
      'Streaming passes the bytes on as they come. Whatever needs the complete answer, such as a cache or a mapping template, is impossible then. Only REST APIs with proxy integrations can stream, for 15 minutes at most.',
    docs: {
      title: 'Stream the integration response for your proxy integrations in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html',
    },
  },
  on: connections({ from: [...apiKinds], mechanism: 'api-integration' }),
  check({ connection: route, source: api, target }, graph, report, { catalog }) {
    if (isStreaming(graph, route) !== true) return;
    const property = 'responseTransferMode';
    const data = { api: named(api), target: named(target) };
    if (!hasProperty(catalog, route, property)) {
      report({
        message: 'conflict',
        property,
        data: {
          ...data,
          conflict:
            api.kind === 'rest-api' ? 'an integration without a proxy' : 'HTTP and WebSocket APIs',
        },
        fixes: [{ title: 'Buffer the response', edit: unsetProperty(route.id, property) }],
      });
      return;
    }
    const buffered = {
      title: 'Buffer the response',
      edit: setProperty(route.id, property, 'BUFFERED'),
    };
    if (graph.text(route, 'integrationType') === 'AWS')
      report({
        message: 'conflict',
        property,
        data: { ...data, conflict: 'an integration without a proxy' },
        fixes: [
          buffered,
          {
            title: 'Use a proxy integration',
            edit: setProperty(route.id, 'integrationType', 'AWS_PROXY'),
          },
        ],
      });
    if (
      graph.boolean(api, 'cacheClusterEnabled') === true &&
      // API Gateway caches GET methods.
      ['GET', 'ANY'].includes(graph.text(route, 'method') ?? '')
    )
      report({
        message: 'conflict',
        property,
        data: { ...data, conflict: 'the cache of the stage' },
        fixes: [
          buffered,
          {
            title: 'Switch the cache off',
            edit: setProperty(api.id, 'cacheClusterEnabled', false),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'a proxy without a cache', design: route({}) },
      {
        title: 'a mode set by a parameter',
        design: route({ responseTransferMode: { Ref: 'Mode' } }, { cacheClusterEnabled: true }),
      },
    ],
    bad: [
      { title: 'an HTTP API', design: route({}, {}, 'http-api'), expect: ['conflict'] },
      { title: 'no proxy', design: route({ integrationType: 'AWS' }), expect: ['conflict'] },
      {
        title: 'a cache',
        design: route({ method: 'GET' }, { cacheClusterEnabled: true }),
        expect: ['conflict'],
      },
    ],
  },
});
