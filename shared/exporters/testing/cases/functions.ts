import { connection, design, node } from '../../../rules/examples.ts';
import type { ExportCase } from '../export-case.ts';

/** Functions in every language, and as images. */
export const functions: readonly ExportCase[] = [
  {
    title: 'functions in every language',
    design: design(
      node('sqs-queue', 'orders', { visibilityTimeout: 180 }),
      node('dynamodb-table', 'table'),
      ...['python3.14', 'java21', 'dotnet8', 'ruby3.4', 'provided.al2023', 'nodejs22.x'].flatMap(
        (runtime, index) => [
          node('lambda', `worker ${index}`, { runtime }, `worker-${index}`),
          connection('sqs-queue--lambda', 'orders', `worker-${index}`),
          connection('lambda--dynamodb-table', `worker-${index}`, 'table'),
        ],
      ),
    ),
  },
  {
    title: 'functions as images',
    design: design(
      node('lambda', 'built', { packageType: 'Image' }),
      node('lambda', 'kept', {
        packageType: 'Image',
        imageUri: '111111111111.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.2',
        architecture: 'x86_64',
      }),
    ),
  },
  {
    title: 'runtimes that are not offered any more',
    design: design(
      node('lambda', 'old', { runtime: 'python3.10' }),
      node('lambda', 'older', { runtime: 'nodejs20.x' }),
    ),
  },
  {
    title: 'settings of functions that are known at deployment only',
    design: design(
      node('lambda', 'work', {
        architecture: { Ref: 'Architecture' },
        tracing: { Ref: 'Tracing' },
        asyncMaxRetryAttempts: { Ref: 'Retries' },
        asyncMaxEventAge: { Ref: 'Seconds' },
      }),
      node('lambda', 'send'),
      node('sqs-queue', 'failed'),
      connection('lambda--sqs-queue--on-failure', 'send', 'failed', {
        maximumEventAge: { Ref: 'Seconds' },
      }),
    ),
  },
  {
    title: 'logs that are kept as long as a parameter says',
    design: design(
      node('lambda', 'worker', { logRetentionDays: { Ref: 'Days' } }),
      node('rest-api', 'shop', {
        name: 'Shop',
        accessLogging: true,
        logRetentionDays: { Ref: 'Days' },
      }),
      node('state-machine', 'flow', { logRetentionDays: { Ref: 'Days' } }),
      node('log-group', 'open', { retentionInDays: { Ref: 'AWS::NoValue' } }),
      connection('rest-api--lambda', 'shop', 'worker', { path: '/work' }),
    ),
  },
];
