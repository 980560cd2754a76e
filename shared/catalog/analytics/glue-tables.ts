import { isJsonObject, type Json } from '../../lib/json.ts';
import { pascalCase } from '../../lib/words.ts';
import { document, type Expression, expressionOf, pseudo, refOf } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** Formats of files, and the Hive classes that read and write them. */
const formats = {
  parquet: {
    input: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
    output: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
    serde: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
  },
  orc: {
    input: 'org.apache.hadoop.hive.ql.io.orc.OrcInputFormat',
    output: 'org.apache.hadoop.hive.ql.io.orc.OrcOutputFormat',
    serde: 'org.apache.hadoop.hive.ql.io.orc.OrcSerde',
  },
  json: {
    input: 'org.apache.hadoop.mapred.TextInputFormat',
    output: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
    serde: 'org.openx.data.jsonserde.JsonSerDe',
  },
  csv: {
    input: 'org.apache.hadoop.mapred.TextInputFormat',
    output: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
    serde: 'org.apache.hadoop.hive.serde2.OpenCSVSerde',
  },
} as const;

/** The formats that a table can have. */
export const tableFormats = Object.keys(formats);

interface Table {
  readonly name: string;
  readonly given: { readonly [key: string]: Json };
}

/** The tables that the design says a database has. */
const tablesOf = (database: NodeScope): readonly Table[] => {
  const tables = database.read('tables');
  return Array.isArray(tables)
    ? (tables as readonly Json[]).flatMap((given) =>
        isJsonObject(given) && typeof given.name === 'string' && given.name !== ''
          ? [{ name: given.name, given }]
          : [],
      )
    : [];
};

/** The logical id of a table, by its name; undefined when the design does not say what columns it has. */
export const tableId = (database: NodeScope, name: string): string | undefined =>
  tablesOf(database).some((table) => table.name === name)
    ? `${database.id}${pascalCase(name)}Table`
    : undefined;

/** Names of columns and their Hive types. */
const columns = (value: Json | undefined): readonly Expression[] =>
  isJsonObject(value)
    ? Object.entries(value).map(([Name, type]) => ({ Name, Type: String(type) }))
    : [];

/** Writes the tables of a database. */
export const emitTables = (database: NodeScope): void => {
  const { out, id } = database;
  for (const { name, given } of tablesOf(database)) {
    const format = formats[given.format as keyof typeof formats] ?? formats.parquet;
    const location = given.location;
    const partitions = columns(given.partitionKeys);
    out.resource(tableId(database, name) ?? id, {
      type: 'AWS::Glue::Table',
      properties: {
        CatalogId: pseudo('AccountId'),
        DatabaseName: refOf(id),
        TableInput: {
          Name: name,
          TableType: 'EXTERNAL_TABLE',
          Parameters: document({ EXTERNAL: 'TRUE' }),
          PartitionKeys: partitions.length > 0 ? partitions : undefined,
          StorageDescriptor: {
            Columns: columns(given.columns),
            Location:
              location === undefined || location === '' ? undefined : expressionOf(location),
            InputFormat: format.input,
            OutputFormat: format.output,
            SerdeInfo: { SerializationLibrary: format.serde },
          },
        },
      },
    });
  }
};
