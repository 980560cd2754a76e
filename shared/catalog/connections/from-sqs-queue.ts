import { connectionsFrom } from '../connection.ts';
import { deadLetter } from '../mechanisms/dead-letter.mechanism.ts';
import { eventSourceMapping } from '../mechanisms/event-source-mapping.mechanism.ts';
import { integer, list, seconds, yesNo } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromSqsQueue = connectionsFrom<Kind>('sqs-queue', {
  lambda /* SAM: Events: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn, BatchSize, MaximumBatchingWindowInSeconds, FilterCriteria, FunctionResponseTypes, ScalingConfig}}; adds AWSLambdaSQSQueueExecutionRole
 CDK: fn.addEventSource(new lambdaEventSources.SqsEventSource(queue, { batchSize, maxBatchingWindow, maxConcurrency, reportBatchItemFailures, filters })) */:
    eventSourceMapping({
      label: 'triggers',
      delivery: 'poll',
      properties: {
        batchSize: integer({
          default: 10,
          min: 1,
          max: 10000,
          help: '10 at most for FIFO.',
          cfn: 'BatchSize',
        }),
        maximumBatchingWindow: seconds({
          default: 0,
          min: 0,
          max: 300,
          cfn: 'MaximumBatchingWindowInSeconds',
        }),
        maximumConcurrency: integer({ min: 2, max: 1000, cfn: 'ScalingConfig.MaximumConcurrency' }),
        minimumPollers: integer({
          min: 2,
          max: 200,
          help: 'Provisioned mode; not a property of the SAM SQS event, emit AWS::Lambda::EventSourceMapping then.',
          cfn: 'ProvisionedPollerConfig.MinimumPollers',
        }),
        maximumPollers: integer({
          min: 2,
          max: 2000,
          help: 'Newest API reference says 10,000.',
          cfn: 'ProvisionedPollerConfig.MaximumPollers',
        }),
        filters: list({ help: 'Event patterns; 5 by default.', cfn: 'FilterCriteria.Filters' }),
        reportBatchItemFailures: yesNo(
          { default: true } /* FunctionResponseTypes=[ReportBatchItemFailures] */,
        ),
        enabled: yesNo({ default: true, cfn: 'Enabled' }),
      },
      statements: [
        {
          side: 'target-role',
          actions: [
            'sqs:ReceiveMessage',
            'sqs:DeleteMessage',
            'sqs:GetQueueAttributes',
            'sqs:ChangeMessageVisibility',
          ],
          resources: ['{source.arn}'],
        },
      ],
      docs: 'Using Lambda with Amazon SQS',
      options: {
        samType: 'SQS',
        samSource: 'Queue',
        polled: 'arn',
        cdk: 'lambdaEventSources.SqsEventSource',
      },
    }),
  'sqs-queue' /* SAM: RedrivePolicy {deadLetterTargetArn: !GetAtt Dlq.Arn, maxReceiveCount: 5} on AWS::SQS::Queue
 CDK: new sqs.Queue(this, 'Queue', { deadLetterQueue: { queue: dlq, maxReceiveCount: 5 } }) */:
    deadLetter({
      label: 'moves failed messages to',
      delivery: 'async',
      properties: {
        maxReceiveCount: integer({
          default: 5,
          required: true,
          min: 1,
          max: 1000,
          cfn: 'RedrivePolicy.maxReceiveCount',
        }),
      },
      docs: 'Using dead-letter queues in Amazon SQS',
      options: { on: 'queue' },
    }),
});
