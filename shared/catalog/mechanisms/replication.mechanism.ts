import { flag, name, object } from '../../lib/typescript/syntax.ts';
import { type Ingestion, writeIngestion } from '../analytics/ingestion.ts';
import { isMirror, writeMirror } from '../analytics/mirror.ts';
import { codeOf } from '../code.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { getAtt, refOf } from '../expression.ts';
import { memberOf } from '../members.ts';
import { policyDocument } from '../policy.ts';
import { serviceRole } from '../service-role.ts';

export interface Replication {
  /**
   * Who copies; a database and a table write their replicas themselves, a backup plan its copies. Integrations copy
   * databases and tables into a data warehouse, a pipeline copies into an index.
   */
  readonly by:
    | 'bucket'
    | 'database'
    | 'database-integration'
    | 'pipeline'
    | 'plan'
    | 'table'
    | 'table-integration';
  /** What a pipeline reads. */
  readonly ingests?: Ingestion['ingests'];
}

/** Something keeps a copy of itself elsewhere. */
export const replication = defineMechanism<Replication>({
  id: 'replication',
  family: 'stream',
  title: 'Replication',
  explain:
    'AWS copies every change to a second place, a moment later: a bucket to another bucket, a database to a read replica or, in another form, to a data warehouse. The copy may lag behind, and it repeats mistakes too, so it is no backup.',
  emit(scope) {
    if (scope.options.by === 'bucket') replicateBucket(scope);
    if (isMirror(scope)) writeMirror(scope);
    if (scope.options.by === 'pipeline') writeIngestion(scope);
  },
});

/** How long S3 may take with replication time control. https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html */
const controlledMinutes = 15;

const storageClasses = {
  STANDARD_IA: 'INFREQUENT_ACCESS',
  ONEZONE_IA: 'ONE_ZONE_INFREQUENT_ACCESS',
  INTELLIGENT_TIERING: 'INTELLIGENT_TIERING',
  GLACIER_IR: 'GLACIER_INSTANT_RETRIEVAL',
  GLACIER: 'GLACIER',
  DEEP_ARCHIVE: 'DEEP_ARCHIVE',
} as const;

/** One rule for each arrow; all rules of a bucket share a role. */
const replicateBucket = (scope: ConnectionScope): void => {
  const { source, target, graph, connection, read } = scope;
  const { out } = source;
  const role = `${source.id}ReplicationRole`;
  const priority = graph
    .outgoing(source.node, { type: connection.type })
    .findIndex(({ id }) => id === connection.id);
  const storageClass = read('storageClass');
  const colder = typeof storageClass === 'string' && storageClass !== 'STANDARD';
  const timed = read('replicationTimeControl') === true;
  const markers = read('deleteMarkers') === true;
  const prefix = scope.value('prefix') ?? '';

  serviceRole(out, role, { service: 's3.amazonaws.com', cdk: 'none' });
  // A policy of its own: inside the role it would refer to the bucket, which refers to the role.
  const statements = scope.statements('service-role');
  const policy = scope.resourceId('Replication');
  if (statements.length > 0)
    out.resource(policy, {
      type: 'AWS::IAM::Policy',
      properties: {
        PolicyName: policy.slice(0, 128),
        PolicyDocument: policyDocument(statements),
        Roles: [refOf(role)],
      },
      cdk: 'none',
    });
  out.set(source.id, 'ReplicationConfiguration.Role', getAtt(role, 'Arn'));
  out.append(source.id, 'ReplicationConfiguration.Rules', {
    Priority: priority + 1,
    Status: 'Enabled',
    Filter: { Prefix: prefix },
    DeleteMarkerReplication: { Status: markers ? 'Enabled' : 'Disabled' },
    Destination: {
      Bucket: target.attribute('arn'),
      StorageClass: colder ? storageClass : undefined,
      ReplicationTime: timed
        ? { Status: 'Enabled', Time: { Minutes: controlledMinutes } }
        : undefined,
      Metrics: timed
        ? { Status: 'Enabled', EventThreshold: { Minutes: controlledMinutes } }
        : undefined,
    },
  });
  out.appendProp(
    source.id,
    'replicationRules',
    object({
      destination: target.construct,
      priority: codeOf(priority + 1),
      filter: prefix === '' ? undefined : object({ prefix: codeOf(prefix) }),
      deleteMarkerReplication: markers ? flag(true) : undefined,
      storageClass: colder
        ? memberOf('s3.StorageClass', storageClasses, storageClass, 'INFREQUENT_ACCESS')
        : undefined,
      replicationTimeControl: timed ? fifteenMinutes : undefined,
      metrics: timed ? fifteenMinutes : undefined,
    }),
  );
  // S3 replicates between buckets with versions only, and looks for the other bucket.
  for (const end of [source, target]) {
    end.out.set(end.id, 'VersioningConfiguration', { Status: 'Enabled' });
    end.out.props(end.id, { versioned: flag(true) });
  }
  if (source.region === target.region) out.dependsOn(source.id, target.id);
};

const fifteenMinutes = name('s3.ReplicationTimeValue.FIFTEEN_MINUTES');
