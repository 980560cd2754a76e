import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node, type RuleContext } from '../rule.ts';
import { named } from '../text.ts';

/** In KB. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const most = 400;

/** A bucket for the contents, written by the functions that write the items. */
const addBucket = (graph: Graph, { catalog }: RuleContext, table: Node): readonly Fix[] => {
  const writers = graph
    .incoming(table, { type: 'lambda--dynamodb-table' })
    .filter((writer) => graph.text(writer, 'access') !== 'read');
  const title = 'Keep the contents in a new bucket and small items in the table';
  return addNear(
    graph,
    catalog,
    title,
    table,
    { kind: 's3-bucket', name: `${table.name} contents` },
    (id) => writers.map(({ from }) => ({ type: 'lambda--s3-bucket', from, to: id })),
  ).map(({ edit }) => ({
    title,
    edit: sequence(edit, setProperty(table.id, 'expectedItemKb', 1)),
  }));
};

export const dynamodbItemSize = defineRule({
  meta: {
    id: 'dynamodb/item-size',
    severity: 'error',
    messages: {
      tooLarge:
        '{node}: items of {size} KB are more than the 400 KB that DynamoDB takes; keep the contents in S3 and their key in the item.',
    },
    explain:
      'An item with all names and values of its attributes may have 400 KB. Large items are expensive as well: a write unit covers 1 KB, a read unit 4 KB. Documents and pictures belong in S3.',
    docs: {
      title: 'Constraints in Amazon DynamoDB',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html',
    },
  },
  on: nodes('dynamodb-table'),
  check(table, graph, report, context) {
    const size = graph.number(table, 'expectedItemKb');
    if (size === undefined || size <= most) return;
    report({
      message: 'tooLarge',
      property: 'expectedItemKb',
      data: { node: named(table), size },
      fixes: addBucket(graph, context, table),
    });
  },
  examples: {
    good: [
      {
        title: 'small items',
        design: design(node('dynamodb-table', 'items', { expectedItemKb: 4 })),
      },
      {
        title: 'a size that nobody knows',
        design: design(node('dynamodb-table', 'items', { expectedItemKb: { Ref: 'Size' } })),
      },
    ],
    bad: [
      {
        title: 'documents in a table',
        design: design(
          node('dynamodb-table', 'items', { expectedItemKb: 900 }),
          node('lambda', 'writer'),
          node('lambda', 'reader'),
          connection('lambda--dynamodb-table', 'writer', 'items'),
          connection('lambda--dynamodb-table', 'reader', 'items', { access: 'read' }),
        ),
        expect: ['tooLarge'],
      },
    ],
  },
});
