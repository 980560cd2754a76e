import { type ConnectionReader, connectionsFrom } from '../connection.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { choice, list } from '../property.ts';
import { engineNamed } from '../rds/engines.ts';
import type { Kind } from '../services/index.ts';
import {
  exportsLogs,
  type FileWay,
  invokesFromSql,
  keepsLogin,
  mirroredTo,
  movesFiles,
  notifiesTopic,
  readByJob,
} from './shared/database-rows.ts';
import { dimension, watchedBy } from './shared/watched.ts';

/** Aurora MySQL reads and writes files with one role; Aurora PostgreSQL has a feature for each way. */
const wayOf = ({ connection, source }: ConnectionReader): FileWay =>
  engineNamed(source('engine'))?.s3 === 'parameters'
    ? 'both'
    : connection('feature') === 's3Import'
      ? 'import'
      : 'export';

export const fromAuroraCluster = connectionsFrom<Kind>('aurora-cluster', {
  lambda: invokesFromSql(
    'SQL calls the function, for example from a trigger on a table: aws_lambda.invoke in PostgreSQL, lambda_sync and lambda_async in MySQL. The cluster assumes a role for it, and must reach the Lambda API from its subnets. PostgreSQL needs CREATE EXTENSION aws_lambda CASCADE once; MySQL users need the role AWS_LAMBDA_ACCESS.',
    'Invoking a Lambda function from an Amazon Aurora MySQL DB cluster',
  ),
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
  's3-bucket': movesFiles(
    'loads from and exports to',
    choice(['s3Import', 's3Export'], {
      default: 's3Export',
      help: 'Which way the files go. Only Aurora PostgreSQL asks; Aurora MySQL does both with one role.',
    }),
    wayOf,
  ),
  'sns-topic': notifiesTopic(
    'cluster',
    'configuration change, creation, failure, failover, maintenance',
  ),
  secret: keepsLogin('cluster'),
  'log-group': exportsLogs('cluster', 'postgresql; or error, slowquery, general, audit'),
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The subnets become the subnet group of the cluster, in two zones at least; Aurora places each instance in one of them.',
    docs: 'Amazon VPC and Amazon Aurora',
  }),
  'glue-job': readByJob('readerHost'),
  redshift: mirroredTo('Aurora zero-ETL integrations'),
  'cloudwatch-alarm': watchedBy(
    'AWS/RDS',
    ['CPUUtilization', 'DatabaseConnections', 'FreeableMemory', 'ServerlessDatabaseCapacity'],
    dimension('DBClusterIdentifier', 'id'),
  ),
});
