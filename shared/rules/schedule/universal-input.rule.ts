import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const scheduleUniversalInput = defineRule({
  meta: {
    id: 'schedule/universal-input',
    severity: 'error',
    messages: {
      missing:
        '{schedule} exports {table} but does not say where to; connect the table to a bucket that it is exported to, or enter the input of the call, with TableArn and S3Bucket.',
    },
    explain:
      'A universal target calls any operation of AWS with an input that you write. ExportTableToPointInTime has to be told the table and the bucket; without them the call fails every time. When an arrow shows the bucket that the table is exported to, the export writes the input.',
    docs: {
      title: 'Using universal targets in EventBridge Scheduler',
      url: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html',
    },
  },
  on: connections({ type: 'schedule--dynamodb-table--universal' }),
  check({ connection, source, target }, graph, report) {
    if (graph.isSet(connection, 'input') || graph.isSet(source, 'input')) return;
    if (graph.outgoing(target, { mechanism: 'data-export' }).length > 0) return;
    report({
      message: 'missing',
      property: 'input',
      data: { schedule: named(source), table: named(target) },
    });
  },
  examples: {
    good: [
      {
        title: 'an input',
        design: design(
          node('schedule', 'nightly'),
          node('dynamodb-table', 'orders', { pointInTimeRecovery: true }),
          connection('schedule--dynamodb-table--universal', 'nightly', 'orders', {
            input: { S3Bucket: { Ref: 'Bucket' } },
          }),
        ),
      },
      {
        title: 'an arrow to the bucket',
        design: design(
          node('schedule', 'nightly'),
          node('dynamodb-table', 'orders', { pointInTimeRecovery: true }),
          node('s3-bucket', 'exports'),
          connection('schedule--dynamodb-table--universal', 'nightly', 'orders'),
          connection('dynamodb-table--s3-bucket', 'orders', 'exports'),
        ),
      },
    ],
    bad: [
      {
        title: 'no input',
        design: design(
          node('schedule', 'nightly'),
          node('dynamodb-table', 'orders', { pointInTimeRecovery: true }),
          connection('schedule--dynamodb-table--universal', 'nightly', 'orders'),
        ),
        expect: ['missing'],
      },
    ],
  },
});
