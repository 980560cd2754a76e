import type { StatementTemplate } from '../../connection.ts';
import { workerPoll } from '../../mechanisms/worker-poll.mechanism.ts';
import { integer, type PropertyTable, seconds, text, yesNo } from '../../property.ts';
import { taskProperties } from './task-properties.ts';

/* Programs that take work out of queues and streams by themselves. */

const waitTimeSeconds = seconds({
  default: 20,
  min: 0,
  max: 20,
  help: 'How long one request waits for a message (long polling); the program gets it as a variable.',
});

/** A program that receives messages; a service of containers can grow with the queue. */
export const worksOnQueue = ({ scales }: { readonly scales: boolean }) =>
  workerPoll({
    label: 'is polled by',
    delivery: 'poll',
    properties: scales
      ? {
          waitTimeSeconds,
          scaleOnQueueDepth: yesNo({
            default: true,
            help: 'A hundred waiting messages start another task, and an empty queue stops one.',
          }),
          maxTasks: integer({
            default: 10,
            min: 1,
            max: 5000,
            unit: 'tasks',
            when: (read) => read('scaleOnQueueDepth') !== false,
            help: 'At most so many tasks, however many messages wait.',
          }),
        }
      : { waitTimeSeconds },
    statements: [
      {
        side: 'target-role',
        actions: [
          'sqs:ReceiveMessage',
          'sqs:DeleteMessage',
          'sqs:ChangeMessageVisibility',
          'sqs:GetQueueAttributes',
          'sqs:GetQueueUrl',
        ],
        resources: ['{source.arn}'],
      },
    ],
    explain:
      'The program asks the queue for messages, works on them and deletes them. What it does not delete in time comes again, so the visibility timeout must be longer than the work takes.',
    docs: 'Receiving and deleting messages in Amazon SQS',
    options: {
      grant: 'grantConsumeMessages',
      variables: {
        QUEUE_URL: '{source.url}',
        QUEUE_WAIT_SECONDS: '{connection.waitTimeSeconds}',
      },
      ...(scales ? { scales: true as const } : {}),
    },
  });

/** What an activity says of itself, and what its workers may do. */
const activity = (side: 'target-role' | 'caller-identity') => ({
  delivery: 'poll' as const,
  properties: {
    activityName: text({
      required: true,
      maxLength: 80,
      pattern: '^[A-Za-z0-9_-]+$',
      help: 'The name of the activity, by which the program asks for work; unique in account and Region.',
    }),
    ...taskProperties,
  },
  statements: [
    {
      side,
      actions: [
        'states:GetActivityTask',
        'states:SendTaskSuccess',
        'states:SendTaskFailure',
        'states:SendTaskHeartbeat',
      ],
      resources: ['arn:{partition}:states:{region}:{account}:activity:{connection.activityName}'],
    },
  ],
  explain:
    'The state waits until a program asks Step Functions for work of this activity, does it, and sends back what came out. So a workflow reaches programs that nobody can call. Set a time limit: without one the state waits up to a year for a program that is gone.',
  docs: 'Learn about Activities in Step Functions',
  options: { variables: {}, activity: true as const },
});

/** A program that works on the steps of a workflow, as many copies of it as somebody starts. */
export const worksOnActivity = workerPoll({
  ...activity('target-role'),
  variant: 'activity',
  label: 'is polled by activity workers on',
});

/** The same outside AWS, with credentials of its own. */
export const worksOutside = workerPoll({
  ...activity('caller-identity'),
  label: 'is polled by activity workers in',
  explain:
    'Programs outside AWS ask Step Functions for work of this activity, do it, and send back what came out: they only call out, so nobody has to let the workflow in. They need credentials of their own, IAM Roles Anywhere for example, that allow just this. Set a time limit: without one the state waits up to a year for a program that is gone.',
});

const applicationName: PropertyTable = {
  applicationName: text({
    default: 'worker',
    required: true,
    maxLength: 200,
    pattern: '^[a-zA-Z0-9_.-]+$',
    help: 'Workers of one name share the work, and its tables in DynamoDB begin like this; each application needs a name of its own.',
  }),
};

/**
 * What the Kinesis Client Library does for itself: tables in which the workers agree who reads what, and metrics.
 * https://docs.aws.amazon.com/streams/latest/dev/kcl-iam-permissions.html
 */
const clientLibrary: readonly StatementTemplate[] = [
  {
    side: 'target-role',
    actions: [
      'dynamodb:CreateTable',
      'dynamodb:DescribeTable',
      'dynamodb:UpdateTable',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:Scan',
      'dynamodb:Query',
    ],
    resources: ['arn:{partition}:dynamodb:{region}:{account}:table/{connection.applicationName}*'],
  },
  { side: 'target-role', actions: ['cloudwatch:PutMetricData'], resources: ['*'] },
];

/** A program that reads a stream with the Kinesis Client Library. */
export const worksOnStream = workerPoll({
  label: 'is consumed with KCL by',
  delivery: 'poll',
  properties: applicationName,
  statements: [
    {
      side: 'target-role',
      actions: [
        'kinesis:DescribeStream',
        'kinesis:DescribeStreamSummary',
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
        'kinesis:RegisterStreamConsumer',
        'kinesis:DescribeStreamConsumer',
      ],
      resources: ['{source.arn}'],
    },
    {
      side: 'target-role',
      actions: ['kinesis:SubscribeToShard', 'kinesis:DescribeStreamConsumer'],
      resources: ['{source.arn}/consumer/*'],
    },
    ...clientLibrary,
  ],
  explain:
    'The Kinesis Client Library in the program spreads the shards over all copies that run, and keeps the place in each shard in a DynamoDB table that it makes itself.',
  docs: 'Use Kinesis Client Library',
  options: {
    variables: { STREAM_NAME: '{source.name}', APPLICATION_NAME: '{connection.applicationName}' },
  },
});

/** A program that reads the changes of a table with the adapter of the Kinesis Client Library. */
export const worksOnChanges = workerPoll({
  label: 'streams changes (KCL adapter) to',
  delivery: 'poll',
  properties: applicationName,
  statements: [
    {
      side: 'target-role',
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: ['{source.streamArn}'],
    },
    { side: 'target-role', actions: ['dynamodb:ListStreams'], resources: ['*'] },
    ...clientLibrary,
  ],
  explain:
    'The program reads the stream of the table through the Kinesis adapter, in the order of the changes of each item. The table must have its stream switched on, and no more than two readers should share a shard. A Lambda trigger does the same without a program that runs all the time.',
  docs: 'Using the DynamoDB Streams Kinesis adapter to process stream records',
  options: {
    variables: {
      TABLE_STREAM_ARN: '{source.streamArn}',
      APPLICATION_NAME: '{connection.applicationName}',
    },
  },
});
