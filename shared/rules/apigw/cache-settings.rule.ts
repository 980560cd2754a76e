import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isUnguarded, routeLabel, routesOf } from './routes.ts';

/** In GB. https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
const sizes = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'];
const token = 'method.request.header.Authorization';

const api = (properties: object, route: object = {}) =>
  design(
    node('rest-api', 'api', { name: 'api', cacheClusterEnabled: true, ...properties }),
    node('lambda', 'worker'),
    connection('rest-api--lambda', 'api', 'worker', { method: 'GET', path: '/orders', ...route }),
  );

export const apigwCacheSettings = defineRule({
  meta: {
    id: 'apigw/cache-settings',
    severity: 'error',
    messages: {
      ttl: '{node}: responses cannot be cached for {value}; API Gateway takes {range}.',
      size: '{node}: there is no cache of {size} GB; choose 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237 GB.',
      shared: {
        text: '{node}: {route} is cached for all callers alike, though they sign in; make the Authorization header a part of the cache key.',
        severity: 'warning',
      },
    },
    explain:
      'The cache of a stage keeps whole responses of GET methods, so that the backend is asked less often. It is a server of the size that you choose, billed by the hour. Whatever changes the answer must be part of the cache key; otherwise one user sees the answer of another.',
    docs: {
      title: 'Cache settings for REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
    },
    overlaps: ['E3030', 'E3034', 'CKV_AWS_120'],
  },
  on: nodes('rest-api'),
  check(api, graph, report) {
    if (graph.boolean(api, 'cacheClusterEnabled') !== true) return;
    const ttl = outOfRange(graph, api, { property: 'cacheTtl', min: 0, max: 3600, unit: 's' });
    if (ttl) {
      const { property, value, range, fixes } = ttl;
      report({ message: 'ttl', property, data: { node: named(api), value, range }, fixes });
    }
    const size = graph.value(api, 'cacheClusterSize');
    if ((typeof size === 'string' || typeof size === 'number') && !sizes.includes(String(size)))
      report({
        message: 'size',
        property: 'cacheClusterSize',
        data: { node: named(api), size },
        fixes: [{ title: 'Choose 0.5 GB', edit: setProperty(api.id, 'cacheClusterSize', '0.5') }],
      });
    for (const route of routesOf(graph, api)) {
      if (!['GET', 'ANY'].includes(graph.text(route, 'method') ?? '')) continue;
      const keys = graph.list(route, 'cacheKeyParameters');
      if (isUnguarded(graph, api, route) !== false || keys?.length !== 0) continue;
      report({
        message: 'shared',
        at: route,
        property: 'cacheKeyParameters',
        data: { node: named(api), route: routeLabel(graph, api, route) },
        fixes: [
          {
            title: 'Cache for each caller',
            edit: setProperty(route.id, 'cacheKeyParameters', [token]),
          },
        ],
      });
    }
  },
  examples: {
    good: [
      { title: 'five minutes', design: api({ cacheTtl: 300, cacheClusterSize: '0.5' }) },
      { title: 'a time set by a parameter', design: api({ cacheTtl: { Ref: 'Seconds' } }) },
      { title: 'no cache', design: api({ cacheClusterEnabled: false, cacheTtl: 7200 }) },
      {
        title: 'a cache for each caller',
        design: api({}, { authorizationType: 'AWS_IAM', cacheKeyParameters: [token] }),
      },
    ],
    bad: [
      { title: 'two hours', design: api({ cacheTtl: 7200 }), expect: ['ttl'] },
      { title: 'an odd size', design: api({ cacheClusterSize: '2' }), expect: ['size'] },
      {
        title: 'callers that sign in',
        design: api({}, { authorizationType: 'AWS_IAM' }),
        expect: ['shared'],
      },
    ],
  },
});
