import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html */
const comfortable = 2;

const reading = ['event-source-mapping', 'pipe-source', 'worker-poll'];

const readers = (count: number) =>
  design(
    node('dynamodb-table', 'items', { streamViewType: 'NEW_AND_OLD_IMAGES' }),
    ...Array.from({ length: count }, (_, at) => [
      node('lambda', `worker-${at}`),
      connection('dynamodb-table--lambda', 'items', `worker-${at}`, {
        batchSize: { Ref: 'Size' },
      }),
    ]).flat(),
  );

export const dynamodbStreamConsumers = defineRule({
  meta: {
    id: 'dynamodb/stream-consumers',
    severity: 'warning',
    messages: {
      tooMany:
        '{node}: {count} readers on one stream, two are what it can serve; fan out behind one reader, or send the changes to a Kinesis stream.',
    },
    explain:
      'Each shard of a stream serves two readers at most before it refuses some. More receivers hang on an event bus or a topic behind one reader, or the table sends its changes to a Kinesis data stream, which also keeps them up to a year.',
    docs: {
      title: 'Change data capture for DynamoDB Streams',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html',
    },
  },
  on: nodes('dynamodb-table'),
  check(table, graph, report) {
    const { length: count } = graph.outgoing(table, { mechanism: reading });
    if (count > comfortable) report({ message: 'tooMany', data: { node: named(table), count } });
  },
  examples: {
    good: [{ title: 'two functions', design: readers(2) }],
    bad: [{ title: 'four functions', design: readers(4), expect: ['tooMany'] }],
  },
});
