import type { Connection, Graph } from '../../graph/graph.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** A consumer of its own is another source to Lambda than the stream itself. */
const polls = (graph: Graph, mapping: Connection): 'stream' | 'consumer' | 'unknown' => {
  if (mapping.type !== 'kinesis-stream--lambda') return 'stream';
  const fansOut = graph.boolean(mapping, 'enhancedFanOut');
  return fansOut === undefined ? 'unknown' : fansOut ? 'consumer' : 'stream';
};

const twice = (first: object, second: object) =>
  design(
    node('kinesis-stream', 'clicks'),
    node('lambda', 'count'),
    connection('kinesis-stream--lambda', 'clicks', 'count', { ...first }),
    connection('kinesis-stream--lambda', 'clicks', 'count', { ...second }),
  );

export const lambdaOneMapping = defineRule({
  meta: {
    id: 'lambda/one-mapping',
    severity: 'error',
    messages: {
      exists:
        '{source} triggers {target} already, and Lambda polls a source for a function once; put all filters into one connection, or use a second function.',
    },
    explain:
      'An event source mapping is found by its source and its function, so AWS refuses a second one for the same pair: the deployment ends with "mapping already exists". One mapping can have several filters, and an event that passes any of them is taken.',
    docs: {
      title: 'How Lambda processes records from stream and queue-based event sources',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html',
    },
  },
  on: connections({ mechanism: 'event-source-mapping' }),
  check({ connection, source, target }, graph, report, { catalog }) {
    const siblings = graph
      .outgoing(source, { type: connection.type })
      .filter(({ to }) => to === target.id);
    if (siblings.length < 2) return;
    const way = polls(graph, connection);
    const first = siblings.find((other) => polls(graph, other) === way);
    if (way === 'unknown' || first === undefined || first.id === connection.id) return;
    report({
      message: 'exists',
      data: { source: named(source), target: named(target) },
      fixes: [removeConnection(catalog, connection, 'Remove the second connection')],
    });
  },
  examples: {
    good: [
      {
        title: 'a shared reader, and a consumer of its own',
        design: twice({}, { enhancedFanOut: true }),
      },
      {
        title: 'a way of reading that nobody knows yet',
        design: twice({ enhancedFanOut: { Ref: 'Fast' } }, {}),
      },
    ],
    bad: [
      {
        title: 'a stream twice',
        design: twice({ batchSize: 5 }, { batchSize: 10 }),
        expect: ['exists'],
      },
      {
        title: 'a queue twice, with two filters',
        design: design(
          node('sqs-queue', 'orders', { visibilityTimeout: 180 }),
          node('lambda', 'worker', { timeout: 30 }),
          connection('sqs-queue--lambda', 'orders', 'worker', { filters: [{ body: { a: [1] } }] }),
          connection('sqs-queue--lambda', 'orders', 'worker', { filters: [{ body: { b: [1] } }] }),
        ),
        expect: ['exists'],
      },
    ],
  },
});
