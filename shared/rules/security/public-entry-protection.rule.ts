import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** Requests per second that all APIs of an account in a region share by default. */
const accountRate = 10_000;

const isPublic = (graph: Graph, entry: Node): boolean =>
  entry.kind !== 'rest-api' ||
  ['EDGE', 'REGIONAL'].includes(graph.text(entry, 'endpointType') ?? '');

const hasLogs = (graph: Graph, entry: Node): boolean =>
  (entry.kind === 'rest-api' && graph.value(entry, 'accessLogging') !== false) ||
  graph.outgoing(entry, { mechanism: 'logging' }).length > 0;

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
      noThrottle:
        '{node} is a public entry without a throttle of its own; set a rate and a burst before going live.',
    },
    explain:
      'Access logs show who called what, which you need when something goes wrong. A throttle limits what a flood of requests can cost. Without one of its own an API may use the whole default rate of the account, 10,000 requests per second, which protects AWS more than your bill.',
    docs: {
      title: 'Protect your REST APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-protect.html',
    },
    overlaps: ['AwsSolutions-APIG1', 'AwsSolutions-CFR3', 'CKV_AWS_76', 'CKV_AWS_86', 'CKV_AWS_95'],
  },
  on: nodes('rest-api', 'http-api', 'websocket-api', 'cloudfront'),
  check(entry, graph, report) {
    if (!isPublic(graph, entry)) return;
    if (!hasLogs(graph, entry))
      report({
        message: 'noLogs',
        data: { node: named(entry) },
        fixes:
          entry.kind === 'rest-api'
            ? [
                {
                  title: 'Write access logs',
                  edit: setProperty(entry.id, 'accessLogging', true),
                },
              ]
            : [],
      });
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
        title: 'a private API',
        design: design(node('rest-api', 'api', { name: 'api', endpointType: 'PRIVATE' })),
      },
    ],
    bad: [
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
