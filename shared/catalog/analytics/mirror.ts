import type { ConnectionScope } from '../connection.ts';
import { isGlobalTable } from '../dynamodb/global-table.ts';
import { document, type Expression, type ExpressionObject, join, pseudo } from '../expression.ts';
import { writerId } from '../rds/cluster-ids.ts';
import { engineOf, replicaSource } from '../rds/engines.ts';
import type { LinkScope, NodeScope } from '../service.ts';

/*
 * Zero-ETL integrations: AWS itself keeps a copy of a database or a table in a data warehouse.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/zero-etl.setting-up.html
 */

/** The arrows of a database or a table to the warehouses that mirror it. */
const mirrorsOf = (source: NodeScope): readonly LinkScope[] =>
  source.links('out', { mechanism: 'replication' }).filter(isMirror);

/** What a row of the mechanism says. */
const kindOf = (link: LinkScope): string | undefined =>
  (link.options as { readonly by?: string }).by;

/** True for an arrow that stands for a zero-ETL integration. */
export const isMirror = (link: LinkScope): boolean =>
  ['database-integration', 'table-integration'].includes(kindOf(link) ?? '');

const isOfTable = (link: LinkScope): boolean => kindOf(link) === 'table-integration';

/** What the engine writes down of every change, so that it can be mirrored. */
const clusterParameters: Readonly<Record<string, ExpressionObject>> = {
  'aurora-mysql': {
    aurora_enhanced_binlog: '1',
    binlog_backup: '0',
    binlog_format: 'ROW',
    binlog_replication_globaldb: '0',
    binlog_row_image: 'full',
    binlog_row_metadata: 'full',
  },
  'aurora-postgresql': {
    'rds.logical_replication': '1',
    'aurora.enhanced_logical_replication': '1',
    'aurora.logical_replication_backup': '0',
    'aurora.logical_replication_globaldb': '0',
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/zero-etl.setting-up.html
  mysql: { binlog_format: 'ROW', binlog_row_image: 'full' },
  postgres: {
    'rds.logical_replication': '1',
    'rds.replica_identity_full': '1',
    session_replication_role: 'origin',
    wal_sender_timeout: '0',
    max_wal_senders: '20',
    max_replication_slots: '20',
  },
};

/** The parameters that a database needs to be mirrored; none while nothing mirrors it. */
export const mirrorParameters = (database: NodeScope): ExpressionObject =>
  mirrorsOf(database).length === 0 ? {} : (clusterParameters[engineOf(database).id] ?? {});

/** What a warehouse needs to mirror others: it lets them in, and tells names with capital letters apart. */
export const mirrored = (
  warehouse: NodeScope,
): { readonly policy: Expression; readonly parameters: readonly string[] } | undefined => {
  const sources = warehouse
    .links('in', { mechanism: 'replication' })
    .map(({ source }) => source.attribute('arn'));
  if (sources.length === 0) return undefined;
  return {
    parameters: ['enable_case_sensitive_identifier'],
    policy: document({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'redshift.amazonaws.com' },
          Action: 'redshift:AuthorizeInboundIntegration',
          Condition: { StringEquals: { 'aws:SourceArn': sources } },
        },
        {
          Effect: 'Allow',
          Principal: {
            AWS: join('arn:', pseudo('Partition'), ':iam::', pseudo('AccountId'), ':root'),
          },
          Action: 'redshift:CreateInboundIntegration',
        },
      ],
    }),
  };
};

/** Why AWS does not mirror this; undefined when it does. */
const whyNot = (link: LinkScope): string | undefined => {
  const { source, target } = link;
  if (source.region !== target.region) return 'they are in different Regions. Put both into one.';
  if (target.read('deployment') === 'provisioned') {
    if (target.read('numberOfNodes') === 1)
      return 'a provisioned warehouse needs two nodes at least for that. Set numberOfNodes to 2, or make it serverless.';
    const type = target.value('nodeType') ?? 'ra3.large';
    if (typeof type === 'string' && !type.startsWith('ra3.'))
      return 'a provisioned warehouse needs nodes of the type RA3 for that. Choose one, or make it serverless.';
  }
  return isOfTable(link) ? tableLacks(source) : databaseLacks(source);
};

const tableLacks = (table: NodeScope): string | undefined =>
  isGlobalTable(table)
    ? 'the export writes no policy for a table with replicas, which the integration needs. Use a table without replicas.'
    : undefined;

const databaseLacks = (database: NodeScope): string | undefined => {
  const engine = engineOf(database);
  if (!Object.hasOwn(clusterParameters, engine.id))
    return `the export mirrors PostgreSQL and MySQL, not ${engine.title}. Let a Glue job read it.`;
  if (replicaSource(database) !== undefined)
    return 'it is a read replica. Mirror the database that it copies.';
  return database.read('backupRetentionPeriod') === 0
    ? 'the database keeps no backups. Set backupRetentionPeriod.'
    : undefined;
};

/** The integration of a database or a table with a warehouse. */
export const writeMirror = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const reason = whyNot(scope);
  if (reason !== undefined) {
    source.out.problem(
      `"${source.node.name}" cannot be mirrored to "${target.node.name}": ${reason}`,
    );
    return;
  }
  const id = scope.resourceId('Mirror');
  const isTable = isOfTable(scope);
  target.out.resource(id, {
    type: isTable ? 'AWS::Redshift::Integration' : 'AWS::RDS::Integration',
    // The warehouse computes in the workgroup; the database has its first data in the writer.
    dependsOn: [
      target.id,
      ...(!isTable && engineOf(source).isCluster ? [writerId(source.id)] : []),
    ],
    properties: {
      SourceArn: source.attribute('arn'),
      TargetArn: target.attribute('namespaceArn'),
      DataFilter: isTable ? undefined : filterOf(scope),
    },
  });
  for (const statement of scope.statements('source-policy'))
    source.out.allowOn(source.node.id, statement);
};

/** What is mirrored. PostgreSQL wants one database to be named at least, MySQL takes everything when nothing is said. */
const filterOf = (scope: ConnectionScope): Expression | undefined => {
  const set = scope.value('dataFilter');
  if (set !== undefined && set !== '') return set;
  const { source } = scope;
  if (engineOf(source).family !== 'POSTGRESQL') return undefined;
  return join('include: ', source.value('databaseName') ?? 'postgres', '.*.*');
};
