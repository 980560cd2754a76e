import { isJsonObject, type Json } from '../../lib/json.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** The names of the tables that a database of the catalog has in the design; undefined when nobody knows yet. */
const tablesOf = (graph: Graph, database: Node): readonly string[] | undefined => {
  const tables = graph.value(database, 'tables');
  return Array.isArray(tables)
    ? (tables as readonly Json[]).flatMap((table) =>
        isJsonObject(table) && typeof table.name === 'string' ? [table.name] : [],
      )
    : undefined;
};

const asTheyCome = (stream: Node): Fix => ({
  title: 'Deliver records as they come',
  edit: setProperty(stream.id, 'formatConversion', 'none'),
});

const converting = (database: object, tableName = 'clicks') =>
  design(
    node('firehose', 'delivery', { formatConversion: 'parquet', bufferingSize: 64 }),
    node('s3-bucket', 'lake'),
    node('glue-database', 'sales', { ...database }),
    connection('firehose--s3-bucket', 'delivery', 'lake'),
    connection('firehose--glue-database', 'delivery', 'sales', { tableName }),
  );

export const firehoseFormatConversion = defineRule({
  meta: {
    id: 'firehose/format-conversion',
    severity: 'error',
    messages: {
      noTable:
        '{node} converts records to {format}, which needs a Glue table with their columns; connect it to a database of the Data Catalog.',
      unknownTable:
        '{node} converts records by the table {table}, which {database} does not have; add the table with its columns to {database}.',
      notS3: '{node} converts records to {format}, which works only into S3, not into {target}.',
    },
    explain:
      'Firehose writes Parquet and ORC by the columns of a table in the Glue Data Catalog. Without that table it does not know the columns, so the conversion cannot be deployed. Only files in S3 can have these formats.',
    docs: {
      title: 'Convert input data format in Amazon Data Firehose',
      url: 'https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html',
    },
  },
  on: nodes('firehose'),
  check(node, graph, report) {
    const format = graph.text(node, 'formatConversion');
    if (format === undefined || format === 'none') return;
    const elsewhere = graph
      .targets(node, { mechanism: 'stream-delivery' })
      .find(({ kind }) => kind !== 's3-bucket');
    if (elsewhere) {
      report({
        message: 'notS3',
        property: 'formatConversion',
        data: { node: named(node), format, target: named(elsewhere) },
        fixes: [asTheyCome(node)],
      });
      return;
    }
    const [schema] = graph.outgoing(node, { mechanism: 'catalog' });
    const database = schema && graph.target(schema);
    if (!schema || !database) {
      report({
        message: 'noTable',
        property: 'formatConversion',
        data: { node: named(node), format },
        fixes: [asTheyCome(node)],
      });
      return;
    }
    const table = graph.text(schema, 'tableName');
    if (table === undefined || tablesOf(graph, database)?.includes(table) !== false) return;
    report({
      message: 'unknownTable',
      at: schema,
      data: { node: named(node), table, database: named(database) },
      fixes: [asTheyCome(node)],
    });
  },
  examples: {
    good: [
      {
        title: 'no conversion',
        design: design(
          node('firehose', 'delivery'),
          node('s3-bucket', 'lake'),
          connection('firehose--s3-bucket', 'delivery', 'lake'),
        ),
      },
      {
        title: 'a format by a parameter',
        design: design(node('firehose', 'delivery', { formatConversion: { Ref: 'Format' } })),
      },
      {
        title: 'Parquet by a table',
        design: converting({ tables: [{ name: 'clicks', columns: { id: 'string' } }] }),
      },
    ],
    bad: [
      {
        title: 'Parquet without a table',
        design: design(
          node('firehose', 'delivery', { formatConversion: 'parquet', bufferingSize: 64 }),
          node('s3-bucket', 'lake'),
          connection('firehose--s3-bucket', 'delivery', 'lake'),
        ),
        expect: ['noTable'],
      },
      {
        title: 'a table that is not there',
        design: converting({ tables: [{ name: 'orders', columns: { id: 'string' } }] }),
        expect: ['unknownTable'],
      },
      {
        title: 'columns for an endpoint',
        design: design(
          node('firehose', 'delivery', { formatConversion: 'orc', bufferingSize: 64 }),
          node('external-endpoint', 'partner'),
          node('s3-bucket', 'failures'),
          connection('firehose--external-endpoint', 'delivery', 'partner'),
          connection('firehose--s3-bucket--backup', 'delivery', 'failures'),
        ),
        expect: ['notS3'],
      },
    ],
  },
});
