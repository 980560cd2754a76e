import { connectionsFrom } from '../connection.ts';
import { whyNotScaled } from '../elasticache/cache.ts';
import { join } from '../expression.ts';
import { type Scaling, scaling } from '../mechanisms/scaling.mechanism.ts';
import { choice, type PropertyTable } from '../property.ts';
import type { Kind } from '../services/index.ts';

/** Scales one kind; AWS itself makes the role for it. */
const scales = (properties: PropertyTable, docs: string, options: Scaling, explain?: string) =>
  scaling({
    label: 'scales',
    delivery: 'async',
    reversible: true,
    properties,
    ...(explain === undefined ? {} : { explain }),
    docs,
    options,
  });

const serviceMetrics = {
  cpu: 'ECSServiceAverageCPUUtilization',
  memory: 'ECSServiceAverageMemoryUtilization',
} as const;

const tableCapacities = {
  read: {
    dimension: 'dynamodb:table:ReadCapacityUnits',
    metric: 'DynamoDBReadCapacityUtilization',
  },
  write: {
    dimension: 'dynamodb:table:WriteCapacityUnits',
    metric: 'DynamoDBWriteCapacityUtilization',
  },
} as const;

/** Which figure is kept near the target value, by what is scaled. */
const cacheDimensions = {
  shards: {
    dimension: 'elasticache:replication-group:NodeGroups',
    metric: 'ElastiCachePrimaryEngineCPUUtilization',
  },
  replicas: {
    dimension: 'elasticache:replication-group:Replicas',
    metric: 'ElastiCacheReplicaEngineCPUUtilization',
  },
} as const;

const readerMetrics = {
  cpu: 'RDSReaderAverageCPUUtilization',
  connections: 'RDSReaderAverageDatabaseConnections',
} as const;

export const fromAppAutoScaling = connectionsFrom<Kind>('app-auto-scaling', {
  'fargate-service': scales(
    {
      metric: choice(['cpu', 'memory'], {
        default: 'cpu',
        help: 'The figure that is kept near the target value, as an average over all tasks.',
      }),
    },
    'Automatically scale your Amazon ECS service',
    {
      namespace: 'ecs',
      resource: ({ target }) => target.attribute('scalableId'),
      dimensions: ({ read }) => [
        {
          dimension: 'ecs:service:DesiredCount',
          metric: serviceMetrics[read('metric') === 'memory' ? 'memory' : 'cpu'],
        },
      ],
    },
  ),
  lambda: scales(
    {},
    'Managing provisioned concurrency with Application Auto Scaling',
    {
      namespace: 'lambda',
      resource: ({ target }) => target.attribute('scalableId'),
      dimensions: () => [
        {
          dimension: 'lambda:function:ProvisionedConcurrency',
          metric: 'LambdaProvisionedConcurrencyUtilization',
        },
      ],
      isRatio: true,
      needs: ({ node, value }) =>
        value('autoPublishAlias') === undefined
          ? `"${node.name}" has no alias, and environments are kept warm for one only: set autoPublishAlias, such as live.`
          : undefined,
    },
    'It keeps more or fewer environments of the alias of the function warm, so that so many of them are busy. The lower limit is kept warm always, and paid by the hour. A function without provisioned concurrency scales by itself.',
  ),
  'dynamodb-table': scales(
    {
      capacity: choice(['read-and-write', 'read', 'write'], {
        default: 'read-and-write',
        help: 'Which capacity of the table; both get the same limits.',
      }),
    },
    'Managing throughput capacity automatically with DynamoDB auto scaling',
    {
      namespace: 'dynamodb',
      resource: ({ target }) => join('table/', target.attribute('name')),
      dimensions: ({ read }) => {
        const capacity = read('capacity');
        return [
          ...(capacity === 'write' ? [] : [tableCapacities.read]),
          ...(capacity === 'read' ? [] : [tableCapacities.write]),
        ];
      },
    },
    'For tables with provisioned capacity; a table on demand scales by itself. Global indexes keep the capacity that they have.',
  ),
  'aurora-cluster': scales(
    {
      metric: choice(['cpu', 'connections'], {
        default: 'cpu',
        help: 'The figure that is kept near the target value, as an average over all readers. For connections the target value is their number.',
      }),
    },
    'Amazon Aurora Auto Scaling with Aurora Replicas',
    {
      namespace: 'rds',
      resource: ({ target }) => join('cluster:', target.attribute('id')),
      dimensions: ({ read }) => [
        {
          dimension: 'rds:cluster:ReadReplicaCount',
          metric: readerMetrics[read('metric') === 'connections' ? 'connections' : 'cpu'],
        },
      ],
    },
    'Aurora adds and removes readers, up to 15. The cluster needs one reader at least from the start, whose figures are looked at.',
  ),
  elasticache: scales(
    {
      capacity: choice(['shards', 'replicas'], {
        default: 'shards',
        help: 'Shards: more parts for more data and more writes. Replicas: more copies of each part, for more reads; five at most.',
      }),
    },
    'Auto Scaling Valkey and Redis OSS clusters',
    {
      namespace: 'elasticache',
      resource: ({ target }) => join('replication-group/', target.attribute('name')),
      dimensions: ({ read }) => [
        cacheDimensions[read('capacity') === 'replicas' ? 'replicas' : 'shards'],
      ],
      refuses: ({ target }) => whyNotScaled(target),
    },
    'For node-based Valkey and Redis OSS with nodes of the size large, xlarge or 2xlarge; a serverless cache scales by itself. The export switches cluster mode on, so clients have to speak it.',
  ),
});
