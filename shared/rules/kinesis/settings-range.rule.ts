import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
const ranges = [
  { property: 'retentionPeriodHours', min: 24, max: 8760, unit: 'h' },
  { property: 'shardCount', min: 1, max: Number.POSITIVE_INFINITY },
  { property: 'maxRecordSizeInKiB', min: 1024, max: 10_240, unit: 'KiB' },
];

export const kinesisSettingsRange = defineRule({
  meta: {
    id: 'kinesis/settings-range',
    severity: 'error',
    messages: { outside: '{node}: {property} {value} is outside {range}; correct it.' },
    explain:
      'A stream keeps records for 24 hours by default and for up to 365 days at extra cost. In provisioned mode you choose the number of shards, in on-demand mode AWS does. Records have at most 1 MiB by default and up to 10 MiB when the stream says so.',
    docs: {
      title: 'Kinesis Data Streams quotas and limits',
      url: 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html',
    },
    overlaps: ['I3013', 'E3034'],
  },
  on: nodes('kinesis-stream'),
  check(stream, graph, report) {
    for (const range of ranges) {
      const wrong = outOfRange(graph, stream, range);
      if (!wrong) continue;
      const { property, fixes } = wrong;
      const data = { node: named(stream), property, value: wrong.value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
    }
  },
  examples: {
    good: [
      {
        title: 'usual values',
        design: design(
          node('kinesis-stream', 'clicks', { streamMode: 'PROVISIONED', shardCount: 2 }),
        ),
      },
      {
        title: 'shards of a stream that has none of its own',
        design: design(node('kinesis-stream', 'clicks', { shardCount: 0 })),
      },
      {
        title: 'a time set by a parameter',
        design: design(node('kinesis-stream', 'clicks', { retentionPeriodHours: { Ref: 'H' } })),
      },
    ],
    bad: [
      {
        title: 'more than a year',
        design: design(node('kinesis-stream', 'clicks', { retentionPeriodHours: 9000 })),
        expect: ['outside'],
      },
      {
        title: 'half a shard',
        design: design(
          node('kinesis-stream', 'clicks', { streamMode: 'PROVISIONED', shardCount: 0.5 }),
        ),
        expect: ['outside'],
      },
    ],
  },
});
