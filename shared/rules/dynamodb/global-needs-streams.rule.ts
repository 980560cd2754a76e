import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const copied = (table: Parameters<typeof node>[2]) =>
  design(
    node('dynamodb-table', 'orders', table),
    inside(
      node('region', 'far', { code: 'ap-southeast-2' }),
      node('dynamodb-replica', 'far-orders'),
    ),
    connection('dynamodb-table--dynamodb-replica', 'orders', 'far-orders'),
  );

export const dynamodbGlobalNeedsStreams = defineRule({
  meta: {
    id: 'dynamodb/global-needs-streams',
    severity: 'error',
    messages: {
      wrongView:
        '{node} has replicas, and its stream holds {view} only; the copying needs NEW_AND_OLD_IMAGES.',
    },
    explain:
      'A global table copies every change to all Regions, and every Region takes writes. The copying reads the stream of the table, with the item before and after the change. Where no stream is set, the export switches the right one on. Tables with strong consistency over Regions copy in another way.',
    docs: {
      title: 'AWS::DynamoDB::GlobalTable',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-globaltable.html',
    },
  },
  on: nodes('dynamodb-table'),
  check(table, graph, report) {
    const view = graph.text(table, 'streamViewType');
    if (view === undefined || view === 'none' || view === 'NEW_AND_OLD_IMAGES') return;
    if (graph.outgoing(table, { type: 'dynamodb-table--dynamodb-replica' }).length === 0) return;
    if (graph.text(table, 'multiRegionConsistency') !== 'EVENTUAL') return;
    report({
      message: 'wrongView',
      property: 'streamViewType',
      data: { node: named(table), view },
      fixes: [
        {
          title: 'Stream new and old images',
          edit: setProperty(table.id, 'streamViewType', 'NEW_AND_OLD_IMAGES'),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a stream with both images',
        design: copied({ streamViewType: 'NEW_AND_OLD_IMAGES' }),
      },
      { title: 'a stream that the export switches on', design: copied({}) },
      { title: 'a view by a parameter', design: copied({ streamViewType: { Ref: 'View' } }) },
    ],
    bad: [
      {
        title: 'a stream with keys only',
        design: copied({ streamViewType: 'KEYS_ONLY' }),
        expect: ['wrongView'],
      },
    ],
  },
});
