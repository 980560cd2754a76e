import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Graph } from '../rule.ts';
import { named } from '../text.ts';

/** Lambda's own default, in seconds. https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html */
const standard = 3;
const advised = 15;

/** Connections that are opened over the network, where the first one takes its time. */
const isSlow = (graph: Graph, connection: Connection): boolean => {
  switch (graph.mechanism(connection)) {
    case 'network-access':
    case 'cache':
      return true;
    case 'http-call':
      return graph.target(connection)?.kind === 'external-endpoint';
    case 'direct-invoke':
      return graph.text(connection, 'invocationType') === 'RequestResponse';
    default:
      return (
        connection.type === 'lambda--state-machine' && graph.boolean(connection, 'sync') === true
      );
  }
};

export const lambdaDefaultTimeoutWithIo = defineRule({
  meta: {
    id: 'lambda/default-timeout-with-io',
    severity: 'warning',
    messages: {
      slowCall:
        '{node}: a timeout of {timeout} s is very short for a call to {target}; raise it to about three times the slowest call.',
      inVpc:
        '{node}: a timeout of {timeout} s is very short for a function that works inside a VPC; raise it to about three times the slowest call.',
    },
    explain:
      'The default timeout is 3 seconds and includes the time that the function itself takes to start. Opening a database connection or calling a slow service can use that up, and then the caller sees an error although the code is fine. Choose the timeout from measured durations, not from the default.',
    docs: {
      title: 'Configure Lambda function timeout',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    const timeout = graph.number(fn, 'timeout');
    if (timeout === undefined || timeout > standard) return;
    const slow = graph.outgoing(fn).find((connection) => isSlow(graph, connection));
    if (!slow && !graph.vpc(fn)) return;
    const fixes = [
      { title: `Set the timeout to ${advised} s`, edit: setProperty(fn.id, 'timeout', advised) },
    ];
    const data = { node: named(fn), timeout };
    if (slow)
      report({
        message: 'slowCall',
        property: 'timeout',
        data: { ...data, target: named(graph.target(slow)) },
        fixes,
      });
    else report({ message: 'inVpc', property: 'timeout', data, fixes });
  },
  examples: {
    good: [
      {
        title: 'time enough for a database',
        design: design(
          node('lambda', 'worker', { timeout: 15 }),
          node('rds-proxy', 'pool'),
          connection('lambda--rds-proxy', 'worker', 'pool'),
        ),
      },
      {
        title: 'a timeout set by a parameter',
        design: design(
          node('lambda', 'worker', { timeout: { Ref: 'Seconds' } }),
          node('external-endpoint', 'bank'),
          connection('lambda--external-endpoint', 'worker', 'bank'),
        ),
      },
      {
        title: 'calls that do not wait',
        design: design(
          node('lambda', 'worker'),
          node('lambda', 'report'),
          node('dynamodb-table', 'items'),
          connection('lambda--lambda--invoke', 'worker', 'report', { invocationType: 'Event' }),
          connection('lambda--dynamodb-table', 'worker', 'items'),
        ),
      },
    ],
    bad: [
      {
        title: 'the default and an outside service',
        design: design(
          node('lambda', 'worker'),
          node('external-endpoint', 'bank'),
          connection('lambda--external-endpoint', 'worker', 'bank'),
        ),
        expect: ['slowCall'],
      },
      {
        title: 'a function that waits for another',
        design: design(
          node('lambda', 'worker', { timeout: 2 }),
          node('lambda', 'price'),
          connection('lambda--lambda--invoke', 'worker', 'price'),
        ),
        expect: ['slowCall'],
      },
      {
        title: 'a workflow whose end it waits for',
        design: design(
          node('lambda', 'worker'),
          node('state-machine', 'checkout', { type: 'EXPRESS' }),
          connection('lambda--state-machine', 'worker', 'checkout', { sync: true }),
        ),
        expect: ['slowCall'],
      },
      {
        title: 'a function in a VPC',
        design: design(
          inside(node('vpc', 'net'), inside(node('subnet', 'private'), node('lambda', 'worker'))),
        ),
        expect: ['inVpc'],
      },
    ],
  },
});
