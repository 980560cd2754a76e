import { connectionsFrom } from '../connection.ts';
import { credential } from '../mechanisms/credential.mechanism.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { directInvoke } from '../mechanisms/direct-invoke.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { notification } from '../mechanisms/notification.mechanism.ts';
import { replication } from '../mechanisms/replication.mechanism.ts';
import { choice, list } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromRdsInstance = connectionsFrom<Kind>('rds-instance', {
  lambda /* SAM: AWS::IAM::Role (rds.amazonaws.com) in AssociatedRoles {FeatureName: Lambda, RoleArn} of AWS::RDS::DBInstance; extension aws_lambda
 CDK: (db.node.defaultChild as rds.CfnDBInstance).associatedRoles = [{ featureName: 'Lambda', roleArn: role.roleArn }]; fn.grantInvoke(role) */:
    directInvoke({
      label: 'invokes from SQL',
      delivery: 'async',
      properties: { invocationType: choice(['Event', 'RequestResponse'], { default: 'Event' }) },
      statements: [
        {
          side: 'service-role',
          actions: ['lambda:InvokeFunction'],
          resources: ['{target.arn}'],
          principal: 'rds.amazonaws.com',
        },
      ],
      docs: 'Invoking an AWS Lambda function from an RDS for PostgreSQL DB instance',
    }),
  'event-bus' /* SAM: nothing (events arrive on the default bus)
 CDK: new events.Rule(this, 'RdsEvents', { eventPattern: { source: ['aws.rds'] } }) */: eventSource(
    {
      variant: 'service-events',
      label: 'publishes instance events to',
      delivery: 'async',
      properties: {
        detailTypes: list({
          help: 'RDS DB Instance Event, RDS DB Snapshot Event; no data changes.',
        }),
      },
      docs: 'Working with Amazon RDS event notification',
    },
  ),
  's3-bucket' /* SAM: AssociatedRoles {FeatureName, RoleArn} on the database
 CDK: new rds.DatabaseInstance(this, 'Db', { engine, vpc, s3ExportBuckets: [bucket] }) */:
    dataExport({
      label: 'exports to',
      delivery: 'async',
      properties: {
        feature: choice(['s3Import', 's3Export', 'S3_INTEGRATION'], { default: 'S3_INTEGRATION' }),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['s3:PutObject', 's3:GetObject', 's3:ListBucket', 's3:AbortMultipartUpload'],
          resources: ['{target.arn}', '{target.arn}/*'],
          principal: 'rds.amazonaws.com',
        },
      ],
      docs: 'Exporting data from an Amazon Aurora or RDS database to Amazon S3',
    }),
  'sns-topic' /* SAM: AWS::RDS::EventSubscription {SnsTopicArn, SourceType, EventCategories}
 CDK: new rds.CfnEventSubscription(this, 'Events', { snsTopicArn: topic.topicArn, sourceType: 'db-instance' }) */:
    notification({
      label: 'sends event notifications to',
      delivery: 'async',
      properties: {
        eventCategories: list(
          { default: ['failure', 'failover'] } /* AWS::RDS::EventSubscription#EventCategories */,
        ),
        sourceType: choice(
          [
            'db-instance',
            'db-cluster',
            'db-parameter-group',
            'db-security-group',
            'db-snapshot',
            'db-cluster-snapshot',
            'db-proxy',
            'custom-engine-version',
          ],
          { default: 'db-instance' } /* AWS::RDS::EventSubscription#SourceType */,
        ),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['sns:Publish'],
          resources: ['{target.arn}'],
          principal: 'events.rds.amazonaws.com',
          conditions: { StringEquals: { 'aws:SourceAccount': '{account}' } },
        },
      ],
      docs: 'Working with Amazon RDS event notification',
    }),
  secret /* SAM: ManageMasterUserPassword: true (or MasterUserPassword {{resolve:secretsmanager:...}} + AWS::SecretsManager::SecretTargetAttachment)
 CDK: credentials: rds.Credentials.fromGeneratedSecret('dbadmin') on rds.DatabaseInstance | credentials: rds.Credentials.fromSecret(secret) on rds.DatabaseInstance */:
    credential({
      label: 'keeps its master credentials in',
      delivery: 'config',
      docs: 'Password management with Amazon RDS and AWS Secrets Manager',
    }),
  'log-group' /* SAM: EnableCloudwatchLogsExports on the database; group /aws/rds/...
 CDK: cloudwatchLogsExports: ['postgresql'], cloudwatchLogsRetention: logs.RetentionDays.ONE_MONTH on rds.DatabaseInstance */:
    logging({
      label: 'exports engine logs to',
      delivery: 'async',
      reversible: true,
      properties: {
        logTypes: list({ default: ['postgresql'], cfn: 'EnableCloudwatchLogsExports' }),
      },
      docs: 'Publishing database logs to Amazon CloudWatch Logs',
      options: { setting: 'database' },
    }),
  'rds-instance' /* SAM: SourceDBInstanceIdentifier on AWS::RDS::DBInstance
 CDK: new rds.DatabaseInstanceReadReplica(this, 'Replica', { sourceDatabaseInstance: db, vpc, instanceType }) */:
    replication({
      label: 'replicates to',
      delivery: 'async',
      docs: 'Working with DB instance read replicas',
    }),
  subnet /* SAM: AWS::RDS::DBSubnetGroup + VPCSecurityGroups
 CDK: new rds.DatabaseInstance(this, 'Db', { engine, vpc, vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED } }) */:
    networkPlacement({
      label: 'runs in',
      delivery: 'config',
      gesture: 'both',
      reversible: true,
      docs: 'Working with a DB instance in a VPC',
    }),
});
