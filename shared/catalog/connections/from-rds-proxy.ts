import { connectionsFrom } from '../connection.ts';
import { credential } from '../mechanisms/credential.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { proxy } from '../mechanisms/proxy.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { dimension, watchedBy } from './shared/watched.ts';

export const fromRdsProxy = connectionsFrom<Kind>('rds-proxy', {
  'rds-instance': proxy({
    label: 'pools connections to',
    reversible: true,
    docs: 'Using Amazon RDS Proxy',
  }),
  'aurora-cluster': proxy({
    label: 'pools connections to',
    reversible: true,
    docs: 'Using Amazon RDS Proxy for Aurora',
  }),
  secret: credential({
    label: 'reads credentials from',
    statements: [
      {
        side: 'source-role',
        actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
        resources: ['{target.arn}'],
      },
      {
        side: 'source-role',
        actions: ['kms:Decrypt'],
        resources: ['{target.kmsKeyArn}'],
        when: ({ target }) => target('kmsKeyId') !== undefined,
      },
    ],
    explain:
      'The proxy logs in to the database with the user and password of this secret. Each database user that clients come as needs a secret of its own; without any, the proxy takes that of the master user.',
    docs: 'Setting up database credentials in AWS Secrets Manager for RDS Proxy',
    options: { as: 'use' },
  }),
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain: 'The proxy has an address in each of these subnets, in two zones at least.',
    docs: 'Planning where to use RDS Proxy',
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/RDS',
    ['DatabaseConnectionsCurrentlyBorrowed', 'ClientConnections', 'QueryRequests'],
    dimension('ProxyName', 'name'),
  ),
});
