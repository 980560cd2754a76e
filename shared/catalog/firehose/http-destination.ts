import { create, name, object } from '../../lib/typescript/syntax.ts';
import { codeOf, duration } from '../code.ts';
import { credentialOf } from '../credential.ts';
import type { FirehoseDestination, FirehoseParts } from './parts.ts';
import { backupCode, backupProperties, bufferingCode, bufferingHints } from './s3-destination.ts';

/** Records posted to an HTTP endpoint. https://docs.aws.amazon.com/firehose/latest/dev/httpdeliveryrequestresponse.html */
export const httpDestination = (parts: FirehoseParts): FirehoseDestination => {
  const { scope, destination, backup, role, logs, processors } = parts;
  const { target } = destination;
  const zipped = scope.read('compressionFormat') === 'GZIP';
  const all = backup?.read('backupMode') === 'All';
  const key =
    target.read('authType') === 'api-key' ? credentialOf(target, scope, 'apiKey') : undefined;
  const url = target.attribute('url');
  return {
    properties: {
      HttpEndpointDestinationConfiguration: {
        EndpointConfiguration: { Url: url, AccessKey: key?.value },
        RoleARN: role.arn,
        BufferingHints: bufferingHints(scope),
        RequestConfiguration: { ContentEncoding: zipped ? 'GZIP' : 'NONE' },
        RetryOptions: { DurationInSeconds: destination.value('retryDuration') ?? 300 },
        ProcessingConfiguration: processors.properties,
        CloudWatchLoggingOptions: logs.options('HttpDestination'),
        S3BackupMode: all ? 'AllData' : 'FailedDataOnly',
        S3Configuration: backupProperties(parts),
      },
    },
    code: create(
      'firehose.HttpEndpoint',
      object({
        endpointConfig: object({ url: codeOf(url), accessKey: key?.code }),
        bufferingHints: object({
          interval: bufferingCode(scope, 'bufferingInterval'),
          size: bufferingCode(scope, 'bufferingSize'),
        }),
        requestCompression: name(`firehose.HttpCompression.${zipped ? 'GZIP' : 'NONE'}`),
        retryOptions: object({
          duration: destination.code('retryDuration') ?? duration(300),
        }),
        processors: processors.code,
        backupMode: name(`firehose.HttpBackupMode.${all ? 'ALL' : 'FAILED'}`),
        s3Backup: backupCode(parts),
        loggingConfig: logs.code,
        role: role.code,
      }),
    ),
  };
};
