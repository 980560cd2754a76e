import { connectionsFrom } from '../connection.ts';
import { cache } from '../mechanisms/cache.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { tableAccessProperties, tableAccessStatements } from './shared/table-access.ts';
import { cacheNotification } from './shared/topic-notification.ts';
import { dimension, watchedBy } from './shared/watched.ts';

export const fromDaxCluster = connectionsFrom<Kind>('dax-cluster', {
  'dynamodb-table': cache({
    label: 'caches',
    properties: tableAccessProperties,
    statements: tableAccessStatements,
    explain:
      'DAX fetches from this table what it does not have in memory, and hands writes on to it, with a role of its own. Whoever may use the cluster can do with the table what this role may, so choose read where nobody writes.',
    docs: 'DAX access control',
    options: {},
  }),
  'sns-topic': cacheNotification(
    'sends cluster events to',
    'NotificationTopicARN',
    'DAX cluster components',
  ),
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The subnets become the subnet group of the cluster; DAX spreads the nodes over their zones.',
    docs: 'DAX cluster components',
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/DAX',
    ['CPUUtilization', 'ItemCacheMisses', 'ErrorRequestCount', 'EvictedSize'],
    dimension('ClusterId', 'name'),
  ),
});
