import { name, object } from '../../lib/typescript/syntax.ts';
import { tableId } from '../analytics/glue-tables.ts';
import { constructRef } from '../code.ts';
import { arn, join, pseudo, refOf } from '../expression.ts';
import type { FirehoseDestination, FirehoseParts } from './parts.ts';

const serializers: Readonly<Record<string, { readonly cfn: string; readonly code: string }>> = {
  parquet: { cfn: 'ParquetSerDe', code: 'firehose.OutputFormat.PARQUET' },
  orc: { cfn: 'OrcSerDe', code: 'firehose.OutputFormat.ORC' },
};

/**
 * Records as columns, by a table of the Data Catalog; undefined when they are delivered as they come.
 * https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html
 */
export const conversionOf = ({ scope, role }: FirehoseParts): FirehoseDestination | undefined => {
  const { out, node } = scope;
  const format = String(scope.read('formatConversion'));
  const serializer = serializers[format];
  if (serializer === undefined) return undefined;
  const [schema] = scope.links('out', { mechanism: 'catalog' });
  const tableName = schema?.read('tableName');
  if (schema === undefined || typeof tableName !== 'string') {
    out.problem(
      `"${node.name}" converts records to ${format}, which needs a Glue table: connect it to the database of the Data Catalog and name the table.`,
    );
    return undefined;
  }
  const table = tableId(schema.target, tableName);
  if (table === undefined) {
    out.problem(
      `"${node.name}" converts records by the table ${tableName}, which "${schema.target.node.name}" does not have: add it to the tables of the database.`,
    );
    return undefined;
  }
  if (schema.read('permissions') === 'generated')
    // The L2 destination grants it by itself.
    out.allow(
      node.id,
      {
        actions: ['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'],
        resources: [
          arn('glue', 'catalog'),
          schema.target.attribute('arn'),
          join(schema.target.attribute('tablesArn'), '/', refOf(table)),
        ],
      },
      'sam',
    );
  return {
    properties: {
      Enabled: true,
      SchemaConfiguration: {
        CatalogId: pseudo('AccountId'),
        DatabaseName: schema.target.attribute('name'),
        TableName: refOf(table),
        Region: pseudo('Region'),
        RoleARN: role.arn,
        VersionId: 'LATEST',
      },
      InputFormatConfiguration: { Deserializer: { OpenXJsonSerDe: {} } },
      OutputFormatConfiguration: { Serializer: { [serializer.cfn]: {} } },
    },
    code: object({
      schemaConfiguration: {
        kind: 'call',
        callee: name('firehose.SchemaConfiguration.fromCfnTable'),
        args: [constructRef(table)],
      },
      inputFormat: name('firehose.InputFormat.OPENX_JSON'),
      outputFormat: name(serializer.code),
    }),
  };
};
