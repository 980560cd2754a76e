import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { wrongProperties } from './property-checks.ts';

const queueToWorker = (properties: Parameters<typeof connection>[3]) =>
  design(
    node('sqs-queue', 'orders', { visibilityTimeout: 180 }),
    node('lambda', 'worker', { timeout: 30 }),
    connection('sqs-queue--lambda', 'orders', 'worker', properties),
  );

export const modelConnectionPropertyType = defineRule({
  meta: {
    id: 'model/connection-property-type',
    severity: 'error',
    messages: {
      wrong:
        'The connection from {source} to {target}: "{property}" is {actual}, expected {expected}; correct it.',
    },
    explain:
      'A number entered as text, a misspelt option or a leftover of another connection passes unnoticed in a drawing and fails at deployment. All other rules rely on the right types.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
    overlaps: ['E3012', 'E3030', 'E3002'],
  },
  on: connections(),
  check({ connection, source, target }, _graph, report, { catalog }) {
    const entry = catalog.connectionType(connection.type);
    const table = entry && catalog.properties(connection.type);
    if (!table) return;
    for (const { property, actual, expected, fixes } of wrongProperties(
      connection,
      connection.type,
      table,
    ))
      report({
        message: 'wrong',
        property,
        data: { source: named(source), target: named(target), property, actual, expected },
        fixes,
      });
  },
  examples: {
    good: [
      { title: 'a number', design: queueToWorker({ batchSize: 5 }) },
      { title: 'an intrinsic', design: queueToWorker({ batchSize: { Ref: 'Batch' } }) },
    ],
    bad: [
      {
        title: 'a text in the place of a number',
        design: queueToWorker({ batchSize: '5' }),
        expect: ['wrong'],
      },
      {
        title: 'a property of nothing',
        design: queueToWorker({ batchsize: 5 }),
        expect: ['wrong'],
      },
    ],
  },
});
