import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const cluster = (properties: Parameters<typeof node>[2] = {}) =>
  inside(
    node('vpc', 'net'),
    inside(node('subnet', 'data'), node('dax-cluster', 'cache', properties)),
  );

export const daxTarget = defineRule({
  meta: {
    id: 'dax/target',
    severity: 'warning',
    messages: {
      none: '{node} caches no table; draw an arrow from it to each DynamoDB table that it may read.',
    },
    explain:
      'DAX speaks the language of DynamoDB and stands in front of its tables; the arrow to a table gives it the permission to read it. For results of SQL, of other services or of sums, ElastiCache is the cache.',
    docs: {
      title: 'In-memory acceleration with DynamoDB Accelerator (DAX)',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.html',
    },
  },
  on: nodes('dax-cluster'),
  check(node, graph, report) {
    if (graph.outgoing(node, { mechanism: 'cache' }).length === 0)
      report({ message: 'none', data: { node: named(node) } });
  },
  examples: {
    good: [
      {
        title: 'a cluster before a table',
        design: design(
          cluster({ nodeType: { Ref: 'NodeType' } }),
          node('dynamodb-table', 'items'),
          connection('dax-cluster--dynamodb-table', 'cache', 'items'),
        ),
      },
    ],
    bad: [{ title: 'a cluster alone', design: design(cluster()), expect: ['none'] }],
  },
});
