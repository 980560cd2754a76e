import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const fromQueue = (properties: Parameters<typeof connection>[3]) =>
  design(
    node('sqs-queue', 'orders'),
    node('lambda', 'worker'),
    connection('sqs-queue--lambda', 'orders', 'worker', properties),
  );

export const lambdaPartialBatchResponse = defineRule({
  meta: {
    id: 'lambda/partial-batch-response',
    severity: 'warning',
    messages: {
      off: '{function}: one bad record makes a whole batch of {batchSize} from {source} repeat; turn on partial batch responses.',
    },
    explain:
      'Without partial responses an error returns all messages of the batch, also those that were handled already. They are handled again, which costs money and needs code that stands it. With ReportBatchItemFailures the function names only the failed items.',
    docs: {
      title: 'Implementing partial batch responses',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html',
    },
  },
  on: connections({
    from: ['sqs-queue', 'kinesis-stream', 'dynamodb-table'],
    to: 'lambda',
    mechanism: 'event-source-mapping',
  }),
  check({ connection, source, target }, graph, report) {
    if (graph.boolean(connection, 'reportBatchItemFailures') !== false) return;
    const batchSize = graph.number(connection, 'batchSize');
    if (batchSize === undefined || batchSize <= 1) return;
    report({
      message: 'off',
      property: 'reportBatchItemFailures',
      data: { function: named(target), batchSize, source: named(source) },
      fixes: [
        {
          title: 'Turn on partial batch responses',
          edit: setProperty(connection.id, 'reportBatchItemFailures', true),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'partial responses', design: fromQueue({ batchSize: 10 }) },
      {
        title: 'one message at a time',
        design: fromQueue({ batchSize: 1, reportBatchItemFailures: false }),
      },
      {
        title: 'a batch size set by a parameter',
        design: fromQueue({ batchSize: { Ref: 'Size' }, reportBatchItemFailures: false }),
      },
    ],
    bad: [
      {
        title: 'a batch that fails as a whole',
        design: fromQueue({ reportBatchItemFailures: false }),
        expect: ['off'],
      },
    ],
  },
});
