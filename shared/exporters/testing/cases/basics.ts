import { connection, design, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** Functions, queues and tables: the first kinds. */
export const basics: readonly ExportCase[] = [
  {
    title: 'a queue feeds a function that writes to a table',
    design: design(
      node('sqs-queue', 'orders', { visibilityTimeout: 180 }),
      node('sqs-queue', 'failed', { messageRetentionPeriod: 1_209_600 }),
      node('lambda', 'worker', { timeout: 30, memorySize: 512 }),
      node('dynamodb-table', 'order-table', {
        sortKey: { name: 'sk', type: 'N' },
        pointInTimeRecovery: true,
        timeToLiveAttribute: 'expires',
        globalSecondaryIndexes: [{ name: 'by-date', partitionKey: { name: 'date', type: 'S' } }],
      }),
      connection('sqs-queue--lambda', 'orders', 'worker', {
        maximumBatchingWindow: 5,
        filters: [{ body: { kind: ['order'] } }],
      }),
      connection('sqs-queue--sqs-queue', 'orders', 'failed', { maxReceiveCount: 5 }),
      connection('lambda--dynamodb-table', 'worker', 'order-table', { access: 'write' }),
    ),
  },
  {
    title: 'a FIFO queue, an intrinsic and a provisioned table',
    design: design(
      node('sqs-queue', 'orders', {
        fifoQueue: true,
        contentBasedDeduplication: true,
        highThroughputFifo: true,
        visibilityTimeout: { Ref: 'HiddenSeconds' },
        encryption: 'SSE-KMS',
      }),
      node('lambda', 'sender', {
        runtime: 'python3.13',
        environment: { LEVEL: 'debug', STAGE_NAME: { 'Fn::Sub': '${AWS::StackName}-${Stage}' } },
        tracing: 'Active',
        reservedConcurrency: 5,
        logFormat: 'JSON',
      }),
      node('dynamodb-table', 'state', {
        billingMode: 'PROVISIONED',
        streamViewType: 'NEW_AND_OLD_IMAGES',
        deletionProtection: true,
        tableClass: 'STANDARD_INFREQUENT_ACCESS',
      }),
      connection('lambda--sqs-queue', 'sender', 'orders'),
      connection('lambda--dynamodb-table', 'sender', 'state'),
    ),
  },
];
