import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html */
const formats = ['DYNAMODB_JSON', 'ION'];

const exported = (table: object, properties: object = {}) =>
  design(
    node('dynamodb-table', 'items', { ...table }),
    node('s3-bucket', 'lake'),
    connection('dynamodb-table--s3-bucket', 'items', 'lake', { ...properties }),
  );

const mirroredBy = (table: object) =>
  design(
    node('dynamodb-table', 'items', { ...table }),
    inside(node('vpc', 'net'), inside(node('subnet', 'data'), node('redshift', 'warehouse'))),
    connection('dynamodb-table--redshift', 'items', 'warehouse'),
  );

export const dynamodbExportNeedsPitr = defineRule({
  meta: {
    id: 'dynamodb/export-needs-pitr',
    severity: 'error',
    messages: {
      mirror:
        '{table} is mirrored to {target} by an export, which needs point-in-time recovery; turn it on.',
      off: 'An export of {table} to S3 needs point-in-time recovery; turn it on.',
      format: 'An export of {table} cannot be written as {format}; choose DYNAMODB_JSON or ION.',
      tooOld:
        'An export of {table} reaches back {age} days, but only {period} are kept; keep them longer or export sooner.',
    },
    explain:
      'An export reads the continuous backup, not the table, so it uses no read capacity and can show any moment of the last up to 35 days. Without point-in-time recovery there is nothing to read. The formats are DynamoDB JSON and Amazon Ion.',
    docs: {
      title: 'DynamoDB data export to Amazon S3: how it works',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html',
    },
  },
  on: connections({
    from: 'dynamodb-table',
    type: ['dynamodb-table--s3-bucket', 'dynamodb-table--redshift', 'dynamodb-table--opensearch'],
  }),
  check({ connection, source: table, target }, graph, report) {
    const name = named(table);
    const recovery = graph.boolean(table, 'pointInTimeRecovery');
    const fixes = [
      {
        title: 'Turn on point-in-time recovery',
        edit: setProperty(table.id, 'pointInTimeRecovery', true),
      },
    ];
    if (target.kind !== 's3-bucket') {
      const exports =
        target.kind === 'redshift' || graph.boolean(connection, 'initialExport') === true;
      if (exports && recovery === false)
        report({ message: 'mirror', data: { table: name, target: named(target) }, fixes });
      return;
    }
    if (recovery === false) report({ message: 'off', data: { table: name }, fixes });
    const format = graph.text(connection, 'exportFormat');
    if (format !== undefined && !formats.includes(format))
      report({
        message: 'format',
        property: 'exportFormat',
        data: { table: name, format },
        fixes: [
          {
            title: 'Write DynamoDB JSON',
            edit: setProperty(connection.id, 'exportFormat', 'DYNAMODB_JSON'),
          },
        ],
      });
    const age = graph.number(connection, 'exportAgeDays');
    const period = recovery === true ? graph.number(table, 'recoveryPeriodInDays') : undefined;
    if (age !== undefined && period !== undefined && age > period)
      report({
        message: 'tooOld',
        property: 'exportAgeDays',
        data: { table: name, age, period },
        fixes: [
          {
            title: `Reach back ${period} days`,
            edit: setProperty(connection.id, 'exportAgeDays', period),
          },
        ],
      });
  },
  examples: {
    good: [
      {
        title: 'a search index that begins empty',
        design: design(
          node('dynamodb-table', 'items', { streamViewType: 'NEW_IMAGE' }),
          node('opensearch', 'search'),
          connection('dynamodb-table--opensearch', 'items', 'search', { initialExport: false }),
        ),
      },
      { title: 'a mirror with recovery', design: mirroredBy({ pointInTimeRecovery: true }) },
      {
        title: 'with recovery',
        design: exported({ pointInTimeRecovery: true }, { exportFormat: 'ION' }),
      },
      {
        title: 'a setting from a parameter',
        design: exported({ pointInTimeRecovery: { Ref: 'Recovery' } }, { exportAgeDays: 10 }),
      },
    ],
    bad: [
      { title: 'without recovery', design: exported({}), expect: ['off'] },
      {
        title: 'a search index without recovery',
        design: design(
          node('dynamodb-table', 'items', { streamViewType: 'NEW_IMAGE' }),
          node('opensearch', 'search'),
          connection('dynamodb-table--opensearch', 'items', 'search'),
        ),
        expect: ['mirror'],
      },
      { title: 'a mirror without recovery', design: mirroredBy({}), expect: ['mirror'] },
      {
        title: 'as CSV',
        design: exported({ pointInTimeRecovery: true }, { exportFormat: 'CSV' }),
        expect: ['format'],
      },
      {
        title: 'older than what is kept',
        design: exported(
          { pointInTimeRecovery: true, recoveryPeriodInDays: 7 },
          { exportAgeDays: 10 },
        ),
        expect: ['tooOld'],
      },
    ],
  },
});
