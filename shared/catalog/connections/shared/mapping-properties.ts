import {
  choice,
  integer,
  list,
  nodeRef,
  type PropertyTable,
  seconds,
  yesNo,
} from '../../property.ts';

/** What every event source mapping has. https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html */
export const mappingProperties: PropertyTable = {
  maximumBatchingWindow: seconds({
    default: 0,
    min: 0,
    max: 300,
    help: 'How long Lambda waits for a batch to fill.',
    cfn: 'MaximumBatchingWindowInSeconds',
    cdk: 'maxBatchingWindow',
  }),
  filters: list({
    help: 'Patterns of the records that the function wants; the others are dropped. Five by default (adjustable).',
  }),
  reportBatchItemFailures: yesNo({
    default: true,
    help: 'The function says which records failed, and only those come again. Its code must do so.',
  }),
  enabled: yesNo({
    default: true,
    advanced: true,
    help: 'No: nothing is polled for now.',
    cfn: 'Enabled',
    cdk: 'enabled',
  }),
};

/** -1 stands for no limit of its own, which is what Lambda takes when nothing is said. */
const unlimited = -1;

/** What mappings of streams have besides. */
export const streamMappingProperties = (startingPositions: readonly string[]): PropertyTable => ({
  batchSize: integer({
    default: 100,
    min: 1,
    max: 10_000,
    emitDefault: true,
    help: 'Records in one invocation.',
    cfn: 'BatchSize',
    cdk: 'batchSize',
  }),
  startingPosition: choice(startingPositions, {
    default: 'LATEST',
    required: true,
    help: 'TRIM_HORIZON begins with the oldest record that the stream still has, LATEST with what comes from now on.',
    cfn: 'StartingPosition',
    cdk: { name: 'startingPosition', enum: 'lambda.StartingPosition' },
  }),
  ...mappingProperties,
  parallelizationFactor: integer({
    default: 1,
    min: 1,
    max: 10,
    advanced: true,
    help: 'Batches of one shard at a time; records of one key stay in order.',
    cfn: 'ParallelizationFactor',
    cdk: 'parallelizationFactor',
  }),
  bisectBatchOnError: yesNo({
    default: false,
    help: 'A batch that fails is tried again in two halves, which isolates the bad record.',
    cfn: 'BisectBatchOnFunctionError',
    cdk: 'bisectBatchOnError',
  }),
  maximumRetryAttempts: integer({
    default: unlimited,
    min: unlimited,
    max: 10_000,
    help: 'How often a batch is tried again; -1 means until its records expire, and nothing of the shard moves on before.',
  }),
  maximumRecordAge: seconds({
    default: unlimited,
    min: unlimited,
    max: 604_800,
    help: 'Older records are skipped: 60 seconds to 7 days; -1 means never.',
  }),
  tumblingWindow: seconds({
    min: 0,
    max: 900,
    advanced: true,
    help: 'The function gets a state that lasts this long, to add up over batches.',
    cfn: 'TumblingWindowInSeconds',
    cdk: 'tumblingWindow',
  }),
  onFailureDestination: nodeRef({
    kinds: ['sqs-queue', 'sns-topic', 's3-bucket'],
    advanced: true,
    help: 'Where a batch goes that was given up: a standard queue, a standard topic or a bucket. Drawing it as an arrow does the same.',
  }),
});
