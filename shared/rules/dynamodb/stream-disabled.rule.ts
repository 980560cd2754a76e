import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';

const toFunction = (streamViewType: Json) =>
  design(
    node('dynamodb-table', 'items', { streamViewType }),
    node('lambda', 'worker'),
    connection('dynamodb-table--lambda', 'items', 'worker'),
  );

export const dynamodbStreamDisabled = defineRule({
  meta: {
    id: 'dynamodb/stream-disabled',
    severity: 'error',
    messages: {
      keys: 'The stream of {table} holds keys or old items only, so {target} cannot get what is in the items now; let it hold the new items.',
      off: '{table} has no stream, so {target} never gets its changes; turn the stream on.',
    },
    explain:
      'A table tells nobody of its changes by default. With a stream each insert, update and delete is kept for 24 hours, in order for each item, and functions, pipes and programs read it. The view type says whether the old and the new item are in it.',
    docs: {
      title: 'Change data capture for DynamoDB Streams',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html',
    },
    overlaps: ['E3633'],
  },
  on: connections({
    from: 'dynamodb-table',
    mechanism: ['event-source-mapping', 'pipe-source', 'worker-poll', 'replication'],
  }),
  check({ source: table, target, connection: arrow }, graph, report) {
    const mirrors = arrow.type === 'dynamodb-table--opensearch';
    // Other copies need no stream, or have one without being asked.
    if (!mirrors && graph.mechanism(arrow) === 'replication') return;
    const view = graph.text(table, 'streamViewType');
    const lacksItems = mirrors && (view === 'KEYS_ONLY' || view === 'OLD_IMAGE');
    if (view !== 'none' && !lacksItems) return;
    report({
      message: lacksItems ? 'keys' : 'off',
      data: { table: named(table), target: named(target) },
      fixes: [
        {
          title: 'Turn on the stream with old and new items',
          edit: setProperty(table.id, 'streamViewType', 'NEW_AND_OLD_IMAGES'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'old and new items', design: toFunction('NEW_AND_OLD_IMAGES') },
      { title: 'a view set by a parameter', design: toFunction({ Ref: 'View' }) },
    ],
    bad: [
      {
        title: 'a search index without a stream',
        design: design(
          node('dynamodb-table', 'items', { pointInTimeRecovery: true }),
          node('opensearch', 'search'),
          connection('dynamodb-table--opensearch', 'items', 'search'),
        ),
        expect: ['off'],
      },
      {
        title: 'a search index that gets keys',
        design: design(
          node('dynamodb-table', 'items', {
            pointInTimeRecovery: true,
            streamViewType: 'KEYS_ONLY',
          }),
          node('opensearch', 'search'),
          connection('dynamodb-table--opensearch', 'items', 'search'),
        ),
        expect: ['keys'],
      },
      {
        title: 'a table as it is',
        design: design(
          node('dynamodb-table', 'items'),
          node('lambda', 'worker'),
          connection('dynamodb-table--lambda', 'items', 'worker'),
        ),
        expect: ['off'],
      },
      {
        title: 'a program in a container reads it',
        design: design(
          node('dynamodb-table', 'items'),
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'private'), node('fargate-service', 'worker')),
          ),
          connection('dynamodb-table--fargate-service', 'items', 'worker'),
        ),
        expect: ['off'],
      },
    ],
  },
});
