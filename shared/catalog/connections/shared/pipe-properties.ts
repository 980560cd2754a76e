import type { StatementTemplate } from '../../connection.ts';
import {
  choice,
  integer,
  list,
  map,
  nodeRef,
  type PropertyTable,
  seconds,
  text,
} from '../../property.ts';

/** -1 stands for no limit of its own. */
const unlimited = -1;

/** What every source of a pipe has. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-batching-concurrency.html */
const batchingWindow = seconds({
  default: 0,
  min: 0,
  max: 300,
  help: 'How long the pipe waits for a batch to fill.',
  cfn: 'MaximumBatchingWindowInSeconds',
});

/** A queue as the source of a pipe. */
export const queueSourceProperties: PropertyTable = {
  batchSize: integer({
    default: 10,
    min: 1,
    max: 10_000,
    help: 'Messages in one batch. At most 10 for a FIFO queue; more than 10 needs a batching window.',
    cfn: 'BatchSize',
  }),
  maximumBatchingWindow: batchingWindow,
};

/** A stream as the source of a pipe. */
export const streamSourceProperties = (startingPositions: readonly string[]): PropertyTable => ({
  batchSize: integer({
    default: 100,
    min: 1,
    max: 10_000,
    help: 'Records in one batch. A target that takes fewer gets the batch in parts.',
    cfn: 'BatchSize',
  }),
  startingPosition: choice(startingPositions, {
    default: 'LATEST',
    required: true,
    emitDefault: true,
    help: 'TRIM_HORIZON begins with the oldest record that the stream still has, LATEST with what comes from now on.',
    cfn: 'StartingPosition',
  }),
  maximumBatchingWindow: batchingWindow,
  parallelizationFactor: integer({
    default: 1,
    min: 1,
    max: 10,
    advanced: true,
    help: 'Batches of one shard at a time; records of one key stay in order.',
    cfn: 'ParallelizationFactor',
  }),
  maximumRetryAttempts: integer({
    default: unlimited,
    min: unlimited,
    max: 10_000,
    help: 'How often a batch is tried again; -1 means until its records expire, and nothing of the shard moves on before.',
    cfn: 'MaximumRetryAttempts',
  }),
  maximumRecordAge: seconds({
    default: unlimited,
    min: unlimited,
    max: 604_800,
    help: 'Older records are skipped: 60 seconds to 7 days; -1 means never.',
    cfn: 'MaximumRecordAgeInSeconds',
  }),
  onPartialBatchItemFailure: choice(['none', 'AUTOMATIC_BISECT'], {
    default: 'none',
    advanced: true,
    help: 'AUTOMATIC_BISECT: a batch of which only some records failed is tried again in halves.',
  }),
  deadLetterQueue: nodeRef({
    kinds: ['sqs-queue', 'sns-topic'],
    advanced: true,
    help: 'Where word of a batch goes that was given up: a standard queue or topic. Drawing it as a dead-letter arrow of the pipe does the same.',
  }),
});

/** The template by which the record is rewritten; `path` is where it stands on the pipe. */
export const inputTemplate: PropertyTable = {
  inputTemplate: text({
    maxLength: 8192,
    help: 'What is sent instead of the whole record: text or JSON in which <$.body.id> stands for a part of the record.',
    cfn: 'InputTemplate',
  }),
};

/** What goes along with the call of an HTTP endpoint. */
export const httpParameters: PropertyTable = {
  pathParameterValues: list({
    advanced: true,
    help: 'What stands in the place of each star in the path, in order.',
    cfn: 'HttpParameters.PathParameterValues',
  }),
  headerParameters: map({
    advanced: true,
    help: 'Headers to send along.',
    cfn: 'HttpParameters.HeaderParameters',
  }),
  queryStringParameters: map({
    advanced: true,
    help: 'What stands behind the question mark of the address.',
    cfn: 'HttpParameters.QueryStringParameters',
  }),
};

/** The route of a REST API that a pipe calls. */
export const routeProperties: PropertyTable = {
  path: text({
    default: '/',
    pattern: '^/.*$',
    help: 'The path of the route that the pipe calls; a path parameter takes the next path value.',
  }),
  method: choice(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'], {
    default: 'POST',
  }),
};

/** The route as an ARN: each path parameter is a star. */
export const routeArn =
  'arn:{partition}:execute-api:{region}:{account}:{target.id}/{target.stageName}/{connection.method}{connection.path}';

/** What the role of the pipe may do. */
export const pipeMay = (
  actions: readonly string[],
  resource = '{target.arn}',
  when?: StatementTemplate['when'],
): StatementTemplate => ({
  side: 'source-role',
  actions,
  resources: [resource],
  ...(when === undefined ? {} : { when }),
});
