import type { ConnectionReader, StatementTemplate } from '../../connection.ts';
import { credential } from '../../mechanisms/credential.mechanism.ts';
import { dataExport } from '../../mechanisms/data-export.mechanism.ts';
import { dataSource } from '../../mechanisms/data-source.mechanism.ts';
import { directInvoke } from '../../mechanisms/direct-invoke.mechanism.ts';
import { logging } from '../../mechanisms/logging.mechanism.ts';
import { notification } from '../../mechanisms/notification.mechanism.ts';
import { replication } from '../../mechanisms/replication.mechanism.ts';
import { choice, list, text } from '../../property.ts';
import { databaseSourceTypes } from './database-events.ts';

/* What instances of RDS and clusters of Aurora do alike. */

/** SQL calls a function. */
export const invokesFromSql = (explain: string, docs: string) =>
  directInvoke({
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
    explain,
    docs,
    options: { caller: 'database' },
  });

/** Which way files go between a database and a bucket: rows by the engine, or whole snapshots by RDS. */
export type FileWay = 'import' | 'export' | 'both' | 'snapshots';

/** Files go between the database and a bucket, with the rights of the engine and `more` that others need. */
export const movesFiles = (
  label: string,
  feature: ReturnType<typeof choice>,
  wayOf: (reader: ConnectionReader) => FileWay,
  more: readonly StatementTemplate[] = [],
) => {
  const goes =
    (...ways: readonly FileWay[]) =>
    (reader: ConnectionReader): boolean =>
      ways.includes(wayOf(reader));
  const byEngine = { side: 'service-role', principal: 'rds.amazonaws.com' } as const;
  return dataExport({
    label,
    delivery: 'async',
    properties: { feature },
    statements: [
      {
        ...byEngine,
        actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
        resources: ['{target.arn}/*'],
        when: goes('export', 'both'),
      },
      {
        ...byEngine,
        actions: ['s3:GetObject'],
        resources: ['{target.arn}/*'],
        when: goes('import', 'both'),
      },
      {
        ...byEngine,
        actions: ['s3:ListBucket'],
        resources: ['{target.arn}'],
        when: goes('import', 'both'),
      },
      ...more,
    ],
    docs: 'Exporting data from an Amazon Aurora or RDS database to Amazon S3',
    options: { from: 'database' },
  });
};

/** RDS tells a topic what happens to the database. */
export const notifiesTopic = (what: 'instance' | 'cluster', categories: string) =>
  notification({
    label: 'sends event notifications to',
    delivery: 'async',
    properties: {
      eventCategories: list({
        default: ['failure', 'failover'],
        help: `Such as ${categories}; they count for db-${what}.`,
      }),
      sourceType: choice(databaseSourceTypes, {
        default: `db-${what}`,
        advanced: true,
        help: `db-${what}: this ${what}. The others: everything of the type in the account.`,
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
    explain: `RDS tells the topic what happens to the ${what}, by categories that one chooses; a subscription without any would get all of them. It says nothing of the data: a changed row sends no notification.`,
    docs: 'Working with Amazon RDS event notification',
    options: { by: 'subscription', own: `db-${what}` },
  });

/** The login of the master user is kept in a drawn secret. */
export const keepsLogin = (what: 'database' | 'cluster') =>
  credential({
    label: 'keeps its master credentials in',
    delivery: 'config',
    explain: `User name and password of the master user come from this secret when the ${what} is made, and the secret learns host and port. Without such an arrow RDS keeps a secret of its own.`,
    docs: 'Password management with Amazon RDS and AWS Secrets Manager',
    options: { as: 'use' },
  });

/** The engine writes its logs into a log group. */
export const exportsLogs = (what: 'instance' | 'cluster', types: string) =>
  logging({
    label: 'exports engine logs to',
    delivery: 'async',
    reversible: true,
    properties: {
      logTypes: list({
        help: `${types}. The log group is that of the first; RDS makes those of the others. Empty: the usual one of the engine.`,
      }),
    },
    explain: `RDS writes each of its logs into a log group whose name it chooses. The export gives the drawn group that name, and the ${what} an identifier that the name is made of.`,
    docs: 'Publishing database logs to Amazon CloudWatch Logs',
    options: { setting: 'database' },
  });

/** A data warehouse keeps a copy of the tables. */
export const mirroredTo = (docs: string) =>
  replication({
    label: 'is mirrored to',
    delivery: 'stream',
    properties: {
      dataFilter: text({
        maxLength: 25_600,
        pattern: '^(include|exclude):.*$',
        form: 'It has to begin with include: or exclude:, such as include: shop.orders.',
        help: 'Which tables, such as include: shop.public.*, exclude: shop.public.log for PostgreSQL and include: shop.orders for MySQL. Empty: all of the first database, with MySQL all of them.',
      }),
    },
    explain:
      'A zero-ETL integration: AWS copies the tables once, and then every change within seconds, without a job in between. The export switches on what the engine writes for that, lets the database into the warehouse, and makes names there tell capital letters apart. Each table needs a primary key. When it is deployed, one line of SQL is left to you: CREATE DATABASE … FROM INTEGRATION in the warehouse.',
    docs,
    options: { by: 'database-integration' },
  });

/** A job reads the tables, at the host that is said. */
export const readByJob = (host: string) =>
  dataSource({
    label: 'is read by',
    delivery: 'poll',
    properties: {
      databaseName: text({
        maxLength: 64,
        help: 'Which database of it. Empty: the first one.',
      }),
    },
    statements: [
      {
        side: 'target-role',
        actions: ['secretsmanager:GetSecretValue'],
        resources: ['{source.secretArn}'],
      },
    ],
    explain:
      'The job connects to the database with a driver (JDBC). A Glue connection of the export says where it is and which secret logs in, and the job is told its name. The job has to be in the VPC, whose subnets need a way to S3, to Glue and to Secrets Manager.',
    docs: 'Connecting to a JDBC data store in a VPC',
    options: { by: 'database-reader', host },
  });
