import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Format.html */
const formats = ['CSV', 'DYNAMODB_JSON', 'ION'];

const imported = (table: object, properties: object = {}) =>
  design(
    node('s3-bucket', 'lake'),
    node('dynamodb-table', 'items', { ...table }),
    connection('s3-bucket--dynamodb-table', 'lake', 'items', { ...properties }),
  );

export const dynamodbImportCreatesTable = defineRule({
  meta: {
    id: 'dynamodb/import-creates-table',
    severity: 'error',
    messages: {
      format: 'A table cannot be imported from {format}; choose CSV, DYNAMODB_JSON or ION.',
      existing:
        'An import from S3 creates a new table, it cannot fill {table}, which exists already; fill it with a function.',
      second:
        '{table} is created by the import from {first}; a second import cannot fill it. Put all files into one bucket or fill it with a function.',
    },
    explain:
      'The import builds the table from files and uses no write capacity. It takes CSV, DynamoDB JSON and Ion and writes bad lines to CloudWatch Logs. Tables that exist are filled by a job, for example a function.',
    docs: {
      title: 'DynamoDB data import from Amazon S3: how it works',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.HowItWorks.html',
    },
  },
  on: connections({ from: 's3-bucket', to: 'dynamodb-table', mechanism: 'data-import' }),
  check({ connection, target: table }, graph, report, { catalog }) {
    const format = graph.text(connection, 'inputFormat');
    if (format !== undefined && !formats.includes(format))
      report({
        message: 'format',
        property: 'inputFormat',
        data: { format },
        fixes: [
          {
            title: 'Read DynamoDB JSON',
            edit: setProperty(connection.id, 'inputFormat', 'DYNAMODB_JSON'),
          },
        ],
      });
    if (graph.boolean(table, 'existing') === true)
      report({
        message: 'existing',
        data: { table: named(table) },
        fixes: [
          {
            title: `Say that ${named(table)} is new`,
            edit: setProperty(table.id, 'existing', false),
          },
          removeConnection(catalog, connection, 'Remove the import'),
        ],
      });
    const [first] = graph.incoming(table, { mechanism: 'data-import' });
    if (first && first.id !== connection.id)
      report({
        message: 'second',
        data: { table: named(table), first: named(graph.source(first)) },
        fixes: [removeConnection(catalog, connection, 'Remove the second import')],
      });
  },
  examples: {
    good: [
      { title: 'CSV into a new table', design: imported({}, { inputFormat: 'CSV' }) },
      {
        title: 'a format set by a parameter',
        design: imported({}, { inputFormat: { Ref: 'Format' } }),
      },
    ],
    bad: [
      { title: 'Parquet', design: imported({}, { inputFormat: 'PARQUET' }), expect: ['format'] },
      { title: 'a table that exists', design: imported({ existing: true }), expect: ['existing'] },
      {
        title: 'two imports',
        design: design(
          node('s3-bucket', 'old'),
          node('s3-bucket', 'new'),
          node('dynamodb-table', 'items'),
          connection('s3-bucket--dynamodb-table', 'old', 'items'),
          connection('s3-bucket--dynamodb-table', 'new', 'items'),
        ),
        expect: ['second'],
      },
    ],
  },
});
