import { replaceKind } from '../../model/edits/index.ts';
import { routesOf } from '../apigw/routes.ts';
import type { CatalogFacts } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** The longest an HTTP API waits, in milliseconds. */
const longestWait = 30_000;
/** What an HTTP API can call. */
const callable = new Set([
  'lambda',
  'external-endpoint',
  'sqs-queue',
  'event-bus',
  'state-machine',
  'kinesis-stream',
]);

/** True unless the API is certain to use no setting that HTTP APIs lack. */
const needsRest = (graph: Graph, api: Node): boolean =>
  graph.text(api, 'endpointType') !== 'REGIONAL' ||
  graph.boolean(api, 'apiKeyRequired') !== false ||
  graph.boolean(api, 'cacheClusterEnabled') !== false ||
  graph.boolean(api, 'tracingEnabled') !== false ||
  (graph.isSet(api, 'loggingLevel') && graph.text(api, 'loggingLevel') !== 'OFF') ||
  ['resourcePolicy', 'minimumCompressionSize', 'binaryMediaTypes'].some((property) =>
    graph.isSet(api, property),
  );

/** The same for one of its routes. */
const routeNeedsRest = (
  graph: Graph,
  catalog: CatalogFacts,
  route: Connection,
  target: Node,
): boolean => {
  const { properties = {} } = catalog.connectionType(route.type) ?? {};
  const has = (property: string): boolean => Object.hasOwn(properties, property);
  const integration = has('integrationType') ? graph.text(route, 'integrationType') : 'AWS_PROXY';
  const wait = graph.number(route, 'timeoutInMillis');
  return (
    !callable.has(target.kind) ||
    graph.boolean(route, 'apiKeyRequired') !== false ||
    (integration !== 'AWS_PROXY' && integration !== 'HTTP_PROXY') ||
    (has('responseTransferMode') && graph.text(route, 'responseTransferMode') !== 'BUFFERED') ||
    (has('requestTemplate') && graph.isSet(route, 'requestTemplate')) ||
    graph.isSet(route, 'cacheKeyParameters') ||
    wait === undefined ||
    wait > longestWait
  );
};

/** Offers an HTTP API where each connection has its counterpart and nothing else of the API is set. */
const replaceFix = (graph: Graph, catalog: CatalogFacts, api: Node): readonly Fix[] => {
  const types = new Map<string, string>();
  for (const link of [...graph.outgoing(api), ...graph.incoming(api)]) {
    // What reads the caller's identity is written differently.
    if (graph.mechanism(link) === 'authorizer') return [];
    const type = link.type.replace('rest-api', 'http-api');
    if (!catalog.connectionType(type)) return [];
    types.set(link.id, type);
  }
  const keep = (table: object | undefined, properties: Connection['properties']) =>
    Object.fromEntries(
      Object.entries(properties).filter(([name]) => Object.hasOwn(table ?? {}, name)),
    );
  return [
    {
      title: 'Make it an HTTP API',
      edit: replaceKind(api.id, 'http-api', {
        properties: (old) => ({
          ...keep(catalog.properties('http-api'), old),
          ...(old.name === undefined && { name: api.name }),
        }),
        connection(link) {
          const type = types.get(link.id);
          if (type === undefined) return undefined;
          return { ...link, type, properties: keep(catalog.properties(type), link.properties) };
        },
      }),
    },
  ];
};

const api = (properties: object, route: object = {}) =>
  design(
    node('rest-api', 'api', { name: 'api', ...properties }),
    node('lambda', 'list'),
    node('lambda', 'add'),
    connection('rest-api--lambda', 'api', 'list', { path: '/orders', method: 'GET', ...route }),
    connection('rest-api--lambda', 'api', 'add', { path: '/orders', method: 'POST' }),
  );

export const costRestApiWithoutNeed = defineRule({
  meta: {
    id: 'cost/rest-api-without-need',
    severity: 'info',
    messages: {
      cheaper:
        '{node} uses nothing that only REST APIs have; an HTTP API would cost about 70 percent less.',
    },
    explain:
      'HTTP APIs cost less for a million requests and add less delay. REST APIs are right when you need one of the features that only they have: API keys, caching, a firewall, resource policies, private endpoints, mapping templates, tracing or streamed answers. Changing later means a new URL.',
    docs: {
      title: 'Choose between REST APIs and HTTP APIs',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html',
    },
  },
  on: nodes('rest-api'),
  check(api, graph, report, { catalog }) {
    if (needsRest(graph, api)) return;
    const routes = routesOf(graph, api);
    if (routes.length === 0) return;
    for (const route of routes) {
      const target = graph.target(route);
      if (!target || routeNeedsRest(graph, catalog, route, target)) return;
    }
    // Rules and topics call a REST API as a target of its own; logs can go to a delivery stream; firewalls and
    // endpoints stand before it.
    if (graph.outgoing(api, { kind: 'firehose' }).length > 0) return;
    const others = graph.incoming(api, {
      mechanism: ['eventbridge-target', 'private-access', 'web-acl'],
    });
    if (others.length > 0) return;
    report({
      message: 'cheaper',
      data: { node: named(api) },
      fixes: replaceFix(graph, catalog, api),
    });
  },
  examples: {
    good: [
      { title: 'API keys', design: api({ apiKeyRequired: true }) },
      { title: 'API keys at one route', design: api({}, { apiKeyRequired: true }) },
      { title: 'a cache by a parameter', design: api({ cacheClusterEnabled: { Ref: 'Cache' } }) },
      { title: 'a private endpoint', design: api({ endpointType: 'PRIVATE' }) },
      {
        title: 'a streamed answer',
        design: api({}, { responseTransferMode: 'STREAM' }),
      },
      {
        title: 'a table without a function',
        design: design(
          node('rest-api', 'api', { name: 'api' }),
          node('dynamodb-table', 'orders'),
          connection('rest-api--dynamodb-table', 'api', 'orders'),
        ),
      },
      { title: 'no routes yet', design: design(node('rest-api', 'api', { name: 'api' })) },
    ],
    bad: [{ title: 'two functions', design: api({}), expect: ['cheaper'] }],
  },
});
