import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** Requests per second that all APIs of an account in a region share by default. */
const accountRate = 10_000;

const isPublic = (graph: Graph, entry: Node): boolean => {
  switch (entry.kind) {
    case 'rest-api':
      return ['EDGE', 'REGIONAL'].includes(graph.text(entry, 'endpointType') ?? '');
    case 'appsync-api':
      return graph.text(entry, 'visibility') === 'GLOBAL';
    case 'alb':
      return graph.text(entry, 'scheme') === 'internet-facing';
    default:
      return true;
  }
};

/** Whether somebody writes down who calls; what is not known is taken for yes. */
const hasLogs = (graph: Graph, entry: Node): boolean => {
  if (entry.kind === 'rest-api' && graph.value(entry, 'accessLogging') !== false) return true;
  if (entry.kind === 'appsync-api') return graph.text(entry, 'fieldLogLevel') !== 'NONE';
  return graph.outgoing(entry, { mechanism: 'logging' }).length > 0;
};

/** The setting that switches logs on, where there is one. */
const logsOn = (entry: Node): readonly Fix[] => {
  switch (entry.kind) {
    case 'rest-api':
      return [{ title: 'Write access logs', edit: setProperty(entry.id, 'accessLogging', true) }];
    case 'appsync-api':
      return [{ title: 'Log errors', edit: setProperty(entry.id, 'fieldLogLevel', 'ERROR') }];
    default:
      return [];
  }
};

const withLogs = (kind: string, entry: object) =>
  design(
    node(kind, 'api', { name: 'api', ...entry }),
    node('log-group', 'logs'),
    connection(`${kind}--log-group`, 'api', 'logs'),
  );

export const securityPublicEntryProtection = defineRule({
  meta: {
    id: 'security/public-entry-protection',
    severity: 'info',
    messages: {
      noLogs:
        '{node} is a public entry without access logs; add them before going live, so that you see who called.',
      noWaf:
        '{node} is a public entry that nothing throttles for itself; connect a web ACL with a rate rule before going live.',
      noThrottle:
        '{node} is a public entry without a throttle of its own; set a rate and a burst before going live.',
    },
    explain:
      'Access logs show who called what, which you need when something goes wrong. A throttle limits what a flood of requests can cost. Without one of its own an API may use the whole default rate of the account, 10,000 requests per second, which protects AWS more than your bill. AppSync has no throttle for one API and a load balancer none at all, but a web ACL of AWS WAF in front of them has a rule for rates.',
    docs: {
      title: 'Protect your REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-protect.html',
    },
    overlaps: ['AwsSolutions-APIG1', 'AwsSolutions-CFR3', 'CKV_AWS_76', 'CKV_AWS_86', 'CKV_AWS_95'],
  },
  on: nodes('rest-api', 'http-api', 'websocket-api', 'cloudfront', 'appsync-api', 'alb'),
  check(entry, graph, report) {
    if (!isPublic(graph, entry)) return;
    if (!hasLogs(graph, entry))
      report({
        message: 'noLogs',
        data: { node: named(entry) },
        fixes: logsOn(entry),
      });
    // AppSync counts tokens for the whole account, and a load balancer counts nothing; a firewall rule limits rates.
    if (entry.kind === 'appsync-api' || entry.kind === 'alb') {
      if (graph.incoming(entry, { mechanism: 'web-acl' }).length === 0)
        report({ message: 'noWaf', data: { node: named(entry) } });
      return;
    }
    if (entry.kind === 'cloudfront') return;
    const rate = graph.number(entry, 'throttlingRateLimit');
    if (rate !== undefined && rate >= accountRate)
      report({
        message: 'noThrottle',
        property: 'throttlingRateLimit',
        data: { node: named(entry) },
        fixes: [
          {
            title: 'Allow 100 requests per second, 200 at once',
            edit: sequence(
              setProperty(entry.id, 'throttlingRateLimit', 100),
              setProperty(entry.id, 'throttlingBurstLimit', 200),
            ),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'logs and a throttle', design: withLogs('http-api', { throttlingRateLimit: 100 }) },
      {
        title: 'set by parameters',
        design: design(
          node('rest-api', 'api', {
            name: 'api',
            accessLogging: { Ref: 'Logs' },
            throttlingRateLimit: { Ref: 'Rate' },
          }),
        ),
      },
      {
        title: 'a GraphQL API in VPCs only',
        design: design(node('appsync-api', 'api', { name: 'api', visibility: 'PRIVATE' })),
      },
      {
        title: 'a private API',
        design: design(node('rest-api', 'api', { name: 'api', endpointType: 'PRIVATE' })),
      },
    ],
    bad: [
      {
        title: 'a GraphQL API without logs and firewall',
        design: design(
          node('appsync-api', 'api', { name: 'api', public: true, fieldLogLevel: 'NONE' }),
          node('lambda', 'resolver', { timeout: 10 }),
          connection('appsync-api--lambda', 'api', 'resolver', { fieldName: 'hello' }),
        ),
        expect: ['noLogs', 'noWaf'],
      },
      {
        title: 'an open load balancer without logs and firewall',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'public', { subnetType: 'public' }), node('alb', 'web')),
          ),
          node('certificate', 'tls', { domainName: 'app.example.com' }),
          node('lambda', 'page', { timeout: 10 }),
          connection('certificate--alb', 'tls', 'web'),
          connection('alb--lambda', 'web', 'page'),
        ),
        expect: ['noLogs', 'noWaf'],
      },
      {
        title: 'an API as it starts',
        design: design(node('rest-api', 'api', { name: 'api' })),
        expect: ['noLogs', 'noThrottle'],
      },
      {
        title: 'a distribution without logs',
        design: design(node('cloudfront', 'site')),
        expect: ['noLogs'],
      },
    ],
  },
});
