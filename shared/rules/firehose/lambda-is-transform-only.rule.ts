import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { outOfRange, type Range } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html */
const ranges: readonly Range[] = [
  { property: 'bufferSize', min: 0.2, max: 3, unit: 'MB', isFractional: true },
  { property: 'bufferInterval', min: 0, max: 900, unit: 's' },
];
const longestWait = 300;

const transformed = (timeout: number | { Ref: string }, properties: object = {}) =>
  design(
    node('firehose', 'archive'),
    node('s3-bucket', 'lake'),
    node('lambda', 'clean', { timeout }),
    connection('firehose--s3-bucket', 'archive', 'lake'),
    connection('firehose--lambda', 'archive', 'clean', { ...properties }),
  );

export const firehoseLambdaIsTransformOnly = defineRule({
  meta: {
    id: 'firehose/lambda-is-transform-only',
    severity: 'error',
    messages: {
      second:
        '{node} can have only one function that transforms records; {first} is one already. For other work let functions read the data stream itself.',
      outside: '{node} to {function}: {property} {value} is outside {range}; correct it.',
      tooSlow: {
        text: '{node} waits at most 5 minutes for {function}, which may run {timeout} s; set its timeout to 300 s or less.',
        severity: 'warning',
      },
    },
    explain:
      'Firehose is no event source. It invokes one function with a buffer of records and waits at most 5 minutes for the transformed ones; request and answer may have 6 MB. The result then goes to the destination.',
    docs: {
      title: 'Transform source data in Amazon Data Firehose',
      url: 'https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html',
    },
  },
  on: connections({ from: 'firehose', to: 'lambda', mechanism: 'transform' }),
  check({ connection, source: stream, target: fn }, graph, report, { catalog }) {
    const node = named(stream);
    const [first] = graph.outgoing(stream, { mechanism: 'transform' });
    if (first && first.id !== connection.id)
      report({
        message: 'second',
        data: { node, first: named(graph.target(first)) },
        fixes: [removeConnection(catalog, connection)],
      });
    for (const range of ranges) {
      const wrong = outOfRange(graph, connection, range);
      if (!wrong) continue;
      const { property, fixes } = wrong;
      const data = { node, function: named(fn), property, value: wrong.value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
    }
    const timeout = graph.number(fn, 'timeout');
    if (timeout !== undefined && timeout > longestWait)
      report({
        message: 'tooSlow',
        data: { node, function: named(fn), timeout },
        fixes: [
          {
            title: `Set the timeout of ${named(fn)} to 300 s`,
            edit: setProperty(fn.id, 'timeout', longestWait),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'a minute', design: transformed(60, { bufferSize: 0.5 }) },
      { title: 'a timeout set by a parameter', design: transformed({ Ref: 'Seconds' }) },
    ],
    bad: [
      {
        title: 'two functions',
        design: design(
          node('firehose', 'archive'),
          node('s3-bucket', 'lake'),
          node('lambda', 'clean', { timeout: 60 }),
          node('lambda', 'count', { timeout: 60 }),
          connection('firehose--s3-bucket', 'archive', 'lake'),
          connection('firehose--lambda', 'archive', 'clean'),
          connection('firehose--lambda', 'archive', 'count'),
        ),
        expect: ['second'],
      },
      {
        title: 'a buffer of 10 MB',
        design: transformed(60, { bufferSize: 10 }),
        expect: ['outside'],
      },
      { title: 'ten minutes', design: transformed(600), expect: ['tooSlow'] },
    ],
  },
});
