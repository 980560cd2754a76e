import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** They count only in provisioned mode. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/provisioned-capacity-mode.html */
const ranges = [
  { property: 'readCapacity', min: 1, max: Number.POSITIVE_INFINITY },
  { property: 'writeCapacity', min: 1, max: Number.POSITIVE_INFINITY },
];

const provisioned = (properties: object) =>
  design(node('dynamodb-table', 'items', { billingMode: 'PROVISIONED', ...properties }));

export const dynamodbCapacityMode = defineRule({
  meta: {
    id: 'dynamodb/capacity-mode',
    severity: 'error',
    messages: {
      outside:
        '{node}: in provisioned mode {property} {value} is not possible; {range} whole units.',
      scaled:
        '{node} is on demand and scales by itself, so {scaling} has nothing to scale and AWS refuses it; remove the connection, or give the table provisioned capacity.',
    },
    explain:
      'In provisioned mode you say how many reads and writes a second there may be and pay for them all the time. On-demand has no capacity to plan and bills each request; it suits traffic that is unknown or comes in peaks, and is what AWS recommends today.',
    docs: {
      title: 'DynamoDB throughput capacity',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    },
    overlaps: ['E3638', 'E3639'],
  },
  on: nodes('dynamodb-table'),
  check(table, graph, report, { catalog }) {
    if (graph.text(table, 'billingMode') === 'PAY_PER_REQUEST')
      for (const scaling of graph.incoming(table, { mechanism: 'scaling' }))
        report({
          message: 'scaled',
          at: scaling,
          data: { node: named(table), scaling: named(graph.source(scaling)) },
          fixes: [
            removeConnection(catalog, scaling),
            {
              title: 'Give the table provisioned capacity',
              edit: setProperty(table.id, 'billingMode', 'PROVISIONED'),
            },
          ],
        });
    for (const range of ranges) {
      const wrong = outOfRange(graph, table, range);
      if (!wrong) continue;
      const { property, fixes } = wrong;
      const data = { node: named(table), property, value: wrong.value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
    }
  },
  examples: {
    good: [
      { title: 'ten reads', design: provisioned({ readCapacity: 10 }) },
      {
        title: 'a capacity set by a parameter',
        design: provisioned({ readCapacity: { Ref: 'Reads' } }),
      },
      {
        title: 'a capacity that does not count on demand',
        design: design(node('dynamodb-table', 'items', { readCapacity: 0 })),
      },
    ],
    bad: [
      { title: 'no writes', design: provisioned({ writeCapacity: 0 }), expect: ['outside'] },
      {
        title: 'a table on demand that is scaled',
        design: design(
          node('dynamodb-table', 'items'),
          node('app-auto-scaling', 'scaling'),
          connection('app-auto-scaling--dynamodb-table', 'scaling', 'items'),
        ),
        expect: ['scaled'],
      },
      { title: 'half a read', design: provisioned({ readCapacity: 0.5 }), expect: ['outside'] },
    ],
  },
});
