import { deleteItems } from '../../model/edits/index.ts';
import { isReference } from '../catalog-facts.ts';
import { connection, design, node } from '../examples.ts';
import { everyConnection } from '../on.ts';
import { defineRule } from '../rule.ts';

export const modelDanglingEdge = defineRule({
  meta: {
    id: 'model/dangling-edge',
    severity: 'error',
    messages: {
      missing: 'A connection points to the missing node "{missingId}"; delete it or draw it again.',
    },
    explain:
      'A connection is only meaningful between two existing services. A dangling one is left behind when a file is edited or merged by hand. The exporter would have to invent a resource, so it stops instead.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
    overlaps: ['E1010', 'E1020'],
  },
  on: everyConnection(),
  check(connection, graph, report, { catalog }) {
    const missing = !graph.source(connection)
      ? connection.from
      : !graph.target(connection)
        ? connection.to
        : undefined;
    if (missing === undefined) return;
    report({
      message: 'missing',
      data: { missingId: missing },
      fixes: [
        {
          title: 'Delete the connection',
          edit: deleteItems([connection.id], { isReference: isReference(catalog) }),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'both ends are there',
        design: design(
          node('sqs-queue', 'orders', { visibilityTimeout: { Ref: 'Seconds' } }),
          node('lambda', 'worker'),
          connection('sqs-queue--lambda', 'orders', 'worker', { batchSize: 5 }),
        ),
      },
    ],
    bad: [
      {
        title: 'the target is gone',
        design: design(
          node('sqs-queue', 'orders'),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
        expect: ['missing'],
      },
      {
        title: 'both ends are gone',
        design: design(connection('sqs-queue--lambda', 'orders', 'worker')),
        expect: ['missing'],
      },
    ],
  },
});
