import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { type Connection, defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** In seconds; up to 120 without asking AWS. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html */
const longest = 120;

/** Someone behind the distribution who may take so many seconds to answer. */
interface Backend {
  readonly node: Node;
  readonly seconds: number;
}

const functionTime = (graph: Graph, fn: Node): Backend | undefined => {
  const seconds = graph.number(fn, 'timeout');
  return seconds === undefined ? undefined : { node: fn, seconds };
};

/** How long a route may take: as long as its function, but no longer than the API waits. */
const routeTime = (graph: Graph, route: Connection): Backend | undefined => {
  const target = graph.target(route);
  const waits = graph.number(route, 'timeoutInMillis');
  if (target?.kind !== 'lambda' || waits === undefined) return undefined;
  const backend = functionTime(graph, target);
  return backend && { node: target, seconds: Math.min(backend.seconds, waits / 1000) };
};

const slowest = (graph: Graph, target: Node): Backend | undefined =>
  target.kind === 'lambda'
    ? functionTime(graph, target)
    : graph
        .outgoing(target, { mechanism: 'api-integration', kind: 'lambda' })
        .map((route) => routeTime(graph, route))
        .reduce<Backend | undefined>(
          (most, next) => (next && (!most || next.seconds > most.seconds) ? next : most),
          undefined,
        );

const site = (origin: object, timeout: number | { Ref: string }) =>
  design(
    node('cloudfront', 'site'),
    node('lambda', 'render', { timeout, functionUrlAuth: 'AWS_IAM' }),
    connection('cloudfront--lambda--function-url', 'site', 'render', { ...origin }),
  );

export const cloudfrontOriginTimeout = defineRule({
  meta: {
    id: 'cloudfront/origin-timeout',
    severity: 'warning',
    messages: {
      tooShort:
        '{distribution} gives up after {timeout} s, but {backend} may take {backendTimeout} s; raise the origin timeout or shorten the backend.',
      tooSmall: {
        text: '{distribution} waits {timeout} s for {target}; the shortest origin timeout is 1 s.',
        severity: 'error',
      },
      needsQuota:
        '{distribution} waits {timeout} s for {target}; more than 120 s needs a higher quota (adjustable).',
    },
    explain:
      'CloudFront waits so long for the first byte of the answer, and for each further part, and then answers with error 504. It may ask the origin again, so that the backend works several times for nothing. Timeouts should get shorter on the way from the visitor to the backend.',
    docs: {
      title: 'Origin settings',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html',
    },
  },
  on: connections({
    from: 'cloudfront',
    to: ['rest-api', 'http-api', 'websocket-api', 'lambda', 'external-endpoint'],
    mechanism: 'origin',
  }),
  check({ connection: origin, source: distribution, target }, graph, report) {
    const timeout = graph.number(origin, 'readTimeout');
    if (timeout === undefined) return;
    const property = 'readTimeout';
    const data = { distribution: named(distribution), timeout, target: named(target) };
    const set = (seconds: number) => ({
      title: `Wait ${seconds} s`,
      edit: setProperty(origin.id, property, seconds),
    });
    if (timeout < 1) report({ message: 'tooSmall', property, data, fixes: [set(30)] });
    else if (timeout > longest)
      report({ message: 'needsQuota', property, data, fixes: [set(longest)] });
    if (target.kind === 'external-endpoint' || target.kind === 'websocket-api') return;
    const backend = slowest(graph, target);
    if (timeout < 1 || !backend || backend.seconds <= timeout) return;
    const wanted = Math.ceil(backend.seconds) + 1;
    report({
      message: 'tooShort',
      property,
      data: {
        distribution: named(distribution),
        timeout,
        backend: named(backend.node),
        backendTimeout: backend.seconds,
      },
      fixes: wanted > longest ? [] : [set(wanted)],
    });
  },
  examples: {
    good: [
      { title: 'a backend that is quicker', design: site({}, 29) },
      { title: 'a timeout set by a parameter', design: site({}, { Ref: 'Seconds' }) },
      {
        title: 'an API that gives up first',
        design: design(
          node('cloudfront', 'site'),
          node('http-api', 'api', { name: 'api' }),
          node('lambda', 'render', { timeout: 60 }),
          connection('cloudfront--http-api', 'site', 'api'),
          connection('http-api--lambda', 'api', 'render'),
        ),
      },
    ],
    bad: [
      { title: 'a minute for a function', design: site({}, 60), expect: ['tooShort'] },
      { title: 'no time', design: site({ readTimeout: 0 }, 3), expect: ['tooSmall'] },
      { title: 'three minutes', design: site({ readTimeout: 180 }, 3), expect: ['needsQuota'] },
      {
        title: 'a REST API with a long timeout',
        design: design(
          node('cloudfront', 'site'),
          node('rest-api', 'api', { name: 'api' }),
          node('lambda', 'render', { timeout: 60 }),
          connection('cloudfront--rest-api', 'site', 'api'),
          connection('rest-api--lambda', 'api', 'render', { timeoutInMillis: 60_000 }),
        ),
        expect: ['tooShort'],
      },
    ],
  },
});
