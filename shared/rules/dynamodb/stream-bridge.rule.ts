import { sequence, setProperty } from '../../model/edits/index.ts';
import { titleOf } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { insertFix, isLegal } from '../model/bridge.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph, type RuleContext } from '../rule.ts';
import { named } from '../text.ts';

/** What stands between a table and what cannot read its stream. */
const bridgeTo = (kind: string): string => (kind === 'firehose' ? 'kinesis-stream' : 'lambda');

/** A function reads the stream of the table, which must be on for that. */
const bridgeFixes = (graph: Graph, { catalog }: RuleContext, link: Link): readonly Fix[] => {
  const bridge = bridgeTo(link.target.kind);
  const isOff = bridge === 'lambda' && graph.text(link.source, 'streamViewType') === 'none';
  const turnOn = setProperty(link.source.id, 'streamViewType', 'NEW_AND_OLD_IMAGES');
  return insertFix(graph, catalog, link, [bridge]).map(({ title, edit }) => ({
    title,
    edit: isOff ? sequence(turnOn, edit) : edit,
  }));
};

const toward = (kind: string, table: object = {}, properties: object = {}) =>
  design(
    node('dynamodb-table', 'items', { ...table }),
    node(kind, 'target', { ...properties }),
    connection(`dynamodb-table--${kind}`, 'items', 'target'),
  );

export const dynamodbStreamBridge = defineRule({
  meta: {
    id: 'dynamodb/stream-bridge',
    severity: 'error',
    messages: {
      direct: 'The stream of {table} cannot feed {kind} directly; put a {bridge} in between.',
    },
    explain:
      'Only Lambda, EventBridge Pipes and programs with the Kinesis adapter can read the stream of a table. For Firehose (and through it S3, Redshift, OpenSearch) let the table write its changes to a Kinesis data stream in the same Region. For queues, topics and buses use a function or a pipe.',
    docs: {
      title: 'Using Kinesis Data Streams to capture changes to DynamoDB',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/kds.html',
    },
  },
  on: connections({
    from: 'dynamodb-table',
    to: ['firehose', 'sns-topic', 'sqs-queue', 'event-bus'],
  }),
  check(link, graph, report, context) {
    const { catalog } = context;
    if (isLegal(catalog, link)) return;
    const { connection, source, target } = link;
    report({
      message: 'direct',
      data: {
        table: named(source),
        kind: titleOf(catalog, target.kind),
        bridge: titleOf(catalog, bridgeTo(target.kind)),
      },
      fixes: [...bridgeFixes(graph, context, link), removeConnection(catalog, connection)],
    });
  },
  examples: {
    good: [
      {
        title: 'over a data stream to Firehose',
        design: design(
          node('dynamodb-table', 'items', { streamViewType: { Ref: 'View' } }),
          node('kinesis-stream', 'changes'),
          node('firehose', 'archive'),
          node('s3-bucket', 'lake'),
          connection('dynamodb-table--kinesis-stream', 'items', 'changes'),
          connection('kinesis-stream--firehose', 'changes', 'archive'),
          connection('firehose--s3-bucket', 'archive', 'lake'),
        ),
      },
      {
        title: 'a queue for batches that failed',
        design: design(
          node('dynamodb-table', 'items', { streamViewType: 'KEYS_ONLY' }),
          node('lambda', 'worker'),
          node('sqs-queue', 'failures'),
          connection('dynamodb-table--lambda', 'items', 'worker', {}, 'mapping'),
          connection('dynamodb-table--sqs-queue--mapping-on-failure', 'items', 'failures', {
            mapping: 'mapping',
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'Firehose',
        design: design(
          node('dynamodb-table', 'items'),
          node('firehose', 'archive'),
          node('s3-bucket', 'lake'),
          connection('dynamodb-table--firehose', 'items', 'archive'),
          connection('firehose--s3-bucket', 'archive', 'lake'),
        ),
        expect: ['direct'],
      },
      { title: 'a queue', design: toward('sqs-queue'), expect: ['direct'] },
      {
        title: 'a bus, with the stream on already',
        design: toward('event-bus', { streamViewType: 'NEW_IMAGE' }, { name: 'shop' }),
        expect: ['direct'],
      },
    ],
  },
});
