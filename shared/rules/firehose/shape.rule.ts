import { titleOf } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { addNear, removeConnection } from '../fixes.ts';
import { isLegal } from '../model/bridge.ts';
import { reversedType } from '../model/reversed.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Graph, type Node, type RuleContext } from '../rule.ts';
import { named } from '../text.ts';

/** Ways to put records into the stream directly. */
const putting = [
  'api-integration',
  'eventbridge-target',
  'iam-data-access',
  'log-subscription',
  'logging',
  'pipe-target',
  'scheduler-target',
  'subscriber-target',
  'subscription',
  'workflow-task',
];

/** Connections to what is no destination at all; those the wrong way round are left to the rules of the model. */
const wrongDestinations = (
  graph: Graph,
  { catalog }: RuleContext,
  stream: Node,
): readonly { readonly connection: Connection; readonly target: Node }[] =>
  graph.outgoing(stream).flatMap((connection) => {
    const target = graph.target(connection);
    if (!target || !catalog.kind(target.kind) || target.kind === 'lambda') return [];
    if (isLegal(catalog, { connection, source: stream, target })) return [];
    if (catalog.between(stream.kind, target.kind).length > 0) return [];
    if (reversedType(catalog, connection.type, stream.kind, target.kind)) return [];
    return [{ connection, target }];
  });

const archive = node('firehose', 'archive');
const lake = node('s3-bucket', 'lake');
const toLake = connection('firehose--s3-bucket', 'archive', 'lake');

export const firehoseShape = defineRule({
  meta: {
    id: 'firehose/shape',
    severity: 'error',
    messages: {
      noDestination: '{node} has no destination; connect it to a bucket.',
      twoDestinations:
        '{node} has {count} destinations, but a Firehose stream has one; use a stream for each.',
      wrongDestination:
        'Firehose cannot deliver to {kind}; its destinations are S3, analytics stores and HTTPS endpoints.',
      twoStreams: '{node} reads {count} data streams, but a Firehose stream has one source.',
      mixed:
        '{node} reads the data stream {stream}, so {other} cannot put records into it directly; let it write to {stream}.',
      noBackup:
        '{node} delivers to {target} and needs a bucket for records that cannot be delivered.',
    },
    explain:
      'Firehose collects records and writes them in batches to one store. When it reads from a Kinesis data stream, nobody else can put records into it directly. Destinations other than S3 need a bucket for records that could not be delivered.',
    docs: {
      title: 'Understand source and destination settings in Amazon Data Firehose',
      url: 'https://docs.aws.amazon.com/firehose/latest/dev/create-name.html',
    },
  },
  on: nodes('firehose'),
  check(stream, graph, report, context) {
    const { catalog } = context;
    const node = named(stream);
    for (const { connection, target } of wrongDestinations(graph, context, stream))
      report({
        message: 'wrongDestination',
        at: connection,
        data: { kind: titleOf(catalog, target.kind) },
        fixes: [removeConnection(catalog, connection)],
      });

    const bucket = (name: string) => ({ kind: 's3-bucket', name: `${stream.name} ${name}` });
    const deliveries = graph.outgoing(stream, { mechanism: 'stream-delivery' });
    const [delivery] = deliveries;
    if (!delivery) {
      report({
        message: 'noDestination',
        data: { node },
        fixes: addNear(graph, catalog, 'Add a bucket', stream, bucket('data'), (id) => [
          { type: 'firehose--s3-bucket', from: stream.id, to: id },
        ]),
      });
    } else if (deliveries.length > 1)
      report({ message: 'twoDestinations', data: { node, count: deliveries.length } });
    const elsewhere = deliveries
      .map((it) => graph.target(it))
      .find((target) => target && target.kind !== 's3-bucket');
    if (elsewhere && graph.outgoing(stream, { mechanism: 'backup' }).length === 0)
      report({
        message: 'noBackup',
        data: { node, target: named(elsewhere) },
        fixes: addNear(
          graph,
          catalog,
          'Add a bucket for failed records',
          stream,
          bucket('failures'),
          (id) => [{ type: 'firehose--s3-bucket--backup', from: stream.id, to: id }],
        ),
      });

    const streams = graph.incoming(stream, { mechanism: 'stream' });
    const [source] = streams;
    if (!source) return;
    if (streams.length > 1)
      report({ message: 'twoStreams', data: { node, count: streams.length } });
    const [other] = graph.incoming(stream, { mechanism: putting });
    if (other)
      report({
        message: 'mixed',
        at: other,
        data: {
          node,
          stream: named(graph.source(source)),
          other: named(graph.source(other)),
        },
        fixes: [removeConnection(catalog, other)],
      });
  },
  examples: {
    good: [
      {
        title: 'from a data stream into a bucket',
        design: design(
          node('kinesis-stream', 'clicks'),
          node('firehose', 'archive', { bufferingInterval: { Ref: 'Seconds' } }),
          lake,
          connection('kinesis-stream--firehose', 'clicks', 'archive'),
          toLake,
        ),
      },
      {
        title: 'from two functions',
        design: design(
          node('lambda', 'front'),
          node('lambda', 'back'),
          archive,
          lake,
          connection('lambda--firehose', 'front', 'archive'),
          connection('lambda--firehose', 'back', 'archive'),
          toLake,
        ),
      },
    ],
    bad: [
      { title: 'no destination', design: design(archive), expect: ['noDestination'] },
      {
        title: 'two buckets',
        design: design(
          archive,
          lake,
          node('s3-bucket', 'copy'),
          toLake,
          connection('firehose--s3-bucket', 'archive', 'copy'),
        ),
        expect: ['twoDestinations'],
      },
      {
        title: 'a table as the destination',
        design: design(
          archive,
          node('dynamodb-table', 'items'),
          connection('firehose--dynamodb-table', 'archive', 'items'),
        ),
        expect: ['noDestination', 'wrongDestination'],
      },
      {
        title: 'two data streams',
        design: design(
          node('kinesis-stream', 'clicks'),
          node('kinesis-stream', 'orders'),
          archive,
          lake,
          connection('kinesis-stream--firehose', 'clicks', 'archive'),
          connection('kinesis-stream--firehose', 'orders', 'archive'),
          toLake,
        ),
        expect: ['twoStreams'],
      },
      {
        title: 'a data stream and a function',
        design: design(
          node('kinesis-stream', 'clicks'),
          node('lambda', 'front'),
          archive,
          lake,
          connection('kinesis-stream--firehose', 'clicks', 'archive'),
          connection('lambda--firehose', 'front', 'archive'),
          toLake,
        ),
        expect: ['mixed'],
      },
      {
        title: 'an endpoint without a bucket for failures',
        design: design(
          archive,
          node('external-endpoint', 'partner'),
          connection('firehose--external-endpoint', 'archive', 'partner'),
        ),
        expect: ['noBackup'],
      },
    ],
  },
});
