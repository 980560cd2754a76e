import { call, object } from '../../lib/typescript/syntax.ts';
import { defineMechanism } from '../connection.ts';
import { memberOf } from '../members.ts';

const formats = { CSV: 'csv', DYNAMODB_JSON: 'dynamoDBJson', ION: 'ion' } as const;
const compressions = { NONE: 'NONE', GZIP: 'GZIP', ZSTD: 'ZSTD' } as const;

/** A table is filled from a bucket when it is made. */
export const dataImport = defineMechanism({
  id: 'data-import',
  family: 'stream',
  title: 'Import from a bucket',
  explain:
    'When the table is created, DynamoDB fills it with the objects in the bucket, without using up write capacity. This happens once: a table that exists already cannot import, and later objects are not looked at.',
  emit(scope) {
    const { source, target } = scope;
    const compression = scope.value('compression');
    target.out.set(target.id, 'ImportSourceSpecification', {
      InputFormat: scope.value('inputFormat') ?? 'DYNAMODB_JSON',
      InputCompressionType: compression,
      S3BucketSource: {
        S3Bucket: source.attribute('name'),
        S3KeyPrefix: scope.value('keyPrefix'),
      },
    });
    target.out.props(target.id, {
      importSource: object({
        inputFormat: call(
          memberOf('dynamodb.InputFormat', formats, scope.read('inputFormat'), 'dynamoDBJson'),
        ),
        compressionType:
          compression === undefined
            ? undefined
            : memberOf(
                'dynamodb.InputCompressionType',
                compressions,
                scope.read('compression'),
                'NONE',
              ),
        bucket: source.construct,
        keyPrefix: scope.code('keyPrefix'),
      }),
    });
  },
});
