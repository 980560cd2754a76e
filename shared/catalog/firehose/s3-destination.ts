import { type Code, call, create, flag, name, object } from '../../lib/typescript/syntax.ts';
import { codeOf, duration } from '../code.ts';
import { type Expression, type ExpressionObject, isToken } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { conversionOf } from './conversion.ts';
import type { FirehoseDestination, FirehoseParts } from './parts.ts';
import { partitionKeysOf } from './processors.ts';

/** Members of `firehose.Compression`. */
const compressions: Readonly<Record<string, string>> = {
  UNCOMPRESSED: 'UNCOMPRESSED',
  GZIP: 'GZIP',
  ZIP: 'ZIP',
  Snappy: 'SNAPPY',
  HADOOP_SNAPPY: 'HADOOP_SNAPPY',
};

/** The value to write; here AWS's own default never is ours. */
const written = (scope: NodeScope, property: string): Expression =>
  scope.value(property) ?? scope.read(property) ?? '';

/** Records as objects in a bucket. */
export const s3Destination = (parts: FirehoseParts): FirehoseDestination => {
  const { scope, destination, backup, role, logs, processors } = parts;
  const prefix = prefixOf(scope);
  const partitions = scope.read('dynamicPartitioning') === true;
  const conversion = conversionOf(parts);
  // Files of columns are packed inside.
  const compression = conversion === undefined ? written(scope, 'compressionFormat') : undefined;
  return {
    properties: {
      ExtendedS3DestinationConfiguration: {
        BucketARN: destination.target.attribute('arn'),
        RoleARN: role.arn,
        BufferingHints: bufferingHints(scope),
        CompressionFormat: compression,
        Prefix: prefix,
        ErrorOutputPrefix: written(scope, 'errorOutputPrefix'),
        CloudWatchLoggingOptions: logs.options('S3Destination'),
        ProcessingConfiguration: processors.properties,
        DataFormatConversionConfiguration: conversion?.properties,
        ...(partitions ? { DynamicPartitioningConfiguration: { Enabled: true } } : {}),
        // A bucket as destination keeps failed records itself, so a backup means all records as they came in.
        ...(backup === undefined
          ? {}
          : { S3BackupMode: 'Enabled', S3BackupConfiguration: backupProperties(parts) }),
      },
    },
    code: create(
      'firehose.S3Bucket',
      destination.target.construct,
      object({
        bufferingInterval: bufferingCode(scope, 'bufferingInterval'),
        bufferingSize: bufferingCode(scope, 'bufferingSize'),
        compression: compression === undefined ? undefined : compressionCode(compression),
        dataOutputPrefix: codeOf(prefix),
        errorOutputPrefix: codeOf(written(scope, 'errorOutputPrefix')),
        processors: processors.code,
        dataFormatConversion: conversion?.code,
        dynamicPartitioning: partitions ? object({ enabled: flag(true) }) : undefined,
        s3Backup:
          backup === undefined
            ? undefined
            : backupCode(parts, { mode: name('firehose.BackupMode.ALL') }),
        loggingConfig: logs.code,
        role: role.code,
      }),
    ),
  };
};

/** The bucket that keeps what could not be delivered, or everything. */
export const backupProperties = ({ backup, role, logs, scope }: FirehoseParts): ExpressionObject =>
  backup === undefined
    ? {}
    : {
        BucketARN: backup.target.attribute('arn'),
        RoleARN: role.arn,
        CompressionFormat: written(scope, 'compressionFormat'),
        Prefix: backupPrefix,
        CloudWatchLoggingOptions: logs.options('S3Backup'),
      };

const backupPrefix = 'backup/';

export const backupCode = (
  { backup, logs, scope }: FirehoseParts,
  extra: Readonly<Record<string, Code>> = {},
): Code =>
  object({
    bucket: backup?.target.construct,
    ...extra,
    compression: compressionCode(written(scope, 'compressionFormat')),
    dataOutputPrefix: codeOf(backupPrefix),
    loggingConfig: logs.code,
  });

const compressionCode = (value: Expression): Code =>
  typeof value === 'string'
    ? name(`firehose.Compression.${compressions[value] ?? 'GZIP'}`)
    : call('firehose.Compression.of', codeOf(value));

/** When a batch is delivered, in CloudFormation's words. */
export const bufferingHints = (scope: NodeScope): ExpressionObject => ({
  IntervalInSeconds: written(scope, 'bufferingInterval'),
  SizeInMBs: written(scope, 'bufferingSize'),
});

/** One of them in the CDK's; it looks at the number, so a value of deployment time is overridden instead. */
export const bufferingCode = (
  scope: NodeScope,
  property: 'bufferingInterval' | 'bufferingSize',
): Code => {
  const amount = Number(scope.read(property) ?? fallbacks[property]);
  return property === 'bufferingInterval'
    ? duration(amount)
    : call('cdk.Size.mebibytes', codeOf(amount));
};

const fallbacks = { bufferingInterval: 300, bufferingSize: 5 };

/** Sets what is only known at deployment behind the L2 construct; `path` is that of the destination. */
export const overrideBuffering = (scope: NodeScope, path: string): void => {
  for (const [property, name] of [
    ['bufferingInterval', 'IntervalInSeconds'],
    ['bufferingSize', 'SizeInMBs'],
  ] as const) {
    const value = scope.value(property);
    if (isToken(value)) scope.out.override(scope.id, `${path}.BufferingHints.${name}`, value);
  }
};

/** Partition keys must stand in the prefix; ours gets a folder for each. */
const prefixOf = (scope: NodeScope): Expression => {
  const prefix = written(scope, 'prefix');
  const keys = partitionKeysOf(scope).map(([key]) => key);
  if (keys.length === 0 || typeof prefix !== 'string') return prefix;
  if (scope.graph.isSet(scope.node, 'prefix')) {
    const missing = keys.filter((key) => !prefix.includes(`!{partitionKeyFromQuery:${key}}`));
    if (missing.length > 0)
      scope.out.problem(
        `The prefix of "${scope.node.name}" does not use the partition key ${missing.join(', ')}: write !{partitionKeyFromQuery:${missing[0]}} into it.`,
      );
    return prefix;
  }
  return `${keys.map((key) => `${key}=!{partitionKeyFromQuery:${key}}/`).join('')}${prefix}`;
};
