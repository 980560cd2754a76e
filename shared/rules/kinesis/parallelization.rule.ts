import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html */
const ranges = [
  { property: 'parallelizationFactor', min: 1, max: 10 },
  { property: 'tumblingWindow', min: 0, max: 900, unit: 's' },
];

const fromStream = (properties: Parameters<typeof connection>[3]) =>
  design(
    node('kinesis-stream', 'clicks'),
    node('lambda', 'worker'),
    connection('kinesis-stream--lambda', 'clicks', 'worker', properties),
  );

export const kinesisParallelization = defineRule({
  meta: {
    id: 'kinesis/parallelization',
    severity: 'error',
    messages: {
      outside: '{source} to {function}: {property} {value} is outside {range}; correct it.',
      window: {
        text: '{source} to {function}: a tumbling window adds up what one shard brings, but {factor} batches of a shard are handled side by side; set the parallelization factor to 1.',
        severity: 'warning',
      },
    },
    explain:
      'Usually one invocation at a time works on a shard. A factor of up to 10 handles several batches of a shard side by side, while records of one partition key stay in order. The concurrency needed is the number of shards times the factor.',
    docs: {
      title: 'Lambda parameters for Amazon Kinesis Data Streams event source mappings',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html',
    },
    overlaps: ['E3034'],
  },
  on: connections({
    from: ['kinesis-stream', 'dynamodb-table'],
    to: 'lambda',
    type: ['kinesis-stream--lambda', 'dynamodb-table--lambda'],
  }),
  check({ connection, source, target }, graph, report) {
    const ends = { source: named(source), function: named(target) };
    let isInRange = true;
    for (const range of ranges) {
      const wrong = outOfRange(graph, connection, range);
      if (!wrong) continue;
      isInRange = false;
      const { property, fixes } = wrong;
      const data = { ...ends, property, value: wrong.value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
    }
    const factor = graph.number(connection, 'parallelizationFactor');
    const window = graph.number(connection, 'tumblingWindow');
    if (!isInRange || factor === undefined || window === undefined) return;
    if (window > 0 && factor > 1)
      report({
        message: 'window',
        property: 'parallelizationFactor',
        data: { ...ends, factor },
        fixes: [
          {
            title: 'Set the parallelization factor to 1',
            edit: setProperty(connection.id, 'parallelizationFactor', 1),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'two at a time', design: fromStream({ parallelizationFactor: 2 }) },
      {
        title: 'a factor set by a parameter',
        design: fromStream({ parallelizationFactor: { Ref: 'Factor' }, tumblingWindow: 60 }),
      },
    ],
    bad: [
      {
        title: 'twenty at a time',
        design: fromStream({ parallelizationFactor: 20 }),
        expect: ['outside'],
      },
      {
        title: 'a window of an hour',
        design: fromStream({ tumblingWindow: 3600 }),
        expect: ['outside'],
      },
      {
        title: 'a window over batches side by side',
        design: fromStream({ parallelizationFactor: 2, tumblingWindow: 60 }),
        expect: ['window'],
      },
    ],
  },
});
