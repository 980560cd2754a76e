import type { ConnectionScope } from '../../connection.ts';
import { notification } from '../../mechanisms/notification.mechanism.ts';

/**
 * Events of a cache, by a property of its resource. Caches publish in the name of the account that owns them, which
 * SNS knows as `aws:SourceOwner`; no other condition lets them in. ElastiCache says so; DAX says nothing of the policy.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ECEvents.SNS.html
 */
export const cacheNotification = (
  label: string,
  property: string,
  docs: string,
  can?: (scope: ConnectionScope) => boolean,
) =>
  notification({
    label,
    delivery: 'async',
    statements: [
      {
        side: 'target-policy',
        actions: ['sns:Publish'],
        resources: ['{target.arn}'],
        principal: '*',
        conditions: { StringEquals: { 'aws:SourceOwner': '{account}' } },
      },
    ],
    explain:
      'The cache tells the topic what happens to its nodes: a failover, a node added or replaced. The topic must be in the same account and Region, and must not be encrypted with a KMS key.',
    docs,
    options: { by: 'property', property, ...(can && { can }) },
  });
