import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

const hostOf = (origin: string): string =>
  origin
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/:].*$/, '')
    .toLowerCase();

/** True when pages of the host call the API under their own name; undefined when a name is not known. */
const isSameHost = (graph: Graph, api: Node, host: string): boolean | undefined => {
  const domains = graph
    .sources(api, { mechanism: 'domain-mapping' })
    .map((domain) => graph.text(domain, 'domainName')?.toLowerCase());
  if (domains.includes(host)) return true;
  return domains.includes(undefined) ? undefined : false;
};

/** Where the pages of the browser come from: a distribution or bucket that it reads too, and that does not serve the API. */
const pageSource = (graph: Graph, client: Node, api: Node): Node | undefined =>
  graph
    .targets(client, { kind: ['cloudfront', 's3-bucket'] })
    .find((host) => !graph.targets(host).some(({ id }) => id === api.id));

const page = (client: object, api: object = {}) =>
  design(
    node('client', 'app', { ...client }),
    node('http-api', 'api', { name: 'api', ...api }),
    connection('client--http-api', 'app', 'api'),
  );
const origin = 'https://app.example.com';

export const apigwCorsMissing = defineRule({
  meta: {
    id: 'apigw/cors-missing',
    severity: 'warning',
    messages: {
      missing:
        'Browsers block calls of pages from {origin} to {api}, because it allows no other origin (CORS); allow that one.',
    },
    explain:
      'A browser lets a page read answers of another origin only when that server allows it with CORS headers; for many calls it asks first, with an OPTIONS request. With a Lambda proxy behind a REST API the function must return the headers too. Serving pages and API under one CloudFront domain makes all of this unnecessary.',
    docs: {
      title: 'CORS for REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
    },
  },
  on: connections({ from: 'client', to: ['rest-api', 'http-api'], mechanism: 'http-call' }),
  check({ source: client, target: api }, graph, report) {
    if (graph.text(client, 'clientType') !== 'browser') return;
    if (graph.list(api, 'corsAllowOrigins')?.length !== 0) return;
    const origin = graph.text(client, 'origin');
    if (origin === undefined) {
      const host = graph.isSet(client, 'origin') ? undefined : pageSource(graph, client, api);
      if (host) report({ message: 'missing', data: { origin: named(host), api: named(api) } });
      return;
    }
    if (isSameHost(graph, api, hostOf(origin)) !== false) return;
    report({
      message: 'missing',
      data: { origin, api: named(api) },
      fixes: [
        {
          title: `Allow ${origin}`,
          edit: setProperty(api.id, 'corsAllowOrigins', [origin.replace(/\/$/, '')]),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'the origin is allowed', design: page({ origin }, { corsAllowOrigins: [origin] }) },
      { title: 'an origin set by a parameter', design: page({ origin: { Ref: 'Origin' } }) },
      { title: 'an app', design: page({ clientType: 'mobile', origin }) },
      {
        title: 'pages under the name of the API',
        design: design(
          node('client', 'app', { origin }),
          node('http-api', 'api', { name: 'api' }),
          node('api-custom-domain', 'domain', { domainName: 'app.example.com' }),
          connection('api-custom-domain--http-api', 'domain', 'api'),
          connection('client--http-api', 'app', 'api'),
        ),
      },
    ],
    bad: [
      { title: 'another origin', design: page({ origin }), expect: ['missing'] },
      {
        title: 'pages from a distribution',
        design: design(
          node('client', 'app'),
          node('cloudfront', 'site'),
          node('http-api', 'api', { name: 'api' }),
          connection('client--cloudfront', 'app', 'site'),
          connection('client--http-api', 'app', 'api'),
        ),
        expect: ['missing'],
      },
    ],
  },
});
