import { connectionsFrom, type StatementTemplate } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { subscriberTarget } from '../mechanisms/subscriber-target.mechanism.ts';
import { choice, integer, type PropertyTable, seconds, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import { httpParameters, routeArn, routeProperties } from './shared/pipe-properties.ts';

const targetsPage = 'Targets for a Custom Event Bus subscriber';

/** How many events go in one call. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-batching.html */
const batches = (max: number, first?: PropertyTable[string]): PropertyTable => ({
  maxBatchSize:
    first ??
    integer({
      default: max,
      min: 1,
      max,
      advanced: true,
      help: 'How many events go in one call at most.',
    }),
  maxBatchWindow: seconds({
    default: 0,
    min: 0,
    max: 300,
    advanced: true,
    help: 'How long EventBridge waits for a batch to fill.',
  }),
});

/** What gets a batch as one input gets events one by one here, unless more are asked for. */
const oneByOne = batches(
  100,
  integer({
    default: 1,
    min: 1,
    max: 100,
    emitDefault: true,
    help: '1: the target gets the event itself. More: it gets a list of events.',
  }),
);

/** What the role of the subscriber may do. */
const subscriberMay = (
  actions: readonly string[],
  resource = '{target.arn}',
  when?: StatementTemplate['when'],
): StatementTemplate => ({
  side: 'source-role',
  actions,
  resources: [resource],
  ...(when === undefined ? {} : { when }),
});

const invocationTypes = ['EVENT', 'REQUEST_RESPONSE'];

const groupOf = (what: 'Sqs' | 'Sns'): PropertyTable => ({
  messageGroupId: text({
    advanced: true,
    help: 'A FIFO target needs one: a text, or an expression such as {% $events.SystemMetadata.EventGroupId %}.',
    cfn: `${what}Parameters.MessageGroupId`,
  }),
  messageDeduplicationId: text({
    advanced: true,
    help: 'For a FIFO target that does not look at the content: an expression that is different for each event.',
    cfn: `${what}Parameters.MessageDeduplicationId`,
  }),
});

export const fromEventSubscriber = connectionsFrom<Kind>('event-subscriber', {
  lambda: subscriberTarget({
    preview: true,
    label: 'invokes',
    delivery: 'async',
    properties: {
      invocationType: choice(invocationTypes, {
        default: 'EVENT',
        emitDefault: true,
        help: 'EVENT hands the event over and goes on. REQUEST_RESPONSE waits up to 30 seconds for the function: then a failure is tried again, and the order holds.',
        cfn: 'LambdaParameters.InvocationType',
      }),
      ...oneByOne,
    },
    statements: [subscriberMay(['lambda:InvokeFunction'])],
    docs: targetsPage,
    options: {},
  }),
  'state-machine': subscriberTarget({
    preview: true,
    label: 'starts',
    delivery: 'async',
    properties: {
      invocationType: choice(invocationTypes, {
        default: 'EVENT',
        emitDefault: true,
        help: 'EVENT starts an execution and goes on. REQUEST_RESPONSE waits for its end, which only an Express workflow can do.',
        cfn: 'StepFunctionsParameters.InvocationType',
      }),
      ...oneByOne,
    },
    statements: [
      subscriberMay(
        ['states:StartExecution'],
        '{target.arn}',
        ({ connection }) => connection('invocationType') !== 'REQUEST_RESPONSE',
      ),
      subscriberMay(
        ['states:StartSyncExecution'],
        '{target.arn}',
        ({ connection }) => connection('invocationType') !== 'EVENT',
      ),
    ],
    docs: targetsPage,
    options: {},
  }),
  'sqs-queue': [
    subscriberTarget({
      preferred: true,
      preview: true,
      label: 'sends to',
      delivery: 'async',
      properties: { ...groupOf('Sqs'), ...batches(10) },
      statements: [subscriberMay(['sqs:SendMessage'])],
      docs: targetsPage,
      options: {},
    }),
    deadLetter({
      variant: 'dead-letter',
      preview: true,
      label: 'sends undeliverable events to',
      delivery: 'async',
      statements: [subscriberMay(['sqs:SendMessage'])],
      explain:
        'When the target does not take an event in the set time, a record of it lands here: which events, and why; not the events themselves, which the bus still keeps. Without the queue they are lost unseen.',
      docs: 'Retry policies and dead-letter queues',
      options: { on: 'subscriber' },
    }),
  ],
  'sns-topic': subscriberTarget({
    preview: true,
    label: 'publishes to',
    delivery: 'async',
    properties: { ...groupOf('Sns'), ...batches(10) },
    statements: [subscriberMay(['sns:Publish'])],
    docs: targetsPage,
    options: {},
  }),
  'kinesis-stream': subscriberTarget({
    preview: true,
    label: 'puts records into',
    delivery: 'async',
    properties: {
      partitionKey: text({
        default: '{% $events.SystemMetadata.`aws:EventId` %}',
        required: true,
        emitDefault: true,
        help: 'Decides which shard takes the record: a text, or an expression. {% $events.SystemMetadata.EventGroupId %} keeps a group together.',
        cfn: 'KinesisParameters.PartitionKey',
      }),
      ...batches(500),
    },
    statements: [subscriberMay(['kinesis:PutRecords'])],
    docs: targetsPage,
    options: {},
  }),
  firehose: subscriberTarget({
    preview: true,
    label: 'puts records into',
    delivery: 'async',
    properties: batches(500),
    statements: [subscriberMay(['firehose:PutRecordBatch'])],
    docs: targetsPage,
    options: {},
  }),
  'rest-api': subscriberTarget({
    preview: true,
    label: 'calls',
    delivery: 'async',
    properties: { ...routeProperties, ...httpParameters },
    statements: [subscriberMay(['execute-api:Invoke'], routeArn)],
    docs: targetsPage,
    options: { arn: routeArn },
  }),
  'api-destination': subscriberTarget({
    preview: true,
    label: 'calls',
    delivery: 'async',
    properties: httpParameters,
    statements: [subscriberMay(['events:InvokeApiDestination'])],
    docs: targetsPage,
    options: {},
  }),
  'custom-event-bus': subscriberTarget({
    preview: true,
    label: 'forwards to',
    delivery: 'async',
    properties: batches(100),
    statements: [subscriberMay(['events:PutEvents', 'events:PutRawEvents'])],
    explain:
      'The event arrives on the other bus as a new one, which may be in another Region; subscribers there pick it up. EventBridge chooses the call by how the event was put on the first bus.',
    docs: targetsPage,
    options: {},
  }),
});
