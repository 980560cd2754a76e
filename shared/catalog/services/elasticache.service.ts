import { kindNotExported } from '../not-exported.ts';
import { choice, days, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const elasticache = defineService({
  kind: 'elasticache',
  title: 'ElastiCache cache',
  words: 'redis valkey memcached cache session in-memory',
  category: 'database',
  icon: 'AmazonElastiCache',
  cloudFormation: [
    'AWS::ElastiCache::ServerlessCache',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::SubnetGroup',
  ],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    deployment: choice(['serverless', 'node-based'], { default: 'serverless' }),
    engine: choice(['valkey', 'redis', 'memcached'], {
      default: 'valkey',
      required: true,
      cfn: 'Engine',
    }),
    majorEngineVersion: text({ default: '8', cfn: 'MajorEngineVersion' }),
    serverlessCacheName: text({
      required: true,
      maxLength: 40,
      when: (read) => read('deployment') === 'serverless',
      cfn: 'ServerlessCacheName',
    }),
    maxDataStorage: integer({
      default: 10,
      min: 1,
      max: 5000,
      unit: 'GB',
      when: (read) => read('deployment') === 'serverless',
      cfn: 'CacheUsageLimits.DataStorage.Maximum',
    }),
    maxEcpuPerSecond: integer({
      default: 5000,
      min: 1000,
      max: 15000000,
      when: (read) => read('deployment') === 'serverless',
      cfn: 'CacheUsageLimits.ECPUPerSecond.Maximum',
    }),
    nodeType: text(
      {
        default: 'cache.t4g.micro',
        when: (read) => read('deployment') === 'node-based',
      } /* AWS::ElastiCache::ReplicationGroup#CacheNodeType */,
    ),
    numNodeGroups: integer(
      {
        default: 1,
        min: 1,
        max: 500,
        when: (read) => read('deployment') === 'node-based',
      } /* AWS::ElastiCache::ReplicationGroup#NumNodeGroups */,
    ),
    replicasPerNodeGroup: integer(
      {
        default: 1,
        min: 0,
        max: 5,
        when: (read) => read('deployment') === 'node-based',
      } /* AWS::ElastiCache::ReplicationGroup#ReplicasPerNodeGroup */,
    ),
    snapshotRetentionLimit: days({ default: 0, min: 0, max: 35, cfn: 'SnapshotRetentionLimit' }),
    transitEncryption: yesNo(
      {
        default: true,
        help: 'Always on for serverless.',
      } /* AWS::ElastiCache::ReplicationGroup#TransitEncryptionEnabled */,
    ),
    automaticFailover: yesNo(
      {
        default: true,
        when: (read) => read('deployment') === 'node-based',
      } /* AWS::ElastiCache::ReplicationGroup#AutomaticFailoverEnabled */,
    ),
    multiAz: yesNo(
      {
        default: true,
        when: (read) => read('deployment') === 'node-based',
      } /* AWS::ElastiCache::ReplicationGroup#MultiAZEnabled */,
    ),
    atRestEncryption: yesNo(
      {
        default: true,
        when: (read) => read('deployment') === 'node-based',
      } /* AWS::ElastiCache::ReplicationGroup#AtRestEncryptionEnabled */,
    ),
  },
  explain: 'ElastiCache cache',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
