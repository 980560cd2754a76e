import { connectionsFrom } from '../connection.ts';
import { catalog } from '../mechanisms/catalog.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { onTables, readTables, writeTables } from './shared/catalog-access.ts';

export const fromGlueCrawler = connectionsFrom<Kind>('glue-crawler', {
  'glue-database': catalog({
    label: 'writes tables to',
    delivery: 'async',
    statements: [
      onTables(
        'source-role',
        'target',
        ...readTables,
        ...writeTables,
        'glue:DeleteTable',
        'glue:BatchGetPartition',
        'glue:BatchDeletePartition',
      ),
    ],
    docs: 'Using crawlers to populate the Data Catalog',
  }),
});
