import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/**
 * What each API can call without a function. Buckets and tables are left out: a function before them usually reads and
 * decides.
 */
const direct: Readonly<Record<string, ReadonlySet<string>>> = {
  'http-api': new Set(['sqs-queue', 'event-bus', 'state-machine', 'kinesis-stream']),
  'rest-api': new Set(['sqs-queue', 'sns-topic', 'event-bus', 'state-machine', 'kinesis-stream']),
};
const ignored = new Set(['logging']);

const passing = (api: string, kind: string, fn: object = {}) =>
  design(
    node(api, 'api'),
    node('lambda', 'accept', { ...fn }),
    node(kind, 'inbox'),
    connection(`${api}--lambda`, 'api', 'accept', { path: '/orders' }),
    connection(`lambda--${kind}`, 'accept', 'inbox'),
  );

export const topologyServiceIntegrationInstead = defineRule({
  meta: {
    id: 'topology/service-integration-instead',
    severity: 'info',
    messages: {
      passesOn:
        '{function} seems only to pass requests of {api} on to {target}; the API can call it directly. If the function does more, say so at "pass through".',
    },
    explain:
      'API Gateway can put a message into a queue, start a workflow or write to a stream by itself. That saves code, cold starts and the cost of invocations. Keep the function when it checks or changes more than a mapping template can.',
    docs: {
      title: 'Create AWS service integrations for HTTP APIs in API Gateway',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    if (graph.isSet(fn, 'passThrough') && graph.boolean(fn, 'passThrough') !== true) return;
    const incoming = graph.incoming(fn);
    const [trigger] = incoming;
    if (!trigger || incoming.length > 1 || graph.mechanism(trigger) !== 'api-integration') return;
    const outgoing = graph.outgoing(fn).filter((sent) => !ignored.has(graph.mechanism(sent) ?? ''));
    const [sent] = outgoing;
    if (!sent || outgoing.length > 1 || graph.mechanism(sent) !== 'iam-data-access') return;
    const api = graph.source(trigger);
    const target = graph.target(sent);
    if (!api || !target || !direct[api.kind]?.has(target.kind)) return;
    if (target.kind === 'sqs-queue' && graph.text(sent, 'access') !== 'send') return;
    report({
      message: 'passesOn',
      property: 'passThrough',
      data: { function: named(fn), api: named(api), target: named(target) },
      fixes: [],
    });
  },
  examples: {
    good: [
      {
        title: 'a function that does more',
        design: passing('http-api', 'sqs-queue', { passThrough: false }),
      },
      {
        title: 'something that a parameter says',
        design: passing('http-api', 'sqs-queue', { passThrough: { Ref: 'PassThrough' } }),
      },
      {
        title: 'a topic, which HTTP APIs cannot call',
        design: passing('http-api', 'sns-topic'),
      },
    ],
    bad: [
      {
        title: 'an HTTP API, a function and a queue',
        design: passing('http-api', 'sqs-queue'),
        expect: ['passesOn'],
      },
      {
        title: 'a REST API, a function and a topic',
        design: passing('rest-api', 'sns-topic'),
        expect: ['passesOn'],
      },
    ],
  },
});
