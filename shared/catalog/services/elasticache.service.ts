import { member, text as string } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { cacheArn, emitCache, endpointAttribute } from '../elasticache/cache.ts';
import { cacheEngineNamed, cacheEngineOf, cacheEngines } from '../elasticache/engines.ts';
import { getAtt } from '../expression.ts';
import { choice, days, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

type Read = (property: string) => unknown;
const isServerless = (read: Read): boolean => read('deployment') === 'serverless';
const hasNodes = (read: Read): boolean => !isServerless(read);
const isMemcached = (read: Read): boolean => read('engine') === 'memcached';
/** Nodes of Valkey and Redis OSS, which copy to one another. */
const replicates = (read: Read): boolean => hasNodes(read) && !isMemcached(read);

export const elasticache = defineService({
  kind: 'elasticache',
  title: 'ElastiCache cache',
  words: 'redis valkey memcached cache session in-memory key value',
  category: 'database',
  icon: 'AmazonElastiCache',
  cloudFormation: [
    'AWS::ElastiCache::ServerlessCache',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::SubnetGroup',
    'AWS::ElastiCache::UserGroup',
  ],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    deployment: choice(['serverless', 'node-based'], {
      default: 'serverless',
      required: true,
      help: 'serverless: AWS chooses and scales the servers. node-based: you choose the node type and how many. Cannot be changed later.',
    }),
    engine: choice(
      cacheEngines.map(({ id }) => id),
      {
        default: 'valkey',
        required: true,
        help: 'Valkey is the open successor of Redis OSS, understands the same commands and costs less. Memcached keeps plain values only.',
        cfn: 'Engine',
      },
    ),
    majorEngineVersion: text({
      pattern: '^[0-9.]{1,8}$',
      advanced: true,
      when: isServerless,
      help: 'Empty: 8 of Valkey, 7 of Redis OSS, 1.6 of Memcached.',
    }),
    serverlessCacheName: text({
      maxLength: 40,
      pattern: '^[a-z](?!.*--)(?:[a-z0-9-]*[a-z0-9])?$',
      advanced: true,
      when: isServerless,
      help: 'Empty: the name of the stack and that of the node.',
    }),
    maxDataStorage: integer({
      default: 10,
      min: 1,
      max: 5000,
      unit: 'GB',
      when: isServerless,
      help: 'The most that the cache may hold; then it pushes out what expires next.',
    }),
    maxEcpuPerSecond: integer({
      default: 5000,
      min: 1000,
      max: 15_000_000,
      unit: 'ECPU/s',
      when: isServerless,
      help: 'The most work a second. A simple read or write of up to 1 kB is one ECPU; requests beyond the limit are slowed down.',
    }),
    nodeType: text({
      default: 'cache.t4g.micro',
      pattern: '^cache\\.[a-z0-9]+\\.[a-z0-9]+$',
      when: hasNodes,
      help: 'Processor and memory of each node. t4g for trying out, r7g for a steady load.',
    }),
    engineVersion: text({
      pattern: '^[0-9.]{1,8}$',
      advanced: true,
      when: hasNodes,
      help: 'Empty: 8.0 of Valkey, 7.1 of Redis OSS, 1.6.22 of Memcached.',
    }),
    numNodeGroups: integer({
      default: 1,
      min: 1,
      max: 500,
      when: hasNodes,
      unit: 'shards',
      help: 'Parts that the data is spread over: shards of Valkey and Redis OSS (more than one is called cluster mode), nodes of Memcached.',
      cfn: 'NumNodeGroups',
    }),
    replicasPerNodeGroup: integer({
      default: 1,
      min: 0,
      max: 5,
      emitDefault: true,
      when: replicates,
      help: 'Copies of each part, which answer reads, and one of which takes over.',
      cfn: 'ReplicasPerNodeGroup',
    }),
    automaticFailover: yesNo({
      default: true,
      emitDefault: true,
      when: replicates,
      help: 'A copy takes over by itself when the primary node fails.',
      cfn: 'AutomaticFailoverEnabled',
    }),
    multiAz: yesNo({
      default: true,
      emitDefault: true,
      when: replicates,
      help: 'The copies are in other zones than the primary node.',
      cfn: 'MultiAZEnabled',
    }),
    transitEncryption: yesNo({
      default: true,
      emitDefault: true,
      when: hasNodes,
      help: 'Clients connect with TLS. A serverless cache always asks for it.',
      cfn: 'TransitEncryptionEnabled',
    }),
    atRestEncryption: yesNo({
      default: true,
      emitDefault: true,
      advanced: true,
      when: replicates,
      help: 'Encrypts backups and what is written to disk. A serverless cache always does.',
      cfn: 'AtRestEncryptionEnabled',
    }),
    snapshotRetentionLimit: days({
      default: 0,
      min: 0,
      max: 35,
      when: (read) => isServerless(read) || !isMemcached(read),
      help: 'How long daily backups are kept; 0 makes none. What can be filled again needs none.',
      cfn: 'SnapshotRetentionLimit',
    }),
  },
  attributes: {
    arn: { cfn: cacheArn, cdk: (_construct, scope) => codeOf(cacheArn(scope)) },
    name: { cfn: 'Ref', cdk: 'ref' },
    host: {
      cfn: (scope) => getAtt(scope.id, endpointAttribute(scope).cfn),
      cdk: (construct, scope) => member(construct, endpointAttribute(scope).cdk),
    },
    port: {
      cfn: (scope) => String(cacheEngineOf(scope).port),
      cdk: (_construct, scope) => string(String(cacheEngineOf(scope).port)),
    },
  },
  clients: [
    {
      variables: ['CACHE_ENDPOINT'],
      what: 'cache',
      own: 'connect with a client of its engine, with TLS',
    },
  ],
  summary: (read) => {
    const engine = cacheEngineNamed(read('engine'))?.title ?? 'Cache';
    if (isServerless(read)) return `${engine} · serverless`;
    const parts = Number(read('numNodeGroups') ?? 1);
    const nodes = parts * (isMemcached(read) ? 1 : 1 + Number(read('replicasPerNodeGroup') ?? 0));
    return [engine, String(read('nodeType')), nodes === 1 ? '1 node' : `${nodes} nodes`].join(
      ' · ',
    );
  },
  explain:
    'A cache keeps answers in memory, where they are read in well under a millisecond, so that a database is asked less often. Code puts them there itself, with a time after which they are gone, and must be able to do without: a cache may lose what it has. It is also used for sessions, counters and rankings. It stands in your VPC, so a function has to be there too.',
  cost: 'Serverless: the gigabytes held by the hour and the work done (ECPU). Node-based: by the hour for each node.',
  limits: [
    'Serverless: 5,000 GB and 15,000,000 ECPU a second.',
    'Node-based: 500 shards with five replicas each; 60 nodes of Memcached.',
    'A value has at most 512 MB (Memcached: 1 MB).',
  ],
  docs: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html',
  emit: emitCache,
});
