import { connectionsFrom } from '../connection.ts';
import { catalog } from '../mechanisms/catalog.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { onTables, readTables } from './shared/catalog-access.ts';

export const fromGlueDatabase = connectionsFrom<Kind>('glue-database', {
  'athena-workgroup': catalog({
    label: 'is queried by',
    statements: [onTables('caller-identity', 'source', ...readTables)],
    explain:
      'Queries name the tables of this database. Athena looks them up with the rights of whoever asks.',
    docs: 'Use AWS Glue Data Catalog to connect to your data',
  }),
  redshift: catalog({
    label: 'is queried with Spectrum by',
    statements: [onTables('target-role', 'source', ...readTables)],
    explain:
      'CREATE EXTERNAL SCHEMA … FROM DATA CATALOG makes the tables known in Redshift, which then reads their files in S3 during a query. The role also needs the bucket: draw an arrow from that, too.',
    docs: 'Amazon Redshift Spectrum',
  }),
});
