import { type Edit, sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, type ExampleItem, node } from '../examples.ts';
import { addNear, whileThere } from '../fixes.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph, type RuleContext } from '../rule.ts';
import { listOf, named } from '../text.ts';

const fewTries = 3;

/** Arrows from a stream to where the batches of one of its readers go when they failed. */
const destinations = ['kinesis-stream', 'dynamodb-table'].flatMap((source) =>
  ['sqs-queue', 'sns-topic', 's3-bucket'].map(
    (target) => `${source}--${target}--mapping-on-failure`,
  ),
);

/** What keeps a bad record from stopping its shard, and is missing. */
interface Gaps {
  readonly limit: boolean;
  readonly bisect: boolean;
  readonly destination: boolean;
}

const gapsOf = (graph: Graph, { connection, source }: Link): Gaps => ({
  // A greatest age ends the tries as well.
  limit:
    graph.number(connection, 'maximumRetryAttempts') === -1 &&
    graph.number(connection, 'maximumRecordAge') === -1,
  bisect: graph.boolean(connection, 'bisectBatchOnError') === false,
  destination:
    !graph.isSet(connection, 'onFailureDestination') &&
    !graph
      .outgoing(source, { type: destinations })
      .some((arrow) => graph.value(arrow, 'mapping') === connection.id),
});

const fixFor = (
  graph: Graph,
  { catalog }: RuleContext,
  { connection, source }: Link,
  gaps: Gaps,
): readonly Fix[] => {
  const settings: Edit[] = [
    ...(gaps.limit ? [setProperty(connection.id, 'maximumRetryAttempts', fewTries)] : []),
    ...(gaps.bisect ? [setProperty(connection.id, 'bisectBatchOnError', true)] : []),
  ];
  const title = 'Stop after three tries, split batches and keep what failed';
  if (!gaps.destination)
    return [{ title: 'Stop after three tries and split batches', edit: sequence(...settings) }];
  return addNear(
    graph,
    catalog,
    title,
    source,
    { kind: 'sqs-queue', name: `${source.name} failures` },
    (id) => [
      {
        type: `${source.kind}--sqs-queue--mapping-on-failure`,
        from: source.id,
        to: id,
        properties: { mapping: connection.id },
      },
    ],
  ).map((fix) => ({
    title,
    edit: whileThere([connection.id], sequence(...settings, fix.edit)),
  }));
};

const fromStream = (
  properties: Parameters<typeof connection>[3],
  ...more: readonly ExampleItem[]
) =>
  design(
    node('kinesis-stream', 'clicks'),
    node('lambda', 'worker'),
    node('sqs-queue', 'failures'),
    connection('kinesis-stream--lambda', 'clicks', 'worker', properties, 'mapping'),
    ...more,
  );
const careful = { maximumRetryAttempts: 3, bisectBatchOnError: true };

export const kinesisPoisonRecord = defineRule({
  meta: {
    id: 'kinesis/poison-record',
    severity: 'warning',
    messages: {
      stuck:
        '{source} to {function}: one bad record can stop its shard until it expires; there is {missing}.',
    },
    explain:
      'Lambda reads a shard in order and repeats a batch that failed, by default until the records expire, which takes a day or more. Everything behind waits. Splitting the batch finds the bad record, a limit of tries gives up on it, and the destination keeps a note of it.',
    docs: {
      title: 'Configuring error handling for Kinesis event sources',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html',
    },
  },
  on: connections({
    from: ['kinesis-stream', 'dynamodb-table'],
    to: 'lambda',
    type: ['kinesis-stream--lambda', 'dynamodb-table--lambda'],
  }),
  check(link, graph, report, context) {
    const gaps = gapsOf(graph, link);
    const missing = [
      ...(gaps.limit ? ['no limit of tries'] : []),
      ...(gaps.bisect ? ['no splitting of batches'] : []),
      ...(gaps.destination ? ['no failure destination'] : []),
    ];
    if (missing.length === 0) return;
    report({
      message: 'stuck',
      data: {
        source: named(link.source),
        function: named(link.target),
        missing: listOf(missing),
      },
      fixes: fixFor(graph, context, link, gaps),
    });
  },
  examples: {
    good: [
      {
        title: 'a limit, splitting and a destination',
        design: fromStream({ ...careful, onFailureDestination: 'failures' }),
      },
      {
        title: 'a destination as an arrow, and values from parameters',
        design: fromStream(
          { maximumRetryAttempts: { Ref: 'Tries' }, bisectBatchOnError: { Ref: 'Split' } },
          connection('kinesis-stream--sqs-queue--mapping-on-failure', 'clicks', 'failures', {
            mapping: 'mapping',
          }),
        ),
      },
      {
        title: 'a greatest age instead of a limit of tries',
        design: fromStream({
          maximumRecordAge: 3600,
          bisectBatchOnError: true,
          onFailureDestination: 'failures',
        }),
      },
    ],
    bad: [
      { title: 'nothing of the three', design: fromStream({}), expect: ['stuck'] },
      {
        title: 'a destination alone',
        design: fromStream({ onFailureDestination: 'failures' }),
        expect: ['stuck'],
      },
      {
        title: 'the stream of a table',
        design: design(
          node('dynamodb-table', 'items', { streamViewType: 'NEW_IMAGE' }),
          node('lambda', 'worker'),
          connection('dynamodb-table--lambda', 'items', 'worker', careful),
        ),
        expect: ['stuck'],
      },
    ],
  },
});
