import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const dynamodbProvisionedWithoutScaling = defineRule({
  meta: {
    id: 'dynamodb/provisioned-without-scaling',
    severity: 'warning',
    messages: {
      fixed:
        '{node}: a fixed capacity refuses requests at peaks and is paid at night; use on-demand or let the capacity follow the load.',
    },
    explain:
      'Above the provisioned rate DynamoDB refuses requests, after a short reserve is used up. Auto scaling follows the load within a few minutes. Sudden peaks are better served by on-demand mode.',
    docs: {
      title: 'Managing throughput capacity automatically with DynamoDB auto scaling',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html',
    },
  },
  on: nodes('dynamodb-table'),
  check(table, graph, report) {
    if (graph.text(table, 'billingMode') !== 'PROVISIONED') return;
    if (graph.incoming(table, { mechanism: 'scaling' }).length > 0) return;
    report({
      message: 'fixed',
      property: 'billingMode',
      data: { node: named(table) },
      fixes: [
        {
          title: 'Pay for each request (on-demand)',
          edit: setProperty(table.id, 'billingMode', 'PAY_PER_REQUEST'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'on demand', design: design(node('dynamodb-table', 'items')) },
      {
        title: 'a mode set by a parameter',
        design: design(node('dynamodb-table', 'items', { billingMode: { Ref: 'Mode' } })),
      },
    ],
    bad: [
      {
        title: 'five reads and five writes',
        design: design(node('dynamodb-table', 'items', { billingMode: 'PROVISIONED' })),
        expect: ['fixed'],
      },
    ],
  },
});
