import { connectionsFrom } from '../connection.ts';
import { cacheDimensions, notifies } from '../elasticache/cache.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { list } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { cacheNotification } from './shared/topic-notification.ts';
import { watchedBy } from './shared/watched.ts';

export const fromElasticache = connectionsFrom<Kind>('elasticache', {
  'sns-topic': cacheNotification(
    'sends events to',
    'NotificationTopicArn',
    'Managing ElastiCache Amazon SNS notifications',
    notifies,
  ),
  'log-group': logging({
    label: 'writes slow and engine logs to',
    delivery: 'async',
    reversible: true,
    properties: {
      logTypes: list({
        default: ['slow-log', 'engine-log'],
        help: 'slow-log: commands that took long. engine-log: what the engine does.',
      }),
    },
    explain:
      'Nodes of Valkey and Redis OSS write what took long, and what the engine does, into the log group. Serverless caches and Memcached deliver no logs.',
    docs: 'Log delivery',
    options: { setting: 'cache' },
  }),
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'A serverless cache has an address in one subnet of two or three zones; the subnets of a node-based one become its subnet group.',
    docs: 'Amazon VPCs and ElastiCache security',
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/ElastiCache',
    ['EngineCPUUtilization', 'DatabaseMemoryUsagePercentage', 'Evictions', 'CurrConnections'],
    cacheDimensions,
    {
      explain:
        'Of a cache with several nodes the alarm watches the first; a serverless cache reports as a whole.',
    },
  ),
});
