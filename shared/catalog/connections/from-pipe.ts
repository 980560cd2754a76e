import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { pipeEnrichment } from '../mechanisms/pipe-enrichment.mechanism.ts';
import { pipeTarget } from '../mechanisms/pipe-target.mechanism.ts';
import { choice, list, text } from '../property.ts';
import type { Kind } from '../services/index.ts';
import {
  httpParameters,
  inputTemplate,
  pipeMay,
  routeArn,
  routeProperties,
} from './shared/pipe-properties.ts';
import { pipeStartsTasks } from './shared/run-task.ts';
import { dataApiStatements } from './shared/warehouse-access.ts';

const targetsPage = 'Amazon EventBridge Pipes targets';
const enrichmentPage = 'Event enrichment in Amazon EventBridge Pipes';

const invocationTypes = ['REQUEST_RESPONSE', 'FIRE_AND_FORGET'];

export const fromPipe = connectionsFrom<Kind>('pipe', {
  lambda: [
    pipeTarget({
      preferred: true,
      label: 'invokes',
      delivery: 'async',
      properties: {
        ...inputTemplate,
        invocationType: choice(invocationTypes, {
          default: 'REQUEST_RESPONSE',
          help: 'REQUEST_RESPONSE waits for the function, so that a failure brings the batch again. FIRE_AND_FORGET hands it over and goes on.',
          cfn: 'LambdaFunctionParameters.InvocationType',
        }),
      },
      statements: [pipeMay(['lambda:InvokeFunction'])],
      docs: targetsPage,
      options: {},
    }),
    pipeEnrichment({
      variant: 'enrichment',
      label: 'enriches with',
      properties: inputTemplate,
      statements: [pipeMay(['lambda:InvokeFunction'])],
      docs: enrichmentPage,
      options: {},
    }),
  ],
  'state-machine': [
    pipeTarget({
      preferred: true,
      label: 'starts',
      delivery: 'async',
      properties: {
        ...inputTemplate,
        invocationType: choice(invocationTypes, {
          default: 'FIRE_AND_FORGET',
          emitDefault: true,
          help: 'FIRE_AND_FORGET starts an execution and goes on. REQUEST_RESPONSE waits for its end, which only an Express workflow can do.',
          cfn: 'StepFunctionStateMachineParameters.InvocationType',
        }),
      },
      statements: [
        pipeMay(
          ['states:StartExecution'],
          '{target.arn}',
          ({ connection }) => connection('invocationType') !== 'REQUEST_RESPONSE',
        ),
        pipeMay(
          ['states:StartSyncExecution'],
          '{target.arn}',
          ({ connection }) => connection('invocationType') !== 'FIRE_AND_FORGET',
        ),
      ],
      docs: targetsPage,
      options: {},
    }),
    pipeEnrichment({
      variant: 'enrichment',
      label: 'enriches with',
      properties: inputTemplate,
      statements: [pipeMay(['states:StartSyncExecution'])],
      explain:
        'The pipe waits for the end of an Express workflow and takes its output. A Standard workflow cannot do this.',
      docs: enrichmentPage,
      options: {},
    }),
  ],
  'sqs-queue': [
    pipeTarget({
      preferred: true,
      label: 'sends to',
      delivery: 'async',
      properties: {
        ...inputTemplate,
        messageGroupId: text({
          maxLength: 100,
          advanced: true,
          help: 'A FIFO queue needs one: a text, or a part of the record such as $.body.customer.',
          cfn: 'SqsQueueParameters.MessageGroupId',
        }),
        messageDeduplicationId: text({
          maxLength: 100,
          advanced: true,
          help: 'For a FIFO queue that does not look at the content: messages with the same one count once.',
          cfn: 'SqsQueueParameters.MessageDeduplicationId',
        }),
      },
      statements: [pipeMay(['sqs:SendMessage'])],
      docs: targetsPage,
      options: {},
    }),
    deadLetter({
      variant: 'dead-letter',
      label: 'sends discarded batches to',
      delivery: 'async',
      statements: [pipeMay(['sqs:SendMessage'])],
      explain:
        'When the pipe gives up a batch of a stream, after the set tries or because of its age, word of it lands here: which records, and why. A pipe that reads a queue needs none; there the queue has a dead-letter queue of its own.',
      docs: 'Amazon EventBridge Pipes error handling and troubleshooting',
      options: { on: 'pipe' },
    }),
  ],
  'sns-topic': pipeTarget({
    label: 'publishes to',
    delivery: 'async',
    properties: inputTemplate,
    statements: [pipeMay(['sns:Publish'])],
    docs: targetsPage,
    options: {},
  }),
  'event-bus': pipeTarget({
    label: 'puts events on',
    delivery: 'async',
    properties: {
      ...inputTemplate,
      source: text({
        maxLength: 256,
        help: 'The source that the events name, which rules match on; AWS keeps names that start with aws. for itself. Empty: Pipe and the name of the pipe.',
        cfn: 'EventBridgeEventBusParameters.Source',
      }),
      detailType: text({
        maxLength: 128,
        help: 'What kind of events these are. Empty: Event from, and where the record comes from.',
        cfn: 'EventBridgeEventBusParameters.DetailType',
      }),
    },
    statements: [pipeMay(['events:PutEvents'])],
    docs: targetsPage,
    options: {},
  }),
  'fargate-service': pipeStartsTasks,
  'kinesis-stream': pipeTarget({
    label: 'puts records into',
    delivery: 'async',
    properties: {
      ...inputTemplate,
      partitionKey: text({
        default: '$.eventID',
        required: true,
        emitDefault: true,
        maxLength: 256,
        help: 'Decides which shard takes the record: a text, or a part of the record. $.eventID exists in records of streams, $.messageId in those of queues.',
        cfn: 'KinesisStreamParameters.PartitionKey',
      }),
    },
    statements: [pipeMay(['kinesis:PutRecord', 'kinesis:PutRecords'])],
    docs: targetsPage,
    options: {},
  }),
  firehose: pipeTarget({
    label: 'puts records into',
    delivery: 'async',
    properties: inputTemplate,
    statements: [pipeMay(['firehose:PutRecord', 'firehose:PutRecordBatch'])],
    docs: targetsPage,
    options: {},
  }),
  'rest-api': [
    pipeTarget({
      preferred: true,
      label: 'calls',
      delivery: 'async',
      properties: { ...routeProperties, ...inputTemplate, ...httpParameters },
      statements: [pipeMay(['execute-api:Invoke'], routeArn)],
      docs: targetsPage,
      options: { arn: routeArn },
    }),
    pipeEnrichment({
      variant: 'enrichment',
      label: 'enriches with',
      properties: { ...routeProperties, ...inputTemplate, ...httpParameters },
      statements: [pipeMay(['execute-api:Invoke'], routeArn)],
      docs: enrichmentPage,
      options: { arn: routeArn },
    }),
  ],
  'api-destination': [
    pipeTarget({
      preferred: true,
      label: 'calls',
      delivery: 'async',
      properties: { ...inputTemplate, ...httpParameters },
      statements: [pipeMay(['events:InvokeApiDestination'])],
      docs: targetsPage,
      options: {},
    }),
    pipeEnrichment({
      variant: 'enrichment',
      label: 'enriches with',
      properties: { ...inputTemplate, ...httpParameters },
      statements: [pipeMay(['events:InvokeApiDestination'])],
      explain: 'The pipe asks a system outside AWS and delivers its answer. It has 5 seconds.',
      docs: enrichmentPage,
      options: {},
    }),
  ],
  'log-group': [
    pipeTarget({
      preferred: true,
      label: 'writes to',
      delivery: 'async',
      properties: {
        ...inputTemplate,
        logStreamName: text({
          maxLength: 256,
          advanced: true,
          help: 'The stream in the log group that takes the lines.',
          cfn: 'CloudWatchLogsParameters.LogStreamName',
        }),
        timestamp: text({
          pattern: '^\\$(\\.[\\w/_-]+(\\[(\\d+|\\*)\\])*)*$',
          advanced: true,
          help: 'The part of the record that says when it happened, such as $.body.time, in milliseconds since 1970.',
          cfn: 'CloudWatchLogsParameters.Timestamp',
        }),
      },
      statements: [
        pipeMay(
          ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
          '{target.arn}:*',
        ),
      ],
      docs: targetsPage,
      options: {},
    }),
    logging({
      variant: 'logs',
      label: 'writes pipe logs to',
      delivery: 'async',
      reversible: true,
      statements: [pipeMay(['logs:CreateLogStream', 'logs:PutLogEvents'], '{target.arn}:*')],
      explain:
        'The pipe writes what it does and what fails into this group, as much of it as its log level says.',
      docs: 'Logging Amazon EventBridge Pipes performance',
      options: { setting: 'pipe' },
    }),
  ],
  redshift: pipeTarget({
    label: 'runs SQL on',
    delivery: 'async',
    properties: {
      sqls: list({
        required: true,
        max: 40,
        items: { ...text({ maxLength: 100_000 }), noun: 'statement' },
        help: 'What to run for each record, one statement after the other, such as CALL load_orders().',
        cfn: 'RedshiftDataParameters.Sqls',
      }),
    },
    statements: dataApiStatements('source-role', 'redshift-data:BatchExecuteStatement'),
    explain:
      'The pipe runs the statements through the Data API and does not wait for the result. What is in the record does not go into a statement: let a procedure of the warehouse fetch it, or load it from a bucket.',
    docs: targetsPage,
    options: {
      parameters: ({ target }) => ({
        RedshiftDataParameters: { Database: target.attribute('database') },
      }),
    },
  }),
});
