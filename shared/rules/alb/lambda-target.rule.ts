import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html */
const mostKilobytes = 1024;

const balanced = (way: object, call: object = {}) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'public', { subnetType: 'public' }), node('alb', 'web')),
    ),
    node('certificate', 'tls', { domainName: 'app.example.com' }),
    node('client', 'browser'),
    node('lambda', 'page', { timeout: 10 }),
    connection('certificate--alb', 'tls', 'web'),
    connection('client--alb', 'browser', 'web', { ...call }),
    connection('alb--lambda', 'web', 'page', { ...way }),
  );

export const albLambdaTarget = defineRule({
  meta: {
    id: 'alb/lambda-target',
    severity: 'error',
    messages: {
      tooLarge:
        '{node} passes requests of {size} KB to {target}, and a function behind a load balancer takes 1 MB each way; pass large bodies through S3.',
      webSocket:
        '{caller} opens a WebSocket to {node}, which leads to functions only, and those take none there; use a WebSocket API, or containers.',
    },
    explain:
      'A load balancer calls a function as it calls no other target: the whole request becomes one event of at most 1 MB, and the answer too. There is no connection that stays open, so WebSockets are refused. API Gateway passes up to 6 MB to a function, and its WebSocket APIs keep connections open for functions.',
    docs: {
      title: 'Use Lambda functions as targets of an Application Load Balancer',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
    },
  },
  on: connections({ type: 'alb--lambda' }),
  check({ connection: way, source: balancer, target }, graph, report) {
    const size = graph.number(way, 'expectedPayloadKb');
    if (size !== undefined && size > mostKilobytes)
      report({
        message: 'tooLarge',
        property: 'expectedPayloadKb',
        data: { node: named(balancer), target: named(target), size },
      });
    const targets = graph.outgoing(balancer, { mechanism: 'target-group' });
    // Said once, at the first function.
    if (targets[0]?.id !== way.id || targets.some(({ type }) => type !== 'alb--lambda')) return;
    for (const call of graph.incoming(balancer, { type: 'client--alb' }))
      if (graph.text(call, 'protocol') === 'wss')
        report({
          message: 'webSocket',
          at: call,
          property: 'protocol',
          data: { caller: named(graph.node(call.from)), node: named(balancer) },
          fixes: [{ title: 'Call it with https', edit: setProperty(call.id, 'protocol', 'https') }],
        });
  },
  examples: {
    good: [
      { title: 'small requests', design: balanced({ expectedPayloadKb: 200 }) },
      {
        title: 'a protocol set by a parameter',
        design: balanced({}, { protocol: { Ref: 'Protocol' } }),
      },
    ],
    bad: [
      {
        title: 'large requests',
        design: balanced({ expectedPayloadKb: 2000 }),
        expect: ['tooLarge'],
      },
      { title: 'a WebSocket', design: balanced({}, { protocol: 'wss' }), expect: ['webSocket'] },
    ],
  },
});
