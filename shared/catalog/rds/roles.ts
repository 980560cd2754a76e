import { pascalCase } from '../../lib/words.ts';
import type { PolicyStatement } from '../blueprint.ts';
import type { ConnectionScope } from '../connection.ts';
import { type ExpressionObject, getAtt, pseudo } from '../expression.ts';
import { grantedRole } from '../granted-role.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { engineOf } from './engines.ts';

/** Connections for which the database assumes a role. */
const withRole = { mechanism: ['direct-invoke', 'data-export'] } as const;

/** Gives the database a role for a connection; connections that need the same feature share it. */
export const emitDatabaseRole = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  const feature = featureOf(scope);
  grantedRole(source.out, roleOf(source, feature), {
    // Without a feature for it, files are written by exports of snapshots.
    service: feature === undefined ? 'export.rds.amazonaws.com' : 'rds.amazonaws.com',
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
  const features = new Set(
    database.links('out', withRole).flatMap((link) => featureOf(link) ?? []),
  );
  if (features.size === 0 || !out.has(id)) return;
  const roles = [...features].map(
    (feature): ExpressionObject => ({
      FeatureName: feature,
      RoleArn: getAtt(roleOf(database, feature), 'Arn'),
    }),
  );
  out.set(id, 'AssociatedRoles', roles);
  // The L2 construct knows roles for S3 only, and adds option groups for them that some engines do not need.
  if (out.hasConstruct(id)) out.override(id, 'AssociatedRoles', roles);
};

const roleOf = (database: NodeScope, feature: string | undefined): string =>
  `${database.id}${pascalCase(feature ?? 'SnapshotExport')}Role`;

/** What RDS calls that for which the role is; undefined when no role can be associated for it. */
const featureOf = ({ source, connection, read }: LinkScope): string | undefined => {
  if (source.graph.mechanism(connection) === 'direct-invoke') return 'Lambda';
  switch (engineOf(source).s3) {
    case 'features':
      return read('feature') === 's3Import' ? 's3Import' : 's3Export';
    case 'snapshots':
      return undefined;
    case 'integration':
    case 'option':
      return 'S3_INTEGRATION';
  }
};
