import { pascalCase } from '../../lib/words.ts';
import type { PolicyStatement } from '../blueprint.ts';
import type { ConnectionScope } from '../connection.ts';
import { type Expression, type ExpressionObject, getAtt, pseudo } from '../expression.ts';
import { grantedRole } from '../granted-role.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { engineOf } from './engines.ts';

/** Connections for which the database assumes a role. */
const withRole = { mechanism: ['direct-invoke', 'data-export'] } as const;

/** What the database uses a role for. */
interface Purpose {
  /** Names the role. */
  readonly word: string;
  /** What RDS calls it; absent where the engine is told by a parameter instead, or RDS exports snapshots. */
  readonly feature?: string;
  /** The parameter of the cluster that names the role. */
  readonly parameter?: string;
  readonly service: 'rds.amazonaws.com' | 'export.rds.amazonaws.com';
}

/** Gives the database a role for a connection; connections that need the same feature share it. */
export const emitDatabaseRole = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const use = purposeOf(scope);
  grantedRole(source.out, roleOf(source, use), {
    service: use.service,
    conditions: { StringEquals: { 'aws:SourceAccount': pseudo('AccountId') } },
    policy: {
      name: `Use${target.id}`,
      statements: scope.statements('service-role') as readonly PolicyStatement[],
    },
  });
};

/** The roles that the database itself assumes, each for one feature. */
export const writeAssociatedRoles = (database: NodeScope): void => {
  const { out, id } = database;
  const uses = usesOf(database);
  if (uses.length === 0 || !out.has(id)) return;
  const roles = uses.map(
    (use): ExpressionObject => ({
      FeatureName: use.feature,
      RoleArn: getAtt(roleOf(database, use), 'Arn'),
    }),
  );
  out.set(id, 'AssociatedRoles', roles);
  // The L2 construct knows roles for S3 only, and adds option groups for them that some engines do not need.
  if (out.hasConstruct(id)) out.override(id, 'AssociatedRoles', roles);
};

/** Parameters of a cluster that name the roles it assumes. */
export const roleParameters = (cluster: NodeScope): ReadonlyMap<string, Expression> =>
  new Map(
    usesOf(cluster).flatMap((use) =>
      use.parameter === undefined
        ? []
        : [[use.parameter, getAtt(roleOf(cluster, use), 'Arn')] as const],
    ),
  );

/** Each use of a role that RDS has to know of, once. */
const usesOf = (database: NodeScope): readonly Purpose[] => {
  const uses = new Map<string, Purpose>();
  for (const link of database.links('out', withRole)) {
    const use = purposeOf(link);
    if (use.feature !== undefined || use.parameter !== undefined) uses.set(use.word, use);
  }
  return [...uses.values()];
};

const roleOf = (database: NodeScope, { word }: Purpose): string =>
  `${database.id}${pascalCase(word)}Role`;

const feature = (name: string): Purpose => ({
  word: name,
  feature: name,
  service: 'rds.amazonaws.com',
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.AddRoleToDBCluster.html */
const parameter = (word: string, name: string): Purpose => ({
  word,
  parameter: name,
  service: 'rds.amazonaws.com',
});

const purposeOf = ({ source, connection, read }: LinkScope): Purpose => {
  const { s3 } = engineOf(source);
  if (source.graph.mechanism(connection) === 'direct-invoke')
    return s3 === 'parameters' ? parameter('Lambda', 'aws_default_lambda_role') : feature('Lambda');
  switch (s3) {
    case 'features':
      return feature(read('feature') === 's3Import' ? 's3Import' : 's3Export');
    case 'parameters':
      return parameter('S3', 'aws_default_s3_role');
    case 'snapshots':
      // Files are written by exports of snapshots, without the database.
      return { word: 'SnapshotExport', service: 'export.rds.amazonaws.com' };
    case 'integration':
    case 'option':
      return feature('S3_INTEGRATION');
  }
};
