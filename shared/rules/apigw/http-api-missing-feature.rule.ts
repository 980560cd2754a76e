import { own } from '../../graph/property-values.ts';
import type { Json } from '../../lib/json.ts';
import { unsetProperty } from '../../model/edits/index.ts';
import { isIntrinsic } from '../../model/value.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Subject } from '../rule.ts';
import { named } from '../text.ts';
import { routesOf } from './routes.ts';

type Features = Readonly<Record<string, string>>;

/** Settings of REST APIs that HTTP APIs lack. The kind does not list them, so only what the file holds is read. */
const ofApi: Features = {
  apiKeyRequired: 'API keys',
  cacheClusterEnabled: 'cache',
  resourcePolicy: 'resource policies',
  tracingEnabled: 'X-Ray tracing',
  minimumCompressionSize: 'compression of responses',
};
const ofRoute: Features = {
  apiKeyRequired: 'API keys',
  cacheKeyParameters: 'cache',
  requestTemplate: 'mapping templates',
};

const isUsed = (value: Json | undefined): boolean =>
  value !== undefined &&
  !isIntrinsic(value) &&
  value !== false &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0);

const usedOf = (
  graph: Graph,
  subject: Subject,
  features: Features,
): readonly (readonly [string, string])[] =>
  Object.entries(features).filter(
    ([property]) => graph.isSet(subject, property) && isUsed(own(subject, property)),
  );

const api = (properties: object, route: object = {}) =>
  design(
    node('http-api', 'api', { name: 'api', ...properties }),
    node('lambda', 'worker'),
    connection('http-api--lambda', 'api', 'worker', { ...route }),
  );

export const apigwHttpApiMissingFeature = defineRule({
  meta: {
    id: 'apigw/http-api-missing-feature',
    severity: 'error',
    messages: {
      missing: '{node}: HTTP APIs have no {feature}; remove the setting, or use a REST API.',
    },
    explain:
      'HTTP APIs are the cheaper and faster product with fewer features. API keys, limits for each client, caching, mapping templates, tracing and resource policies exist only in REST APIs. A firewall can still protect an HTTP API when CloudFront stands in front of it.',
    docs: {
      title: 'Choose between REST APIs and HTTP APIs',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    },
  },
  on: nodes('http-api'),
  check(api, graph, report) {
    const all: readonly (readonly [Subject, Features])[] = [
      [api, ofApi],
      ...routesOf(graph, api).map((route) => [route, ofRoute] as const),
    ];
    for (const [subject, features] of all)
      for (const [property, feature] of usedOf(graph, subject, features))
        report({
          message: 'missing',
          at: subject,
          property,
          data: { node: named(api), feature },
          fixes: [{ title: `Remove ${property}`, edit: unsetProperty(subject.id, property) }],
        });
  },
  examples: {
    good: [
      { title: 'what it has', design: api({ corsAllowOrigins: ['https://app.example.com'] }) },
      { title: 'a setting by a parameter', design: api({ cacheClusterEnabled: { Ref: 'Cache' } }) },
    ],
    bad: [
      { title: 'a cache', design: api({ cacheClusterEnabled: true }), expect: ['missing'] },
      {
        title: 'a route with a key',
        design: api({}, { apiKeyRequired: true }),
        expect: ['missing'],
      },
    ],
  },
});
