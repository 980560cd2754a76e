import { type Edit, sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, type ExampleItem, node } from '../examples.ts';
import { addNear, whileThere } from '../fixes.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Fix, type Graph, type RuleContext } from '../rule.ts';
import { listOf, named } from '../text.ts';

const fewTries = 3;

/** What keeps a bad record from stopping its shard, and is missing. */
interface Gaps {
  readonly limit: boolean;
  readonly queue: boolean;
}

const gapsOf = (graph: Graph, { connection, target: pipe }: Link): Gaps => ({
  // A greatest age ends the tries as well.
  limit:
    graph.number(connection, 'maximumRetryAttempts') === -1 &&
    graph.number(connection, 'maximumRecordAge') === -1,
  queue:
    !graph.isSet(connection, 'deadLetterQueue') &&
    graph.outgoing(pipe, { type: 'pipe--sqs-queue--dead-letter' }).length === 0,
});

const fixesFor = (
  graph: Graph,
  { catalog }: RuleContext,
  { connection, target: pipe }: Link,
  gaps: Gaps,
): readonly Fix[] => {
  const limit: readonly Edit[] = gaps.limit
    ? [setProperty(connection.id, 'maximumRetryAttempts', fewTries)]
    : [];
  if (!gaps.queue) return [{ title: 'Stop after three tries', edit: sequence(...limit) }];
  const title = gaps.limit
    ? 'Stop after three tries and keep word of what failed'
    : 'Keep word of what failed in a queue';
  return addNear(
    graph,
    catalog,
    title,
    pipe,
    { kind: 'sqs-queue', name: `${pipe.name} failures` },
    (id) => [{ type: 'pipe--sqs-queue--dead-letter', from: pipe.id, to: id }],
  ).map((fix) => ({ title, edit: whileThere([connection.id], sequence(...limit, fix.edit)) }));
};

const fromStream = (
  properties: Parameters<typeof connection>[3],
  ...more: readonly ExampleItem[]
) =>
  design(
    node('kinesis-stream', 'clicks'),
    node('pipe', 'check'),
    node('lambda', 'worker'),
    node('sqs-queue', 'failures'),
    connection('kinesis-stream--pipe', 'clicks', 'check', properties),
    connection('pipe--lambda', 'check', 'worker'),
    ...more,
  );
const kept = connection('pipe--sqs-queue--dead-letter', 'check', 'failures');

export const pipeStreamNoDlq = defineRule({
  meta: {
    id: 'pipe/stream-no-dlq',
    severity: 'warning',
    messages: {
      stuck:
        '{source} to {node}: one bad record can stop its shard until it expires; there is {missing}.',
      lost: '{source} to {node}: what fails for good is lost without a trace; there is no dead-letter queue.',
    },
    explain:
      'Streams are read in order, so the pipe repeats a batch that fails until it works or the records are too old, which is 24 hours for a table and the retention of a Kinesis stream. Everything behind waits. A limit of tries or of age lets the shard go on, and a dead-letter queue keeps word of what was given up.',
    docs: {
      title: 'Amazon EventBridge Pipes error handling and troubleshooting',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-error-troubleshooting.html',
    },
  },
  on: connections({ type: ['kinesis-stream--pipe', 'dynamodb-table--pipe'] }),
  check(link, graph, report, context) {
    const gaps = gapsOf(graph, link);
    if (!gaps.limit && !gaps.queue) return;
    const data = { source: named(link.source), node: named(link.target) };
    const fixes = fixesFor(graph, context, link, gaps);
    if (gaps.limit)
      report({
        message: 'stuck',
        property: 'maximumRetryAttempts',
        data: {
          ...data,
          missing: listOf(['no limit of tries', ...(gaps.queue ? ['no dead-letter queue'] : [])]),
        },
        fixes,
      });
    else report({ message: 'lost', property: 'deadLetterQueue', data, fixes });
  },
  examples: {
    good: [
      {
        title: 'three tries and a queue',
        design: fromStream({ maximumRetryAttempts: 3 }, kept),
      },
      {
        title: 'a greatest age, and a queue named in the setting',
        design: fromStream({ maximumRecordAge: 3600, deadLetterQueue: 'failures' }),
      },
      {
        title: 'a number of tries from a parameter',
        design: fromStream({ maximumRetryAttempts: { Ref: 'Tries' } }, kept),
      },
    ],
    bad: [
      { title: 'nothing set', design: fromStream({}), expect: ['stuck'] },
      { title: 'a queue, but endless tries', design: fromStream({}, kept), expect: ['stuck'] },
      {
        title: 'three tries, and then lost',
        design: fromStream({ maximumRetryAttempts: 3 }),
        expect: ['lost'],
      },
    ],
  },
});
