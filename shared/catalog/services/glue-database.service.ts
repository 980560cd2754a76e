import { databaseArn } from '../analytics/glue.ts';
import { emitTables, tableFormats } from '../analytics/glue-tables.ts';
import { codeOf } from '../code.ts';
import { arn, type Expression, join, pseudo, refOf } from '../expression.ts';
import { choice, list, map, record, text } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

/** Without the name of a table behind it. */
const tablesArn = ({ id }: NodeScope): Expression => arn('glue', join('table/', refOf(id)));

/** A name in lower case, which Athena wants. */
const nameOf = (scope: NodeScope): Expression =>
  scope.value('databaseName') ??
  scope.id
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .slice(0, 255);

export const glueDatabase = defineService({
  kind: 'glue-database',
  title: 'AWS Glue Data Catalog database',
  words: 'glue data catalog database table metastore schema hive columns',
  category: 'analytics',
  icon: 'AWSGlue',
  cloudFormation: ['AWS::Glue::Database', 'AWS::Glue::Table'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    databaseName: text({
      maxLength: 255,
      pattern: '^[a-z0-9_]+$',
      help: 'Lower case, digits and underscores. Empty takes the logical id in lower case.',
    }),
    description: text({
      maxLength: 2048,
      advanced: true,
      help: 'For whoever browses the catalog.',
      cfn: 'DatabaseInput.Description',
    }),
    locationUri: text({
      maxLength: 1024,
      pattern: '^s3://.+',
      advanced: true,
      help: 'Where its files are, such as s3://lake/sales/.',
      cfn: 'DatabaseInput.LocationUri',
    }),
    tables: list({
      help: 'Tables that are known in advance. A crawler finds others by itself.',
      items: {
        ...record({
          fields: {
            name: text({
              required: true,
              maxLength: 255,
              pattern: '^[a-z0-9_]+$',
              help: 'Such as clicks.',
            }),
            columns: map({
              help: 'Name and type of each column, such as id and string, or total and decimal(10,2).',
            }),
            partitionKeys: map({
              help: 'Columns that the folders stand for, such as day and string.',
            }),
            format: choice(tableFormats, { default: 'parquet', help: 'What the files hold.' }),
            location: text({ help: 'Where the files are, such as s3://lake/clicks/.' }),
          },
        }),
        noun: 'table',
      },
    }),
  },
  attributes: {
    arn: { cfn: databaseArn, cdk: (_construct, scope) => codeOf(databaseArn(scope)) },
    name: { cfn: 'Ref', cdk: 'ref' },
    tablesArn: { cfn: tablesArn, cdk: (_construct, scope) => codeOf(tablesArn(scope)) },
  },
  summary: (read) => {
    const tables = read('tables');
    const count = Array.isArray(tables) ? tables.length : 0;
    return count === 0
      ? 'tables by crawler or job'
      : `${count} ${count === 1 ? 'table' : 'tables'}`;
  },
  explain:
    'The Data Catalog knows which tables there are, which columns they have and in which files of S3 they lie. It holds no data itself. Athena, Redshift Spectrum, Glue jobs and Firehose all look here, so that everybody sees the same tables. A crawler can find tables by looking into the files.',
  cost: 'Free for the first million objects (tables, partitions) and requests of a month.',
  limits: [
    '10,000 databases in a region, and 200,000 tables in a database (both adjustable).',
    'Names are kept in lower case.',
  ],
  docs: 'https://docs.aws.amazon.com/glue/latest/dg/catalog-and-crawler.html',
  emit(scope) {
    const { out, id } = scope;
    const own = scope.cfnProperties();
    out.resource(id, {
      type: 'AWS::Glue::Database',
      deletionPolicy: 'Retain',
      properties: {
        CatalogId: pseudo('AccountId'),
        DatabaseInput: { ...(own.DatabaseInput as object), Name: nameOf(scope) },
      },
    });
    emitTables(scope);
  },
});
