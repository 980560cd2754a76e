import { connectionsFrom } from '../connection.ts';
import { pseudo } from '../expression.ts';
import { authorizer } from '../mechanisms/authorizer.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { list } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { watchedBy } from './shared/watched.ts';

export const fromOpensearch = connectionsFrom<Kind>('opensearch', {
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'A domain gets addresses in one subnet, or in one of each zone that it is spread over, and is reached from inside the VPC only. A serverless collection is reached there through an endpoint of its own.',
    docs: 'Launching your Amazon OpenSearch Service domains within a VPC',
  }),
  'cognito-user-pool': authorizer({
    label: 'signs in dashboards users at',
    statements: [
      {
        side: 'service-role',
        principal: 'cognito-identity.amazonaws.com',
        actions: [
          'es:ESHttpGet',
          'es:ESHttpHead',
          'es:ESHttpDelete',
          'es:ESHttpPost',
          'es:ESHttpPut',
          'es:ESHttpPatch',
        ],
        resources: ['{source.arn}', '{source.arn}/*'],
        byMechanism: true,
      },
    ],
    explain:
      'Whoever opens the dashboards of the domain is sent to the login pages of the user pool, which must have a domain, and then works with AWS credentials of an identity pool that the export adds. Every user of the pool gets in. With fine-grained access control the role of these users must be given rights in OpenSearch as well.',
    docs: 'Configuring Amazon Cognito authentication for OpenSearch Dashboards',
    options: { api: 'dashboards' },
  }),
  'log-group': logging({
    label: 'writes logs to',
    delivery: 'async',
    properties: {
      logTypes: list({
        default: ['ES_APPLICATION_LOGS'],
        items: {
          type: 'enum',
          values: ['ES_APPLICATION_LOGS', 'SEARCH_SLOW_LOGS', 'INDEX_SLOW_LOGS'],
        },
        help: 'ES_APPLICATION_LOGS: errors and warnings. SEARCH_SLOW_LOGS and INDEX_SLOW_LOGS: requests that took long; how long, each index says.',
      }),
    },
    statements: [
      {
        side: 'target-policy',
        actions: ['logs:PutLogEvents', 'logs:CreateLogStream'],
        resources: ['{target.arn}'],
        principal: 'es.amazonaws.com',
        // The domain is made after the policy, so the policy cannot name it.
        conditions: {
          StringEquals: { 'aws:SourceAccount': '{account}' },
          ArnLike: { 'aws:SourceArn': 'arn:{partition}:es:{region}:{account}:domain/*' },
        },
      },
    ],
    docs: 'Monitoring OpenSearch logs with Amazon CloudWatch Logs',
    options: { setting: 'search-domain' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/ES',
    ['ClusterStatus.red', 'FreeStorageSpace', 'CPUUtilization', 'JVMMemoryPressure'],
    ({ attribute }) => ({ DomainName: attribute('name'), ClientId: pseudo('AccountId') }),
    { explain: 'Only domains report these figures.' },
  ),
});
