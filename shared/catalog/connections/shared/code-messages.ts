import type { ConnectionReader } from '../../connection.ts';
import { directInvoke } from '../../mechanisms/direct-invoke.mechanism.ts';
import { iamDataAccess } from '../../mechanisms/iam-data-access.mechanism.ts';
import { choice, type PropertyTable, text, yesNo } from '../../property.ts';

/* To whom code hands messages, events and work, wherever it runs. */

const starts = ({ connection }: ConnectionReader): boolean =>
  connection('access') !== 'task-response';

/** Code that sends messages, or takes them out itself. */
export const usesQueue = iamDataAccess({
  preferred: true,
  label: 'sends messages to',
  delivery: 'async',
  properties: {
    access: choice(['send', 'consume', 'send-and-consume'], {
      default: 'send',
      required: true,
      help: 'consume: the code itself takes messages out. To have Lambda do that, draw the arrow from the queue to the function.',
    }),
    messageGroupId: text({
      maxLength: 128,
      advanced: true,
      help: 'FIFO only: the group that the code puts its messages into; the checks read it.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: ['sqs:SendMessage', 'sqs:GetQueueUrl', 'sqs:GetQueueAttributes'],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') !== 'consume',
    },
    {
      side: 'source-role',
      actions: [
        'sqs:ReceiveMessage',
        'sqs:DeleteMessage',
        'sqs:ChangeMessageVisibility',
        'sqs:GetQueueUrl',
        'sqs:GetQueueAttributes',
      ],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') !== 'send',
    },
  ],
  environment: [{ name: 'QUEUE_URL', value: '{target.url}' }],
  docs: 'Identity-based policy examples for Amazon SQS',
  options: { grant: { send: 'grantSendMessages', consume: 'grantConsumeMessages' } },
});

/** Code that publishes to a topic. */
export const publishes = iamDataAccess({
  preferred: true,
  label: 'publishes to',
  delivery: 'async',
  properties: {
    messageGroupId: text({
      maxLength: 128,
      advanced: true,
      help: 'FIFO only: the group that the code puts its messages into; the checks read it.',
    }),
  },
  statements: [{ side: 'source-role', actions: ['sns:Publish'], resources: ['{target.arn}'] }],
  environment: [{ name: 'TOPIC_ARN', value: '{target.arn}' }],
  docs: 'Using identity-based policies with Amazon SNS',
  options: { grant: 'grantPublish' },
});

/** What the events of code say of themselves. */
const eventProperties: PropertyTable = {
  source: text({
    default: 'my.app',
    help: 'The source that the code gives its events; rules match on it.',
  }),
  detailType: text({
    advanced: true,
    help: 'What kind of events the code puts on the bus.',
  }),
};

/** Code that puts events on a bus. */
export const putsEvents = iamDataAccess({
  preferred: true,
  label: 'puts events on',
  delivery: 'async',
  properties: eventProperties,
  statements: [{ side: 'source-role', actions: ['events:PutEvents'], resources: ['{target.arn}'] }],
  environment: [{ name: 'EVENT_BUS_NAME', value: '{target.name}' }],
  docs: 'Sending events with PutEvents in Amazon EventBridge',
  options: { grant: 'grantPutEventsTo' },
});

/** Code that puts events on a bus of the newer generation. */
export const putsKeptEvents = iamDataAccess({
  preview: true,
  label: 'puts events on',
  delivery: 'async',
  properties: {
    ...eventProperties,
    rawEvents: yesNo({
      default: false,
      help: 'The code also puts what is no JSON, or is to arrive as it was sent (PutRawEvents).',
    }),
  },
  statements: [
    { side: 'source-role', actions: ['events:PutEvents'], resources: ['{target.arn}'] },
    {
      side: 'source-role',
      actions: ['events:PutRawEvents'],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('rawEvents') === true,
    },
  ],
  environment: [{ name: 'EVENT_BUS_ARN', value: '{target.arn}' }],
  docs: 'Publishing events to a Custom Event Bus',
  options: {},
});

/** Code that starts a workflow, or answers a task of it. */
export const startsWorkflow = iamDataAccess({
  label: 'starts executions of',
  delivery: 'async',
  properties: {
    sync: yesNo({
      default: false,
      help: 'Waits for the result of an Express workflow (StartSyncExecution).',
    }),
    access: choice(['start', 'start-and-describe', 'task-response'], {
      default: 'start',
      help: 'Task-response: the function sends back the token that a task of the workflow waits for.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: ['states:StartExecution'],
      resources: ['{target.arn}'],
      when: (read) => starts(read) && read.connection('sync') !== true,
    },
    {
      side: 'source-role',
      actions: ['states:StartSyncExecution'],
      resources: ['{target.arn}'],
      when: (read) => starts(read) && read.connection('sync') === true,
    },
    {
      side: 'source-role',
      actions: ['states:DescribeExecution', 'states:GetExecutionHistory'],
      resources: ['arn:{partition}:states:{region}:{account}:execution:{target.name}:*'],
      when: ({ connection }) => connection('access') === 'start-and-describe',
    },
    {
      side: 'source-role',
      actions: ['states:SendTaskSuccess', 'states:SendTaskFailure', 'states:SendTaskHeartbeat'],
      resources: ['{target.arn}'],
      when: ({ connection }) => connection('access') === 'task-response',
    },
  ],
  environment: [{ name: 'STATE_MACHINE_ARN', value: '{target.arn}' }],
  // Who answers a task of the workflow is often the one that the workflow called.
  circleWith: 'workflow-task',
  docs: 'Creating granular permissions for non-admin users in Step Functions',
  options: {},
});

/** Code that invokes a function. */
export const invokesFunction = directInvoke({
  variant: 'invoke',
  preferred: true,
  label: 'invokes',
  properties: {
    invocationType: choice(['RequestResponse', 'Event'], {
      default: 'RequestResponse',
      help: 'RequestResponse waits for the answer; Event hands the event over and goes on.',
    }),
  },
  statements: [
    {
      side: 'source-role',
      actions: ['lambda:InvokeFunction'],
      resources: ['{target.arn}', '{target.arn}:*'],
    },
  ],
  environment: [{ name: 'TARGET_FUNCTION_NAME', value: '{target.name}' }],
  docs: 'Understanding Lambda function invocation methods',
  options: { caller: 'code' },
});

/** Sending mail needs the identity and the configuration set that applies to it. https://github.com/aws/aws-cdk/issues/34402 */
export const sendsMail = iamDataAccess({
  label: 'sends mail with',
  delivery: 'async',
  statements: [
    {
      side: 'source-role',
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resources: ['{target.arn}', '{target.configurationSetArn}'],
    },
  ],
  environment: [{ name: 'SENDER_EMAIL', value: '{target.sender}' }],
  explain:
    'The code hands SES a mail, from the address that the identity says. While the account is in the sandbox, recipients must be verified too.',
  docs: 'Identity and access management in Amazon SES',
  options: {},
});
