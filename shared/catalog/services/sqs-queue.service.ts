import { flag, name } from '../../lib/typescript/syntax.ts';
import { refOf } from '../expression.ts';
import { policyDocument } from '../policy.ts';
import { choice, integer, seconds, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';
import { fifoFields, keep, message } from '../workflow/task-parts.ts';

const fifo = (read: (property: string) => unknown): boolean => read('fifoQueue') === true;

export const sqsQueue = defineService({
  kind: 'sqs-queue',
  title: 'SQS queue',
  words: 'sqs queue message fifo dlq dead letter buffer worker',
  category: 'integration',
  icon: 'AmazonSimpleQueueService',
  cloudFormation: ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    queueName: text({
      maxLength: 80,
      pattern: '^[a-zA-Z0-9_-]{1,80}(\\.fifo)?$',
      advanced: true,
      help: 'AWS makes a name when this is empty. The name of a FIFO queue ends with .fifo.',
      cfn: 'QueueName',
      cdk: 'queueName',
    }),
    fifoQueue: yesNo({
      default: false,
      help: 'Keeps the order in a message group and takes each message once. Cannot be changed later.',
    }),
    contentBasedDeduplication: yesNo({
      default: false,
      when: fifo,
      help: 'The body counts as the deduplication id.',
      cfn: 'ContentBasedDeduplication',
      cdk: 'contentBasedDeduplication',
    }),
    highThroughputFifo: yesNo({
      default: false,
      when: fifo,
      help: 'Deduplicates within a message group and lifts the limit of 300 calls a second.',
    }),
    visibilityTimeout: seconds({
      default: 30,
      min: 0,
      max: 43_200,
      help: 'How long a message stays hidden after it was received. At least the timeout of the function that reads it; six times is advised.',
      cfn: 'VisibilityTimeout',
      cdk: 'visibilityTimeout',
    }),
    messageRetentionPeriod: seconds({
      default: 345_600,
      min: 60,
      max: 1_209_600,
      help: 'How long an unread message is kept: 1 minute to 14 days.',
      cfn: 'MessageRetentionPeriod',
      cdk: 'retentionPeriod',
    }),
    delaySeconds: seconds({
      default: 0,
      min: 0,
      max: 900,
      advanced: true,
      help: 'New messages stay hidden this long.',
      cfn: 'DelaySeconds',
      cdk: 'deliveryDelay',
    }),
    receiveMessageWaitTimeSeconds: seconds({
      default: 0,
      min: 0,
      max: 20,
      advanced: true,
      help: '20 is long polling: fewer empty answers, less cost.',
      cfn: 'ReceiveMessageWaitTimeSeconds',
      cdk: 'receiveMessageWaitTime',
    }),
    maximumMessageSize: integer({
      default: 1_048_576,
      min: 1024,
      max: 1_048_576,
      unit: 'bytes',
      advanced: true,
      cfn: 'MaximumMessageSize',
      cdk: 'maxMessageSizeBytes',
    }),
    encryption: choice(['SSE-SQS', 'SSE-KMS', 'none'], {
      default: 'SSE-SQS',
      emitDefault: true,
      help: 'SSE-SQS is free. SSE-KMS uses the key that AWS manages for SQS, which SNS, S3 and EventBridge cannot use.',
    }),
    isDeadLetterQueue: yesNo({ default: false, advanced: true, help: 'Only for the drawing.' }),
    sensitive: yesNo({
      default: false,
      advanced: true,
      help: 'Carries personal or secret data; only the checks read it.',
    }),
    enforceTls: yesNo({
      default: true,
      help: 'Refuses requests that are not encrypted in transit.',
    }),
  },
  attributes: {
    arn: { cfn: 'Arn', cdk: 'queueArn' },
    name: { cfn: 'QueueName', cdk: 'queueName' },
    url: { cfn: 'Ref', cdk: 'queueUrl' },
  },
  clients: [{ variables: ['QUEUE_URL'], what: 'SQS queue', sdk: { id: 'sqs', dotnet: 'SQS' } }],
  task: {
    verb: 'Send to',
    services: { sqs: ['QueueUrl'] },
    waits: true,
    call: (context) => ({
      resource: 'sqs:sendMessage',
      arguments: {
        QueueUrl: context.fill('Url', context.target.attribute('url')),
        MessageBody: message(context),
        ...fifoFields(
          context.target.read('fifoQueue') === true,
          context.target.read('contentBasedDeduplication') === true,
        ),
      },
      output: keep,
    }),
  },
  summary: (read) =>
    [
      read('fifoQueue') === true ? 'FIFO' : 'Standard',
      `${Math.round(Number(read('messageRetentionPeriod')) / 8640) / 10} d`,
      `hidden ${String(read('visibilityTimeout'))} s`,
    ].join(' · '),
  explain:
    'A queue keeps messages until somebody has handled them. Whoever sends does not wait, and whoever works takes messages at its own pace, so a burst fills the queue instead of breaking the worker. A standard queue may deliver a message twice or out of order; a FIFO queue does neither, at a lower rate.',
  cost: 'Requests: every 64 KB of a send, receive or delete counts as one.',
  limits: [
    'A message has at most 1 MiB.',
    'At most 120,000 messages are in flight.',
    'FIFO without high throughput: 300 calls a second for each action.',
  ],
  docs: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html',
  emit(scope) {
    const { out, id } = scope;
    const highThroughput = scope.read('highThroughputFifo') === true;
    const encryption = scope.read('encryption');
    out.resource(id, {
      type: 'AWS::SQS::Queue',
      properties: {
        ...scope.cfnProperties(),
        // AWS refuses FifoQueue: false; a standard queue says nothing.
        FifoQueue: scope.read('fifoQueue') === true ? true : undefined,
        ...(highThroughput
          ? { DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' }
          : {}),
        ...(encryption === 'SSE-KMS'
          ? { KmsMasterKeyId: 'alias/aws/sqs' }
          : { SqsManagedSseEnabled: encryption !== 'none' }),
      },
      cdk: scope.l2('sqs.Queue', {
        fifo: scope.read('fifoQueue') === true ? flag(true) : undefined,
        encryption: name(
          encryption === 'SSE-KMS'
            ? 'sqs.QueueEncryption.KMS_MANAGED'
            : encryption === 'none'
              ? 'sqs.QueueEncryption.UNENCRYPTED'
              : 'sqs.QueueEncryption.SQS_MANAGED',
        ),
        ...(highThroughput
          ? {
              deduplicationScope: name('sqs.DeduplicationScope.MESSAGE_GROUP'),
              fifoThroughputLimit: name('sqs.FifoThroughputLimit.PER_MESSAGE_GROUP_ID'),
            }
          : {}),
      }),
    });
    if (scope.read('enforceTls') === true) {
      out.props(id, { enforceSSL: flag(true) });
      out.allowOn(
        scope.node.id,
        {
          effect: 'Deny',
          principal: '*',
          actions: ['sqs:*'],
          resources: [scope.attribute('arn')],
          conditions: { Bool: { 'aws:SecureTransport': 'false' } },
        },
        'sam',
      );
    }
  },
  resourcePolicy: {
    sam({ out, id, node, read }, statements) {
      // Services send in their own name, and the policy of the key alias/aws/sqs knows roles of the account only.
      const service = statements.some(({ principal }) => typeof principal === 'object');
      if (service && read('encryption') === 'SSE-KMS')
        out.problem(
          `"${node.name}" is encrypted with the key alias/aws/sqs, which the AWS services that send to it may not use: choose SSE-SQS.`,
        );
      out.resource(`${id}Policy`, {
        type: 'AWS::SQS::QueuePolicy',
        properties: { Queues: [refOf(id)], PolicyDocument: policyDocument(statements) },
        cdk: 'none',
      });
    },
  },
});
