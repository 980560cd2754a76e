import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { connection, design, node, settings } from '../examples.ts';
import { connections } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html */
const ranges = [
  { property: 'batchSize', min: 1, max: 10_000 },
  { property: 'maximumBatchingWindow', min: 0, max: 300, unit: 's' },
];
/** The most messages of a FIFO queue in a batch, and the most of a standard queue without a window. */
const smallBatch = 10;
/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html */
const youngest = 60;
/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html */
const mostFilters = 10;

const fromQueue = (queue: object, properties: Parameters<typeof connection>[3]) =>
  design(
    node('sqs-queue', 'orders', { ...queue }),
    node('lambda', 'worker'),
    connection('sqs-queue--lambda', 'orders', 'worker', properties),
  );
const filters = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ body: { type: [`type-${at}`] } }));

export const lambdaPollerBatchRange = defineRule({
  meta: {
    id: 'lambda/poller-batch-range',
    severity: 'error',
    messages: {
      outside: '{source} to {function}: {property} {value} is outside {range}; correct it.',
      shortAge:
        '{source} to {function}: a maximum record age of {value} s is too short; records must be allowed to become 60 s old, or -1 for as old as the stream keeps them.',
      fifoBatch:
        '{source} to {function}: a batch of {batchSize} is too large for a FIFO queue; 10 messages are the most.',
      fifoWindow:
        '{source} to {function}: a FIFO queue knows no batching window; remove the {window} s.',
      needsWindow:
        '{source} to {function}: a batch of {batchSize} needs time to fill; set a batching window of at least 1 s, or at most 10 messages.',
      tooManyFilters:
        '{source} to {function}: {count} filters are more than the {limit} that an event source can have; put several values into one filter.',
      manyFilters: {
        text: '{source} to {function}: {count} filters are more than the default of {limit} (adjustable to 10); put several values into one filter or have the quota raised.',
        severity: 'warning',
      },
    },
    explain:
      'Lambda polls these sources and hands over batches. Large batches save invocations but need a batching window, so that Lambda may wait for them; FIFO queues keep order and therefore allow only 10 messages and no window. Five filters for each event source are the default quota, on request it is ten.',
    docs: {
      title: 'Lambda parameters for Amazon SQS event source mappings',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html',
    },
    overlaps: ['E3705', 'E3034'],
  },
  on: connections({
    from: ['sqs-queue', 'kinesis-stream', 'dynamodb-table'],
    to: 'lambda',
    mechanism: 'event-source-mapping',
  }),
  check({ connection, source, target }, graph, report, context) {
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
    const age =
      source.kind === 'sqs-queue' ? undefined : graph.number(connection, 'maximumRecordAge');
    if (age !== undefined && age > -1 && age < youngest)
      report({
        message: 'shortAge',
        property: 'maximumRecordAge',
        data: { ...ends, value: age },
        fixes: [
          {
            title: 'Skip records that are older than 60 s',
            edit: setProperty(connection.id, 'maximumRecordAge', youngest),
          },
        ],
      });
    const count = graph.list(connection, 'filters')?.length ?? 0;
    const limit = Math.min(context.limit('eventSourceFilters'), mostFilters);
    if (count > mostFilters || (count > limit && context.isEntered('eventSourceFilters')))
      report({ message: 'tooManyFilters', property: 'filters', data: { ...ends, count, limit } });
    else if (count > limit)
      report({ message: 'manyFilters', property: 'filters', data: { ...ends, count, limit } });
    if (source.kind !== 'sqs-queue' || !isInRange) return;
    const fifo = graph.boolean(source, 'fifoQueue');
    const batchSize = graph.number(connection, 'batchSize');
    const window = graph.number(connection, 'maximumBatchingWindow');
    const toTen = {
      title: 'Take 10 messages at a time',
      edit: setProperty(connection.id, 'batchSize', smallBatch),
    };
    if (fifo === true && window !== undefined && window > 0)
      report({
        message: 'fifoWindow',
        property: 'maximumBatchingWindow',
        data: { ...ends, window },
        fixes: [
          {
            title: 'Remove the batching window',
            edit: unsetProperty(connection.id, 'maximumBatchingWindow'),
          },
        ],
      });
    if (batchSize === undefined || batchSize <= smallBatch) return;
    if (fifo === true)
      report({
        message: 'fifoBatch',
        property: 'batchSize',
        data: { ...ends, batchSize },
        fixes: [toTen],
      });
    else if (fifo === false && window === 0)
      report({
        message: 'needsWindow',
        property: 'maximumBatchingWindow',
        data: { ...ends, batchSize },
        fixes: [
          {
            title: 'Wait for up to 1 s',
            edit: setProperty(connection.id, 'maximumBatchingWindow', 1),
          },
          toTen,
        ],
      });
  },
  examples: {
    good: [
      {
        title: 'a large batch with a window',
        design: fromQueue({}, { batchSize: 100, maximumBatchingWindow: 5 }),
      },
      {
        title: 'a window set by a parameter',
        design: fromQueue({}, { batchSize: 100, maximumBatchingWindow: { Ref: 'W' } }),
      },
      {
        title: 'a type set by a parameter',
        design: fromQueue({ fifoQueue: { Ref: 'F' } }, { batchSize: 50 }),
      },
      {
        title: 'a stream, whose batches need no window',
        design: design(
          node('kinesis-stream', 'clicks'),
          node('lambda', 'worker'),
          connection('kinesis-stream--lambda', 'clicks', 'worker', { batchSize: 500 }),
        ),
      },
    ],
    bad: [
      {
        title: 'records of a stream that may not become a minute old',
        design: design(
          node('kinesis-stream', 'clicks'),
          node('lambda', 'worker'),
          connection('kinesis-stream--lambda', 'clicks', 'worker', { maximumRecordAge: 30 }),
        ),
        expect: ['shortAge'],
      },
      { title: 'an empty batch', design: fromQueue({}, { batchSize: 0 }), expect: ['outside'] },
      {
        title: 'a FIFO queue in large batches',
        design: fromQueue({ fifoQueue: true }, { batchSize: 50 }),
        expect: ['fifoBatch'],
      },
      {
        title: 'a FIFO queue with a window',
        design: fromQueue({ fifoQueue: true }, { maximumBatchingWindow: 5 }),
        expect: ['fifoWindow'],
      },
      {
        title: 'a large batch without a window',
        design: fromQueue({}, { batchSize: 100 }),
        expect: ['needsWindow'],
      },
      {
        title: 'eleven filters',
        design: fromQueue({}, { filters: filters(11) }),
        expect: ['tooManyFilters'],
      },
      {
        title: 'six filters',
        design: fromQueue({}, { filters: filters(6) }),
        expect: ['manyFilters'],
      },
      {
        title: 'more filters than the account has',
        design: design(
          settings({ limits: { eventSourceFilters: 7 } }),
          node('sqs-queue', 'orders'),
          node('lambda', 'worker'),
          connection('sqs-queue--lambda', 'orders', 'worker', { filters: filters(8) }),
        ),
        expect: ['tooManyFilters'],
      },
    ],
  },
});
