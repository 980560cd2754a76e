import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html */
const ranges = [
  { property: 'bufferingSize', min: 1, max: 128, unit: 'MB' },
  { property: 'bufferingInterval', min: 0, max: 900, unit: 's' },
];
/** In MB. https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-buffering.html */
const leastForFiles = 64;

const intoLake = (properties: object) =>
  design(
    node('firehose', 'archive', { ...properties }),
    node('s3-bucket', 'lake'),
    connection('firehose--s3-bucket', 'archive', 'lake'),
  );

export const firehoseBufferRange = defineRule({
  meta: {
    id: 'firehose/buffer-range',
    severity: 'error',
    messages: {
      outside: '{node}: {property} {value} is outside {range}; correct it.',
      tooSmall:
        '{node}: with {feature} the buffer has at least 64 MB, not {bufferingSize} MB; make it larger.',
      notS3: '{node}: dynamic partitioning works only with S3, not with {target}; turn it off.',
      noWait: {
        text: '{node}: dynamic partitioning does not go together with delivering at once; wait for at least 60 s.',
        severity: 'warning',
      },
    },
    explain:
      'Firehose delivers when the buffer is full or the time is over, whichever comes first, so data arrives soon but not at once. Big buffers make fewer and larger files, which are cheaper to query. Dynamic partitioning needs large buffers because it keeps one for each partition.',
    docs: {
      title: 'Buffer data for dynamic partitioning',
      url: 'https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-buffering.html',
    },
    overlaps: ['E3034'],
  },
  on: nodes('firehose'),
  check(stream, graph, report) {
    const node = named(stream);
    let isInRange = true;
    for (const range of ranges) {
      const wrong = outOfRange(graph, stream, range);
      if (!wrong) continue;
      isInRange = false;
      const { property, fixes } = wrong;
      const data = { node, property, value: wrong.value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
    }
    const isPartitioned = graph.boolean(stream, 'dynamicPartitioning') === true;
    const format = graph.text(stream, 'formatConversion') ?? 'none';
    const bufferingSize = graph.number(stream, 'bufferingSize');
    if (
      isInRange &&
      bufferingSize !== undefined &&
      bufferingSize < leastForFiles &&
      (isPartitioned || format !== 'none')
    )
      report({
        message: 'tooSmall',
        property: 'bufferingSize',
        data: {
          node,
          feature: isPartitioned ? 'dynamic partitioning' : `conversion to ${format}`,
          bufferingSize,
        },
        fixes: [
          {
            title: 'Set the buffer to 64 MB',
            edit: setProperty(stream.id, 'bufferingSize', leastForFiles),
          },
        ],
      });
    if (!isPartitioned) return;
    const elsewhere = graph
      .targets(stream, { mechanism: 'stream-delivery' })
      .find(({ kind }) => kind !== 's3-bucket');
    if (elsewhere)
      report({
        message: 'notS3',
        property: 'dynamicPartitioning',
        data: { node, target: named(elsewhere) },
        fixes: [
          {
            title: 'Turn dynamic partitioning off',
            edit: setProperty(stream.id, 'dynamicPartitioning', false),
          },
        ],
      });
    if (graph.number(stream, 'bufferingInterval') === 0)
      report({
        message: 'noWait',
        property: 'bufferingInterval',
        data: { node },
        fixes: [
          { title: 'Wait for up to 60 s', edit: setProperty(stream.id, 'bufferingInterval', 60) },
        ],
      });
  },
  examples: {
    good: [
      { title: 'usual values', design: intoLake({ bufferingSize: 5, bufferingInterval: 300 }) },
      {
        title: 'a size set by a parameter',
        design: intoLake({ bufferingSize: { Ref: 'Size' }, dynamicPartitioning: true }),
      },
      {
        title: 'Parquet in large files',
        design: intoLake({ formatConversion: 'parquet', bufferingSize: 128 }),
      },
    ],
    bad: [
      { title: 'a huge buffer', design: intoLake({ bufferingSize: 500 }), expect: ['outside'] },
      {
        title: 'small buffers for partitions',
        design: intoLake({ dynamicPartitioning: true }),
        expect: ['tooSmall'],
      },
      {
        title: 'small files of Parquet',
        design: intoLake({ formatConversion: 'parquet' }),
        expect: ['tooSmall'],
      },
      {
        title: 'partitions at an endpoint',
        design: design(
          node('firehose', 'archive', { dynamicPartitioning: true, bufferingSize: 64 }),
          node('external-endpoint', 'partner'),
          node('s3-bucket', 'failures'),
          connection('firehose--external-endpoint', 'archive', 'partner'),
          connection('firehose--s3-bucket--backup', 'archive', 'failures'),
        ),
        expect: ['notS3'],
      },
      {
        title: 'partitions at once',
        design: intoLake({ dynamicPartitioning: true, bufferingSize: 64, bufferingInterval: 0 }),
        expect: ['noWait'],
      },
    ],
  },
});
