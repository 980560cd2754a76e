import { call, object } from '../../lib/typescript/syntax.ts';
import { type Ingestion, writeIngestion } from '../analytics/ingestion.ts';
import { type ConnectionScope, defineMechanism } from '../connection.ts';
import { memberOf } from '../members.ts';

const formats = { CSV: 'csv', DYNAMODB_JSON: 'dynamoDBJson', ION: 'ion' } as const;
const compressions = { NONE: 'NONE', GZIP: 'GZIP', ZSTD: 'ZSTD' } as const;

export interface DataImport {
  /**
   * `table`: once, when the table is made. `warehouse`: by SQL, as often as somebody asks, under the target's role.
   * `index`: by a pipeline that looks for new files again and again.
   */
  readonly into: 'index' | 'table' | 'warehouse';
  /** What a pipeline reads. */
  readonly ingests?: Ingestion['ingests'];
}

/** Data comes out of a bucket. */
export const dataImport = defineMechanism<DataImport>({
  id: 'data-import',
  family: 'stream',
  title: 'Import from a bucket',
  explain:
    'The target reads the files in the bucket itself. A DynamoDB table does so once, when it is created, without using up write capacity, and does not look at later files. A data warehouse does so whenever somebody runs COPY, and one tells it which files. An index is filled by a pipeline that looks for new files every few minutes.',
  emit(scope) {
    if (scope.options.into === 'table') importTable(scope);
    else if (scope.options.into === 'index') writeIngestion(scope);
    else
      for (const statement of scope.statements('target-role'))
        scope.target.out.allow(scope.target.node.id, statement);
  },
});

const importTable = (scope: ConnectionScope): void => {
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
};
