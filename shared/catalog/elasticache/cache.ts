import { kebabCase, pascalCase } from '../../lib/words.ts';
import type { ConnectionScope } from '../connection.ts';
import {
  arn,
  document,
  type Expression,
  type ExpressionObject,
  getAtt,
  join,
  pseudo,
  refOf,
} from '../expression.ts';
import { networkOf } from '../network/placement.ts';
import { requiredNetwork } from '../network/required.ts';
import { securityGroupIds } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { cacheEngineOf, isServerlessCache } from './engines.ts';

type Form = 'serverless' | 'group' | 'memcached';

/** Which resource the cache is. */
const formOf = (cache: NodeScope): Form =>
  isServerlessCache(cache)
    ? 'serverless'
    : cacheEngineOf(cache).id === 'memcached'
      ? 'memcached'
      : 'group';

/** True when Application Auto Scaling changes the number of shards or copies, which takes cluster mode. */
const isScaled = (cache: NodeScope): boolean =>
  cache.links('in', { mechanism: 'scaling' }).length > 0;

/** Data that is spread over shards has one address that tells where they are. */
const isSharded = (cache: NodeScope): boolean =>
  Number(cache.read('numNodeGroups') ?? 1) > 1 || isScaled(cache);

/** Where clients connect to, as CloudFormation calls it and as the L1 construct does. */
export const endpointAttribute = (
  cache: NodeScope,
): { readonly cfn: string; readonly cdk: string } => {
  switch (formOf(cache)) {
    case 'serverless':
      return { cfn: 'Endpoint.Address', cdk: 'attrEndpointAddress' };
    case 'memcached':
      return { cfn: 'ConfigurationEndpoint.Address', cdk: 'attrConfigurationEndpointAddress' };
    case 'group':
      return isSharded(cache)
        ? { cfn: 'ConfigurationEndPoint.Address', cdk: 'attrConfigurationEndPointAddress' }
        : { cfn: 'PrimaryEndPoint.Address', cdk: 'attrPrimaryEndPointAddress' };
  }
};

/** The ARN; only serverless caches have an attribute for it. */
export const cacheArn = (cache: NodeScope): Expression => {
  const form = formOf(cache);
  return form === 'serverless'
    ? getAtt(cache.id, 'ARN')
    : arn(
        'elasticache',
        join(form === 'group' ? 'replicationgroup:' : 'cluster:', refOf(cache.id)),
      );
};

/** What tells the figures of a cache from those of others; of several nodes, those of the first. */
export const cacheDimensions = (cache: NodeScope): ExpressionObject => {
  switch (formOf(cache)) {
    case 'serverless':
      return { clusterId: refOf(cache.id) };
    case 'memcached':
      return { CacheClusterId: refOf(cache.id) };
    case 'group':
      return { CacheClusterId: join(refOf(cache.id), isSharded(cache) ? '-0001-001' : '-001') };
  }
};

/** The cache, with its subnet group and users. */
export const emitCache = (scope: NodeScope): void => {
  const { out, node, graph } = scope;
  for (const property of ['engine', 'deployment'] as const)
    if (graph.isSet(node, property) && scope.read(property) === undefined) {
      out.problem(
        `"${node.name}": ${property} must be known when the export is made, because it decides which resource the cache is. Set it to a plain value.`,
      );
      return;
    }
  if (!requiredNetwork(scope)) return;
  const users = emitUsers(scope);
  const form = formOf(scope);
  if (form === 'serverless') emitServerless(scope, users);
  else if (form === 'group') emitGroup(scope, users);
  else emitMemcached(scope);
};

/** At most 40 characters with the name of the stack in front. */
const nameOf = ({ id }: NodeScope, ending = ''): Expression =>
  join(pseudo('StackName'), `-${kebabCase(id).slice(0, 14).replace(/-+$/, '')}${ending}`);

const emitServerless = (scope: NodeScope, users: string | undefined): void => {
  const network = networkOf(scope, { onePerZone: true });
  scope.out.resource(scope.id, {
    type: 'AWS::ElastiCache::ServerlessCache',
    properties: {
      ServerlessCacheName: nameOf(scope),
      Engine: cacheEngineOf(scope).id,
      MajorEngineVersion: scope.value('majorEngineVersion') ?? cacheEngineOf(scope).major,
      CacheUsageLimits: {
        DataStorage: { Maximum: scope.value('maxDataStorage') ?? 10, Unit: 'GB' },
        ECPUPerSecond: { Maximum: scope.value('maxEcpuPerSecond') ?? 5000 },
      },
      SnapshotRetentionLimit: scope.value('snapshotRetentionLimit'),
      // It takes two or three, each in a zone of its own.
      SubnetIds: network?.subnetIds.slice(0, 3),
      SecurityGroupIds: securityGroupIds(scope),
      UserGroupId: users && refOf(users),
      ...named(scope, 'ServerlessCacheName', 'serverlessCacheName'),
    },
  });
};

/** A name that the user has given. */
const named = (scope: NodeScope, path: string, property: string): ExpressionObject => {
  const value = scope.value(property);
  return value === undefined ? {} : { [path]: value };
};

const emitSubnetGroup = (scope: NodeScope): Expression => {
  const id = `${scope.id}SubnetGroup`;
  scope.out.resource(id, {
    type: 'AWS::ElastiCache::SubnetGroup',
    properties: {
      Description: `Subnets of ${scope.id}`,
      SubnetIds: networkOf(scope)?.subnetIds,
    },
  });
  return refOf(id);
};

const emitGroup = (scope: NodeScope, users: string | undefined): void => {
  const engine = cacheEngineOf(scope);
  scope.out.resource(scope.id, {
    type: 'AWS::ElastiCache::ReplicationGroup',
    properties: {
      ReplicationGroupDescription: `Cache ${scope.id}`,
      Engine: engine.id,
      EngineVersion: scope.value('engineVersion') ?? engine.version,
      CacheNodeType: scope.value('nodeType') ?? 'cache.t4g.micro',
      CacheParameterGroupName: isSharded(scope) ? engine.clusterParameters : undefined,
      ...scope.cfnProperties(),
      CacheSubnetGroupName: emitSubnetGroup(scope),
      SecurityGroupIds: securityGroupIds(scope),
      UserGroupIds: users === undefined ? undefined : [refOf(users)],
    },
  });
};

const emitMemcached = (scope: NodeScope): void => {
  const nodes = scope.value('numNodeGroups') ?? 1;
  scope.out.resource(scope.id, {
    type: 'AWS::ElastiCache::CacheCluster',
    properties: {
      Engine: 'memcached',
      EngineVersion: scope.value('engineVersion') ?? cacheEngineOf(scope).version,
      CacheNodeType: scope.value('nodeType') ?? 'cache.t4g.micro',
      NumCacheNodes: nodes,
      AZMode: typeof nodes === 'number' && nodes > 1 ? 'cross-az' : undefined,
      TransitEncryptionEnabled: scope.value('transitEncryption') ?? true,
      CacheSubnetGroupName: emitSubnetGroup(scope),
      VpcSecurityGroupIds: securityGroupIds(scope),
    },
  });
};

/**
 * The users that log in with IAM, in a group of their own; undefined when nobody does.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
 */
const emitUsers = (scope: NodeScope): string | undefined => {
  const { out, id } = scope;
  const engine = cacheEngineOf(scope).id;
  const links = scope
    .links('in', { mechanism: 'cache' })
    .filter(({ read }) => read('authMode') === 'iam');
  if (links.length === 0) return undefined;
  if (engine === 'memcached') {
    out.problem(
      `"${scope.node.name}" runs Memcached, which knows no users. Set authMode of what connects to it to none, or choose Valkey.`,
    );
    return undefined;
  }
  const users = new Map(
    links.map(({ value }) => {
      const userId = emitUser(scope, value('user') ?? 'app');
      return [userId, refOf(userId)] as const;
    }),
  );
  const group = `${id}Users`;
  out.resource(group, {
    type: 'AWS::ElastiCache::UserGroup',
    properties: {
      UserGroupId: nameOf(scope, '-u'),
      Engine: engine,
      UserIds: [...(engine === 'redis' ? [refOf(emitDefaultUser(scope))] : []), ...users.values()],
    },
  });
  return group;
};

/** A user; caches of one design share those of one name, which is unique in the account. */
const emitUser = (scope: NodeScope, user: Expression): string => {
  const { out, id } = scope;
  const engine = cacheEngineOf(scope);
  const userId = `${typeof user === 'string' ? pascalCase(user) : id}${pascalCase(engine.id)}User`;
  if (!out.has(userId))
    out.resource(userId, {
      type: 'AWS::ElastiCache::User',
      properties: {
        UserId: user,
        // With IAM both have to be the same.
        UserName: user,
        Engine: engine.id,
        AuthenticationMode: document({ Type: 'iam' }),
        AccessString: 'on ~* +@all',
      },
    });
  return userId;
};

/** Redis OSS wants a user of the name default in each group; this one may do nothing. */
const emitDefaultUser = (scope: NodeScope): string => {
  const id = `${scope.id}DefaultUser`;
  scope.out.resource(id, {
    type: 'AWS::ElastiCache::User',
    properties: {
      UserId: nameOf(scope, '-d'),
      UserName: 'default',
      Engine: 'redis',
      AuthenticationMode: document({ Type: 'no-password-required' }),
      AccessString: 'off ~keys* -@all',
    },
  });
  return id;
};

/** What only nodes have; says so for a serverless cache, and gives true. */
const isRefused = ({ source, target }: ConnectionScope, what: string): boolean => {
  if (!isServerlessCache(source)) return false;
  source.out.problem(
    `"${source.node.name}" is a serverless cache, which sends no ${what} to "${target.node.name}". Its events are on the default event bus; or make the cache node-based.`,
  );
  return true;
};

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html */
export const emitCacheLogs = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  if (isRefused(scope, 'logs')) return;
  if (formOf(source) === 'memcached') {
    source.out.problem(
      `"${source.node.name}" runs Memcached, which delivers no logs. Remove the connection to "${target.node.name}", or choose Valkey.`,
    );
    return;
  }
  const types = scope.read('logTypes');
  for (const type of Array.isArray(types) ? types.map(String) : ['slow-log', 'engine-log'])
    source.out.append(source.id, 'LogDeliveryConfigurations', {
      LogType: type,
      LogFormat: 'json',
      DestinationType: 'cloudwatch-logs',
      DestinationDetails: { CloudWatchLogsDetails: { LogGroup: target.attribute('name') } },
    });
};

/** True when the cache can tell a topic what happens to it; says why not otherwise. */
export const notifies = (scope: ConnectionScope): boolean => !isRefused(scope, 'notifications');

/** Why Application Auto Scaling does not take a cache; undefined when it does. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoScaling.html */
export const whyNotScaled = (cache: NodeScope): string | undefined => {
  const form = formOf(cache);
  if (form === 'serverless') return 'a serverless cache grows and shrinks by itself.';
  if (form === 'memcached') return 'only shards and copies of Valkey and Redis OSS are scaled so.';
  const nodeType = cache.value('nodeType') ?? 'cache.t4g.micro';
  return typeof nodeType === 'string' && /^cache\.t\d/.test(nodeType)
    ? `nodes of the type ${nodeType} are not scaled. Choose one of the families m, r or c, such as cache.m7g.large.`
    : undefined;
};
