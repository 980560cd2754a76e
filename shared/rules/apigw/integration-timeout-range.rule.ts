import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Graph } from '../rule.ts';
import { named } from '../text.ts';
import { apiKinds } from './routes.ts';
import { isStreaming } from './streaming.ts';

/*
 * In milliseconds. https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
const shortest = 50;
const streamed = 900_000;
const fixed: Readonly<Record<string, number>> = { 'http-api': 30_000, 'websocket-api': 29_000 };
const edgeOptimized = 29_000;
/** No page of AWS says how far the quota of regional and private REST APIs can be raised; this much was granted. */
const raised = 300_000;

/** The longest that API Gateway waits, as far as is known. */
const longest = (graph: Graph, { connection, source: api }: Link): number | undefined => {
  const limit = fixed[api.kind];
  if (limit !== undefined) return limit;
  const isStream = isStreaming(graph, connection);
  if (isStream !== false) return isStream === undefined ? undefined : streamed;
  const type = graph.text(api, 'endpointType');
  return type === undefined ? undefined : type === 'EDGE' ? edgeOptimized : raised;
};

const route = (kind: string, timeoutInMillis: number | { Ref: string }, api: object = {}) =>
  design(
    node(kind, 'api', { name: 'api', ...api }),
    node('lambda', 'worker'),
    connection(`${kind}--lambda`, 'api', 'worker', { timeoutInMillis }),
  );

export const apigwIntegrationTimeoutRange = defineRule({
  meta: {
    id: 'apigw/integration-timeout-range',
    severity: 'error',
    messages: {
      tooLong:
        '{api} to {target}: a timeout of {value} ms is too long; API Gateway waits {max} ms here, at most.',
      tooShort: '{api} to {target}: a timeout of {value} ms is too short; the shortest is 50 ms.',
      beyondQuota: {
        text: '{api} to {target}: a timeout of {value} ms is longer than AWS is known to grant (300,000 ms, adjustable); stream the response or answer asynchronously.',
        severity: 'warning',
      },
    },
    explain:
      'After the integration timeout API Gateway stops waiting for the backend and answers with error 504, even if the backend goes on. HTTP APIs wait 30 seconds at most, WebSocket APIs and edge-optimized REST APIs 29. Regional and private REST APIs may wait longer after AWS has raised the quota, and up to 15 minutes when they stream the response.',
    docs: {
      title: 'Amazon API Gateway quotas and important notes',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html',
    },
    overlaps: ['E3034'],
  },
  on: connections({ from: [...apiKinds], mechanism: 'api-integration' }),
  check(link, graph, report) {
    const { connection, source: api, target } = link;
    const value = graph.number(connection, 'timeoutInMillis');
    if (value === undefined) return;
    const max = longest(graph, link);
    const property = 'timeoutInMillis';
    const data = { api: named(api), target: named(target), value };
    const fixTo = (limit: number) => [
      { title: `Wait ${limit} ms`, edit: setProperty(connection.id, property, limit) },
    ];
    if (value < shortest)
      report({ message: 'tooShort', property, data, fixes: fixTo(edgeOptimized) });
    else if (max === undefined || value <= max) return;
    else if (max === raised)
      report({ message: 'beyondQuota', property, data, fixes: fixTo(edgeOptimized) });
    else report({ message: 'tooLong', property, data: { ...data, max }, fixes: fixTo(max) });
  },
  examples: {
    good: [
      { title: 'the default', design: route('rest-api', 29_000) },
      { title: 'a timeout set by a parameter', design: route('http-api', { Ref: 'Timeout' }) },
      { title: 'a raised quota', design: route('rest-api', 60_000) },
    ],
    bad: [
      { title: 'a minute for an HTTP API', design: route('http-api', 60_000), expect: ['tooLong'] },
      {
        title: 'a minute at the edge',
        design: route('rest-api', 60_000, { endpointType: 'EDGE' }),
        expect: ['tooLong'],
      },
      { title: 'no time', design: route('websocket-api', 10), expect: ['tooShort'] },
      { title: 'ten minutes', design: route('rest-api', 600_000), expect: ['beyondQuota'] },
    ],
  },
});
