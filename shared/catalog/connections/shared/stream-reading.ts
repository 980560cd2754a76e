import type { StatementTemplate } from '../../connection.ts';

/** What a reader of a Kinesis stream needs. */
const readStreamActions = [
  'kinesis:DescribeStream',
  'kinesis:DescribeStreamSummary',
  'kinesis:GetShardIterator',
  'kinesis:GetRecords',
  'kinesis:ListShards',
] as const;

/** The reader's own role may read the stream. */
export const readerMayRead: StatementTemplate = {
  side: 'target-role',
  actions: readStreamActions,
  resources: ['{source.arn}'],
};
