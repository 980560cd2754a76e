import { type ConnectionReader, connectionsFrom } from '../connection.ts';
import { credential } from '../mechanisms/credential.mechanism.ts';
import { dataExport } from '../mechanisms/data-export.mechanism.ts';
import { directInvoke } from '../mechanisms/direct-invoke.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { notification } from '../mechanisms/notification.mechanism.ts';
import { choice, list } from '../property.ts';
import { engineNamed } from '../rds/engines.ts';
import type { Kind } from '../services/index.ts';
import { databaseSourceTypes } from './shared/database-events.ts';
import { dimension, watchedBy } from './shared/watched.ts';

/** Aurora MySQL reads and writes files with one role; Aurora PostgreSQL has a feature for each way. */
const doesBoth = ({ source }: ConnectionReader): boolean =>
  engineNamed(source('engine'))?.s3 === 'parameters';
const imports = (read: ConnectionReader): boolean =>
  doesBoth(read) || read.connection('feature') === 's3Import';
const exports = (read: ConnectionReader): boolean =>
  doesBoth(read) || read.connection('feature') !== 's3Import';

export const fromAuroraCluster = connectionsFrom<Kind>('aurora-cluster', {
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
      'SQL calls the function, for example from a trigger on a table: aws_lambda.invoke in PostgreSQL, lambda_sync and lambda_async in MySQL. The cluster assumes a role for it, and must reach the Lambda API from its subnets. PostgreSQL needs CREATE EXTENSION aws_lambda CASCADE once; MySQL users need the role AWS_LAMBDA_ACCESS.',
    docs: 'Invoking a Lambda function from an Amazon Aurora MySQL DB cluster',
    options: { caller: 'database' },
  }),
  'event-bus': eventSource({
    variant: 'service-events',
    label: 'publishes cluster events to',
    delivery: 'async',
    properties: {
      detailTypes: list({
        help: 'RDS DB Cluster Event, RDS DB Cluster Snapshot Event. They tell of the cluster, never of rows.',
      }),
    },
    docs: 'Working with Amazon RDS event notification',
  }),
  's3-bucket': dataExport({
    label: 'loads from and exports to',
    delivery: 'async',
    properties: {
      feature: choice(['s3Import', 's3Export'], {
        default: 's3Export',
        help: 'Which way the files go. Only Aurora PostgreSQL asks; Aurora MySQL does both with one role.',
      }),
    },
    statements: [
      {
        side: 'service-role',
        actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
        resources: ['{target.arn}/*'],
        principal: 'rds.amazonaws.com',
        when: exports,
      },
      {
        side: 'service-role',
        actions: ['s3:GetObject'],
        resources: ['{target.arn}/*'],
        principal: 'rds.amazonaws.com',
        when: imports,
      },
      {
        side: 'service-role',
        actions: ['s3:ListBucket'],
        resources: ['{target.arn}'],
        principal: 'rds.amazonaws.com',
        when: imports,
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
        help: 'Such as configuration change, creation, failure, failover, maintenance; they count for db-cluster.',
      }),
      sourceType: choice(databaseSourceTypes, {
        default: 'db-cluster',
        advanced: true,
        help: 'db-cluster: this cluster. The others: everything of the type in the account.',
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
      'RDS tells the topic what happens to the cluster, by categories that one chooses; a subscription without any would get all of them. It says nothing of the data: a changed row sends no notification.',
    docs: 'Working with Amazon RDS event notification',
    options: { by: 'subscription', own: 'db-cluster' },
  }),
  secret: credential({
    label: 'keeps its master credentials in',
    delivery: 'config',
    explain:
      'User name and password of the master user come from this secret when the cluster is made, and the secret learns host and port. Without such an arrow RDS keeps a secret of its own.',
    docs: 'Password management with Amazon RDS and AWS Secrets Manager',
    options: { as: 'use' },
  }),
  'log-group': logging({
    label: 'exports engine logs to',
    delivery: 'async',
    reversible: true,
    properties: {
      logTypes: list({
        help: 'postgresql; or error, slowquery, general, audit. The log group is that of the first; RDS makes those of the others. Empty: the usual one of the engine.',
      }),
    },
    explain:
      'RDS writes each of its logs into a log group whose name it chooses. The export gives the drawn group that name, and the cluster an identifier that the name is made of.',
    docs: 'Publishing database logs to Amazon CloudWatch Logs',
    options: { setting: 'database' },
  }),
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The subnets become the subnet group of the cluster, in two zones at least; Aurora places each instance in one of them.',
    docs: 'Amazon VPC and Amazon Aurora',
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/RDS',
    ['CPUUtilization', 'DatabaseConnections', 'FreeableMemory', 'ServerlessDatabaseCapacity'],
    dimension('DBClusterIdentifier', 'id'),
  ),
});
