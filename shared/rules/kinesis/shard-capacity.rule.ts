import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { counted, formatNumber, named } from '../text.ts';

/** What one shard takes. https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
const megabytesPerShard = 1;
const recordsPerShard = 1000;

const stream = (properties: object) =>
  design(node('kinesis-stream', 'clicks', { streamMode: 'PROVISIONED', ...properties }));

export const kinesisShardCapacity = defineRule({
  meta: {
    id: 'kinesis/shard-capacity',
    severity: 'warning',
    messages: {
      tooFew:
        '{node}: {load} need {needed}, there are {shards}; add shards or let AWS choose their number (on-demand).',
    },
    explain:
      'One shard takes 1 MB or 1,000 records a second and gives 2 MB a second to all who share it. Above that, writers are refused. A few busy partition keys can overload one shard while others have nothing to do.',
    docs: {
      title: 'Kinesis Data Streams quotas and limits',
      url: 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html',
    },
  },
  on: nodes('kinesis-stream'),
  check(node, graph, report) {
    if (graph.text(node, 'streamMode') !== 'PROVISIONED') return;
    const shards = graph.number(node, 'shardCount');
    if (shards === undefined) return;
    const megabytes = graph.number(node, 'expectedWriteMbps') ?? 0;
    const records = graph.number(node, 'expectedRecordsPerS') ?? 0;
    const byBytes = Math.ceil(megabytes / megabytesPerShard);
    const byRecords = Math.ceil(records / recordsPerShard);
    const needed = Math.max(byBytes, byRecords);
    if (needed <= shards) return;
    report({
      message: 'tooFew',
      property: 'shardCount',
      data: {
        node: named(node),
        load:
          byBytes >= byRecords
            ? `${formatNumber(megabytes)} MB a second`
            : `${formatNumber(records)} records a second`,
        needed: counted(needed, 'shard'),
        shards,
      },
      fixes: [
        {
          title: `Set the number of shards to ${needed}`,
          edit: setProperty(node.id, 'shardCount', needed),
        },
        {
          title: 'Let AWS choose the number of shards',
          edit: setProperty(node.id, 'streamMode', 'ON_DEMAND'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'shards enough', design: stream({ shardCount: 2, expectedWriteMbps: 1.5 }) },
      {
        title: 'a number set by a parameter',
        design: stream({ shardCount: { Ref: 'Shards' }, expectedWriteMbps: 4 }),
      },
      { title: 'on demand', design: stream({ streamMode: 'ON_DEMAND', expectedWriteMbps: 4 }) },
    ],
    bad: [
      { title: 'too many bytes', design: stream({ expectedWriteMbps: 4 }), expect: ['tooFew'] },
      {
        title: 'too many records',
        design: stream({ shardCount: 2, expectedRecordsPerS: 2500 }),
        expect: ['tooFew'],
      },
    ],
  },
});
