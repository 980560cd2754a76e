import type { StatementSide, StatementTemplate } from '../../connection.ts';

/** Statements about the tables of a database of the Data Catalog, which is at the given end. */
export const onTables = (
  side: StatementSide,
  end: 'source' | 'target',
  ...actions: readonly string[]
): StatementTemplate => ({
  side,
  actions,
  resources: [
    'arn:{partition}:glue:{region}:{account}:catalog',
    `{${end}.arn}`,
    `{${end}.tablesArn}/*`,
  ],
});

/** What reading tables needs. */
export const readTables = [
  'glue:GetDatabase',
  'glue:GetTable',
  'glue:GetTables',
  'glue:GetPartition',
  'glue:GetPartitions',
] as const;

/** What writing tables and partitions needs besides. */
export const writeTables = [
  'glue:CreateTable',
  'glue:UpdateTable',
  'glue:CreatePartition',
  'glue:UpdatePartition',
  'glue:BatchCreatePartition',
] as const;
