import { connectionsFrom } from '../connection.ts';
import { credential } from '../mechanisms/credential.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { proxy } from '../mechanisms/proxy.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromRdsProxy = connectionsFrom<Kind>('rds-proxy', {
  'rds-instance' /* SAM: AWS::RDS::DBProxyTargetGroup {DBInstanceIdentifiers} + AWS::EC2::SecurityGroupIngress
 CDK: db.addProxy('Proxy', { secrets: [secret], vpc, iamAuth: true }) */: proxy({
    label: 'pools connections to',
    reversible: true,
    docs: 'Using Amazon RDS Proxy',
  }),
  secret /* SAM: Auth [{AuthScheme: SECRETS, SecretArn, IAMAuth: REQUIRED}] on AWS::RDS::DBProxy
 CDK: secrets: [secret] on rds.DatabaseProxy */: credential({
    label: 'reads credentials from',
    statements: [
      {
        side: 'source-role',
        actions: ['secretsmanager:GetSecretValue'],
        resources: ['{target.arn}'],
      },
      {
        side: 'source-role',
        actions: ['kms:Decrypt'],
        resources: ['{target.kmsKeyArn}'],
        when: () => false,
      },
    ],
    docs: 'Setting up database credentials in AWS Secrets Manager for RDS Proxy',
  }),
  subnet /* SAM: VpcSubnetIds, VpcSecurityGroupIds on AWS::RDS::DBProxy
 CDK: new rds.DatabaseProxy(this, 'Proxy', { proxyTarget, secrets, vpc }) */: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    docs: 'Planning where to use RDS Proxy',
  }),
});
