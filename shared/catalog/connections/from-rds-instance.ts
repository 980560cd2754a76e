import { type ConnectionReader, connectionsFrom } from '../connection.ts';
import { credential } from '../mechanisms/credential.mechanism.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { directInvoke } from '../mechanisms/direct-invoke.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { notification } from '../mechanisms/notification.mechanism.ts';
import { replication } from '../mechanisms/replication.mechanism.ts';
import { choice, list } from '../property.ts';
import { engineNamed } from '../rds/engines.ts';
import type { Kind } from '../services/index.ts';
import { databaseSourceTypes } from './shared/database-events.ts';
import { dimension, watchedBy } from './shared/watched.ts';

type Way = 'import' | 'export' | 'both' | 'snapshots';

/** Which way files go between the database and the bucket. */
const wayOf = ({ connection, source }: ConnectionReader): Way => {
  switch (engineNamed(source('engine'))?.s3) {
    case 'integration':
    case 'option':
      return 'both';
    case 'snapshots':
      return 'snapshots';
    default:
      return connection('feature') === 's3Import' ? 'import' : 'export';
  }
};
const goes =
  (...ways: readonly Way[]) =>
  (reader: ConnectionReader): boolean =>
    ways.includes(wayOf(reader));

export const fromRdsInstance = connectionsFrom<Kind>('rds-instance', {
  lambda: directInvoke({
    label: 'invokes from SQL',
    delivery: 'async',
    properties: {
      invocationType: choice(['Event', 'RequestResponse'], {
        default: 'Event',
        help: 'What the SQL asks for: go on at once, or wait for the answer.',
      }),
    },
    statements: [
      {
        side: 'service-role',
        actions: ['lambda:InvokeFunction'],
        resources: ['{target.arn}'],
        principal: 'rds.amazonaws.com',
      },
    ],
    explain:
      'SQL in PostgreSQL calls the function, for example from a trigger on a table. The database assumes a role for it, and must reach the Lambda API from its subnets. Whoever sets it up once runs CREATE EXTENSION aws_lambda CASCADE.',
    docs: 'Invoking an AWS Lambda function from an RDS for PostgreSQL DB instance',
    options: { caller: 'database' },
  }),
  'event-bus': eventSource({
    variant: 'service-events',
    label: 'publishes instance events to',
    delivery: 'async',
    properties: {
      detailTypes: list({
        help: 'RDS DB Instance Event, RDS DB Snapshot Event. They tell of the instance, never of rows.',
      }),
    },
    docs: 'Working with Amazon RDS event notification',
  }),
  's3-bucket': dataExport({
    label: 'exports to',
    delivery: 'async',
    properties: {
      feature: choice(['s3Import', 's3Export', 'S3_INTEGRATION'], {
        help: 'Empty: what the engine has. PostgreSQL imports or exports; Oracle, SQL Server and Db2 do both with S3_INTEGRATION; MySQL and MariaDB export snapshots.',
      }),
    },
    statements: [
      {
        side: 'service-role',
        actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
        resources: ['{target.arn}/*'],
        principal: 'rds.amazonaws.com',
        when: goes('export', 'both'),
      },
      {
        side: 'service-role',
        actions: ['s3:GetObject'],
        resources: ['{target.arn}/*'],
        principal: 'rds.amazonaws.com',
        when: goes('import', 'both'),
      },
      {
        side: 'service-role',
        actions: ['s3:ListBucket'],
        resources: ['{target.arn}'],
        principal: 'rds.amazonaws.com',
        when: goes('import', 'both'),
      },
      {
        side: 'service-role',
        actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'],
        resources: ['{target.arn}/*'],
        principal: 'export.rds.amazonaws.com',
        when: goes('snapshots'),
      },
      {
        side: 'service-role',
        actions: ['s3:ListBucket', 's3:GetBucketLocation'],
        resources: ['{target.arn}'],
        principal: 'export.rds.amazonaws.com',
        when: goes('snapshots'),
      },
    ],
    docs: 'Exporting data from an Amazon Aurora or RDS database to Amazon S3',
    options: { from: 'database' },
  }),
  'sns-topic': notification({
    label: 'sends event notifications to',
    delivery: 'async',
    properties: {
      eventCategories: list({
        default: ['failure', 'failover'],
        help: 'Such as availability, backup, failure, failover, low storage, maintenance; they count for db-instance.',
      }),
      sourceType: choice(databaseSourceTypes, {
        default: 'db-instance',
        advanced: true,
        help: 'db-instance: this instance. The others: everything of the type in the account.',
      }),
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
    explain:
      'RDS tells the topic what happens to the instance, by categories that one chooses; a subscription without any would get all of them. It says nothing of the data: a changed row sends no notification.',
    docs: 'Working with Amazon RDS event notification',
    options: { by: 'subscription', own: 'db-instance' },
  }),
  secret: credential({
    label: 'keeps its master credentials in',
    delivery: 'config',
    explain:
      'User name and password of the master user come from this secret when the database is made, and the secret learns host and port. Without such an arrow RDS keeps a secret of its own.',
    docs: 'Password management with Amazon RDS and AWS Secrets Manager',
    options: { as: 'use' },
  }),
  'log-group': logging({
    label: 'exports engine logs to',
    delivery: 'async',
    reversible: true,
    properties: {
      logTypes: list({
        help: 'Such as postgresql, upgrade, error, slowquery, audit. The log group is that of the first; RDS makes those of the others. Empty: the usual one of the engine.',
      }),
    },
    explain:
      'RDS writes each of its logs into a log group whose name it chooses. The export gives the drawn group that name, and the instance an identifier that the name is made of.',
    docs: 'Publishing database logs to Amazon CloudWatch Logs',
    options: { setting: 'database' },
  }),
  'rds-instance': replication({
    label: 'replicates to',
    delivery: 'async',
    explain:
      'The target is a read replica: a copy that follows the source within seconds and answers reads only. It takes engine, users and data from the source, which must keep backups. A replica in another Region also serves as a place to go when the first one fails.',
    docs: 'Working with DB instance read replicas',
    options: { by: 'database' },
  }),
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The subnets become the subnet group of the instance. They must be in two zones at least, even if the instance is in one of them only.',
    docs: 'Working with a DB instance in a VPC',
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/RDS',
    ['CPUUtilization', 'FreeStorageSpace', 'DatabaseConnections', 'FreeableMemory'],
    dimension('DBInstanceIdentifier', 'id'),
  ),
});
