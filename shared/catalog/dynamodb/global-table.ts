import {
  array,
  type Code,
  call,
  flag,
  member,
  name,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import type { ConstructSpec } from '../blueprint.ts';
import { codeOf } from '../code.ts';
import { type Expression, type ExpressionObject, isToken, pseudo } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import {
  attributeDefinitions,
  indexCode,
  indexesOf,
  keyCode,
  keyOf,
  keySchema,
  projection,
} from './keys.ts';

/** A table with replicas is another resource, of which one stack writes all regions. */
export const isGlobalTable = (table: NodeScope): boolean => replicasOf(table).length > 0;

/** The copies of a table in other regions. */
const replicasOf = (table: NodeScope): readonly NodeScope[] =>
  table.graph.targets(table.node, { type: 'dynamodb-table--dynamodb-replica' }).map(table.scopeOf);

const replicaSettings = ['tableClass', 'deletionProtection', 'pointInTimeRecovery'] as const;

/** What the L2 construct has no property for on a table with replicas, and what AWS refuses there. */
const whyNot = (table: NodeScope, replicas: readonly NodeScope[]): string | undefined => {
  const { node, region, graph } = table;
  const here = replicas.find((replica) => replica.region === region);
  if (here)
    return `"${here.node.name}" is in ${region}, as its table "${node.name}" is. Put it into another Region.`;
  for (const replica of replicas)
    for (const property of replicaSettings)
      if (replica.graph.isSet(replica.node, property) && replica.read(property) === undefined)
        return `"${replica.node.name}": ${property} must be known when the export is made, because the template of its table "${node.name}" writes it. Set it to a plain value.`;
  if (table.read('billingMode') === 'PROVISIONED')
    return `"${node.name}" has replicas, and then its capacity must scale by itself in each Region. Choose PAY_PER_REQUEST.`;
  if (graph.incoming(node, { mechanism: 'data-import' }).length > 0)
    return `"${node.name}" has replicas, and a table with replicas cannot be filled from a bucket when it is made. Remove the one or the other.`;
  return undefined;
};

/** The table and its replicas. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-dynamodb-globaltable.html */
export const emitGlobalTable = (table: NodeScope): void => {
  const { out, id, read, value } = table;
  const replicas = replicasOf(table);
  const problem = whyNot(table, replicas);
  if (problem !== undefined) {
    out.problem(problem);
    return;
  }
  const partition = keyOf(read('partitionKey'));
  const sort = keyOf(read('sortKey'));
  const global = indexesOf(read('globalSecondaryIndexes'));
  const local = indexesOf(read('localSecondaryIndexes'));
  const view = read('streamViewType');
  const streams = typeof view === 'string' && view !== 'none' ? view : undefined;
  const ttl = value('timeToLiveAttribute');
  const isStrong = read('multiRegionConsistency') === 'STRONG';
  const witness = isStrong ? read('witnessRegion') : undefined;
  const { TableClass, DeletionProtectionEnabled, ...own } = table.cfnProperties();
  out.resource(id, {
    type: 'AWS::DynamoDB::GlobalTable',
    deletionPolicy: 'Retain',
    properties: {
      AttributeDefinitions: attributeDefinitions(table),
      KeySchema: keySchema(partition, sort),
      ...own,
      // The copying reads the stream.
      StreamSpecification: { StreamViewType: streams ?? 'NEW_AND_OLD_IMAGES' },
      MultiRegionConsistency: isStrong ? 'STRONG' : undefined,
      GlobalTableWitnesses: typeof witness === 'string' ? [{ Region: witness }] : undefined,
      SSESpecification:
        read('encryption') === 'AWS_MANAGED' ? { SSEEnabled: true, SSEType: 'KMS' } : undefined,
      TimeToLiveSpecification:
        ttl === undefined ? undefined : { AttributeName: ttl, Enabled: true },
      GlobalSecondaryIndexes:
        global.length === 0
          ? undefined
          : global.map((index) => ({
              IndexName: index.name,
              KeySchema: keySchema(index.partitionKey, index.sortKey),
              Projection: projection(index),
            })),
      LocalSecondaryIndexes:
        local.length === 0
          ? undefined
          : local.map((index) => ({
              IndexName: index.name,
              KeySchema: keySchema(partition, index.sortKey),
              Projection: projection(index),
            })),
      Replicas: [
        ...replicas.map((replica) => replicaProperties(table, replica)),
        {
          Region: pseudo('Region'),
          TableClass,
          DeletionProtectionEnabled,
          PointInTimeRecoverySpecification: ownRecovery(table),
          ...insights(table),
          KinesisStreamSpecification: streamOf(table) && {
            StreamArn: streamOf(table)?.attribute('arn'),
          },
        },
      ],
    },
    cdk: withoutReplicaPaths(
      table.l2('dynamodb.TableV2', {
        partitionKey: keyCode(partition),
        sortKey: keyCode(sort),
        billing: call('dynamodb.Billing.onDemand'),
        dynamoStream:
          streams === undefined ? undefined : member(name('dynamodb.StreamViewType'), streams),
        multiRegionConsistency: isStrong
          ? name('dynamodb.MultiRegionConsistency.STRONG')
          : undefined,
        witnessRegion: typeof witness === 'string' ? text(witness) : undefined,
        encryption:
          read('encryption') === 'AWS_MANAGED'
            ? call('dynamodb.TableEncryptionV2.awsManagedKey')
            : undefined,
        ...tokens(table),
        pointInTimeRecoverySpecification: recoveryCode(ownRecovery(table)),
        contributorInsightsSpecification:
          read('contributorInsights') === true ? object({ enabled: flag(true) }) : undefined,
        kinesisStream: streamOf(table)?.construct,
        globalSecondaryIndexes: global.length === 0 ? undefined : array(global.map(indexCode)),
        localSecondaryIndexes:
          local.length === 0
            ? undefined
            : array(local.map((index) => indexCode({ ...index, partitionKey: undefined }))),
        replicas: array(replicas.map(replicaCode)),
        removalPolicy: name('cdk.RemovalPolicy.RETAIN'),
      }),
    ),
  });
};

const ownRecovery = (table: NodeScope): ExpressionObject | undefined =>
  table.read('pointInTimeRecovery') === true
    ? {
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: table.value('recoveryPeriodInDays'),
      }
    : undefined;

const recoveryCode = (recovery: ExpressionObject | undefined): Code | undefined =>
  recovery &&
  object({
    pointInTimeRecoveryEnabled: codeOf(recovery.PointInTimeRecoveryEnabled ?? false),
    recoveryPeriodInDays:
      recovery.RecoveryPeriodInDays === undefined
        ? undefined
        : codeOf(recovery.RecoveryPeriodInDays),
  });

/** The Kinesis stream that gets the changes, if one is drawn. */
const streamOf = (table: NodeScope): NodeScope | undefined =>
  table.links('out', { mechanism: 'stream' })[0]?.target;

/** Figures of the most used keys, of the table and of each index, which is how the L2 construct means it. */
const insights = (table: NodeScope): ExpressionObject => {
  if (table.read('contributorInsights') !== true) return {};
  const enabled = { ContributorInsightsSpecification: { Enabled: true } };
  const indexes = indexesOf(table.read('globalSecondaryIndexes'));
  return {
    ...enabled,
    GlobalSecondaryIndexes:
      indexes.length === 0
        ? undefined
        : indexes.map((index) => ({ IndexName: index.name, ...enabled })),
  };
};

/** Said in full: what a replica leaves open the L2 construct takes from the table. */
const replicaProperties = (table: NodeScope, replica: NodeScope): ExpressionObject => ({
  Region: replica.region,
  TableClass: String(replica.read('tableClass')),
  DeletionProtectionEnabled: replica.read('deletionProtection') === true,
  PointInTimeRecoverySpecification: {
    PointInTimeRecoveryEnabled: replica.read('pointInTimeRecovery') === true,
  },
  ...insights(table),
});

const replicaCode = (replica: NodeScope): Code =>
  object({
    region: text(replica.region),
    tableClass: name(`dynamodb.TableClass.${String(replica.read('tableClass'))}`),
    deletionProtection: flag(replica.read('deletionProtection') === true),
    pointInTimeRecoverySpecification: object({
      pointInTimeRecoveryEnabled: flag(replica.read('pointInTimeRecovery') === true),
    }),
  });

/** Settings of the table's own region that are known at deployment only: they have no path of their own. */
const tokens = (table: NodeScope): Readonly<Record<string, Code | undefined>> =>
  Object.fromEntries(
    ['tableClass', 'deletionProtection'].flatMap((property) => {
      const set: Expression | undefined = table.value(property);
      return isToken(set) ? [[property, table.code(property)] as const] : [];
    }),
  );

const withoutReplicaPaths = (construct: ConstructSpec): ConstructSpec =>
  'class' in construct
    ? {
        ...construct,
        overrides: (construct.overrides ?? []).filter(
          ({ path }) => path !== 'TableClass' && path !== 'DeletionProtectionEnabled',
        ),
      }
    : construct;
