import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Fix, type Graph } from '../rule.ts';
import { named } from '../text.ts';

/** Two readers get 1 MB a second each and little delay. https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html */
const comfortable = 2;
/** With own throughput: 20, and 50 in the mode On-demand Advantage. https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
const usualMost = 20;
const most = 50;

const reading = ['event-source-mapping', 'stream', 'pipe-source', 'worker-poll'];

const hasOwnThroughput = (graph: Graph, consumer: Connection): boolean =>
  consumer.type === 'kinesis-stream--lambda' && graph.boolean(consumer, 'enhancedFanOut') !== false;

const fanOut = (graph: Graph, shared: readonly Connection[]): readonly Fix[] => {
  const functions = shared.filter(({ type }) => type === 'kinesis-stream--lambda');
  const moved = functions.slice(-(shared.length - comfortable));
  return moved.length < shared.length - comfortable
    ? []
    : [
        {
          title: `Give enhanced fan-out to ${moved.map(({ to }) => named(graph.node(to))).join(', ')}`,
          edit: sequence(...moved.map(({ id }) => setProperty(id, 'enhancedFanOut', true))),
        },
      ];
};

const consumers = (count: number, properties: Parameters<typeof connection>[3] = {}) =>
  Array.from({ length: count }, (_, at) => [
    node('lambda', `worker-${at}`),
    connection('kinesis-stream--lambda', 'clicks', `worker-${at}`, properties),
  ]).flat();

export const kinesisManyConsumers = defineRule({
  meta: {
    id: 'kinesis/many-consumers',
    severity: 'warning',
    messages: {
      shared:
        '{count} consumers share the 2 MB a second of each shard of {node}; give enhanced fan-out to those that must be fast.',
      manyOwn:
        '{node} has {count} consumers with enhanced fan-out; 20 are the most, and 50 in the mode On-demand Advantage.',
      tooManyOwn: {
        text: '{node} has {count} consumers with enhanced fan-out; 50 are the most.',
        severity: 'error',
      },
    },
    explain:
      'Ordinary consumers of a shard share 2 MB a second and five reads a second, so each further one slows down the others. Enhanced fan-out gives a consumer 2 MB a second of its own and pushes records to it, at an extra price.',
    docs: {
      title: 'Develop enhanced fan-out consumers with dedicated throughput',
      url: 'https://docs.aws.amazon.com/streams/latest/dev/enhanced-consumers.html',
    },
  },
  on: nodes('kinesis-stream'),
  check(stream, graph, report) {
    const readers = graph.outgoing(stream, { mechanism: reading });
    if (readers.length <= comfortable) return;
    const shared = readers.filter((reader) => !hasOwnThroughput(graph, reader));
    const own = readers.length - shared.length;
    const node = named(stream);
    if (shared.length > comfortable)
      report({
        message: 'shared',
        data: { node, count: shared.length },
        fixes: fanOut(graph, shared),
      });
    if (own > most) report({ message: 'tooManyOwn', data: { node, count: own } });
    else if (own > usualMost) report({ message: 'manyOwn', data: { node, count: own } });
  },
  examples: {
    good: [
      { title: 'two functions', design: design(node('kinesis-stream', 'clicks'), ...consumers(2)) },
      {
        title: 'four, some of which may have their own throughput',
        design: design(
          node('kinesis-stream', 'clicks'),
          ...consumers(4, { enhancedFanOut: { Ref: 'Fast' } }),
        ),
      },
    ],
    bad: [
      {
        title: 'four functions',
        design: design(node('kinesis-stream', 'clicks'), ...consumers(4)),
        expect: ['shared'],
      },
      {
        title: 'two functions beside Firehose',
        design: design(
          node('kinesis-stream', 'clicks'),
          ...consumers(2),
          node('firehose', 'archive'),
          node('s3-bucket', 'lake'),
          connection('kinesis-stream--firehose', 'clicks', 'archive'),
          connection('firehose--s3-bucket', 'archive', 'lake'),
        ),
        expect: ['shared'],
      },
      {
        title: 'very many with their own throughput',
        design: design(
          node('kinesis-stream', 'clicks'),
          ...consumers(21, { enhancedFanOut: true }),
        ),
        expect: ['manyOwn'],
      },
      {
        title: 'more than there can be',
        design: design(
          node('kinesis-stream', 'clicks'),
          ...consumers(51, { enhancedFanOut: true }),
        ),
        expect: ['tooManyOwn'],
      },
    ],
  },
});
