import { type ConnectionReader, connectionsFrom } from '../connection.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { replication } from '../mechanisms/replication.mechanism.ts';
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

/** Which way files go between the database and the bucket. */
const wayOf = ({ connection, source }: ConnectionReader): FileWay => {
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
const bySnapshots = {
  side: 'service-role',
  principal: 'export.rds.amazonaws.com',
  when: (reader: ConnectionReader) => wayOf(reader) === 'snapshots',
} as const;

export const fromRdsInstance = connectionsFrom<Kind>('rds-instance', {
  lambda: invokesFromSql(
    'SQL in PostgreSQL calls the function, for example from a trigger on a table. The database assumes a role for it, and must reach the Lambda API from its subnets. Whoever sets it up once runs CREATE EXTENSION aws_lambda CASCADE.',
    'Invoking an AWS Lambda function from an RDS for PostgreSQL DB instance',
  ),
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
  's3-bucket': movesFiles(
    'exports to',
    choice(['s3Import', 's3Export', 'S3_INTEGRATION'], {
      help: 'Empty: what the engine has. PostgreSQL imports or exports; Oracle, SQL Server and Db2 do both with S3_INTEGRATION; MySQL and MariaDB export snapshots.',
    }),
    wayOf,
    [
      {
        ...bySnapshots,
        actions: ['s3:PutObject', 's3:GetObject', 's3:DeleteObject'],
        resources: ['{target.arn}/*'],
      },
      {
        ...bySnapshots,
        actions: ['s3:ListBucket', 's3:GetBucketLocation'],
        resources: ['{target.arn}'],
      },
    ],
  ),
  'sns-topic': notifiesTopic(
    'instance',
    'availability, backup, failure, failover, low storage, maintenance',
  ),
  secret: keepsLogin('database'),
  'log-group': exportsLogs('instance', 'Such as postgresql, upgrade, error, slowquery, audit'),
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
  'glue-job': readByJob('host'),
  redshift: mirroredTo('Amazon RDS zero-ETL integrations'),
  'cloudwatch-alarm': watchedBy(
    'AWS/RDS',
    ['CPUUtilization', 'FreeStorageSpace', 'DatabaseConnections', 'FreeableMemory'],
    dimension('DBInstanceIdentifier', 'id'),
  ),
});
