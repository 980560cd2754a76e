import { openToFirehose } from '../analytics/warehouse.ts';
import { join } from '../expression.ts';
import type { FirehoseDestination, FirehoseParts } from './parts.ts';
import { backupProperties } from './s3-destination.ts';

/**
 * Rows of a table: Firehose puts files into a bucket and tells Redshift to copy them.
 * https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html#create-destination-redshift
 */
export const warehouseDestination = (parts: FirehoseParts): FirehoseDestination | undefined => {
  const { scope, destination, role, logs, processors } = parts;
  const { target } = destination;
  if (target.read('publiclyAccessible') !== true) {
    scope.out.problem(
      `"${scope.node.name}" reaches Redshift over the internet, but "${target.node.name}" has only private addresses: make it publicly accessible (Isobar lets in the addresses of Firehose alone), or load the files from a bucket.`,
    );
    return undefined;
  }
  openToFirehose(target);
  return {
    properties: {
      RedshiftDestinationConfiguration: {
        ClusterJDBCURL: join(
          'jdbc:redshift://',
          target.attribute('host'),
          ':',
          target.attribute('port'),
          '/',
          target.attribute('database'),
        ),
        CopyCommand: {
          DataTableName: destination.value('tableName'),
          CopyOptions: destination.value('copyOptions') ?? "JSON 'auto' GZIP",
        },
        SecretsManagerConfiguration: {
          Enabled: true,
          SecretARN: target.attribute('secretArn'),
          RoleARN: role.arn,
        },
        RoleARN: role.arn,
        RetryOptions: { DurationInSeconds: destination.value('retryDuration') ?? 3600 },
        ProcessingConfiguration: processors.properties,
        CloudWatchLoggingOptions: logs.options('RedshiftDestination'),
        S3Configuration: {
          ...backupProperties(parts),
          // Redshift reads what the copy options say, and ZIP and Snappy it cannot read.
          CompressionFormat: /gzip/i.test(String(destination.read('copyOptions')))
            ? 'GZIP'
            : 'UNCOMPRESSED',
        },
      },
    },
  };
};
