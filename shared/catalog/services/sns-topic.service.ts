import { flag, name, template } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { join, pseudo, refOf } from '../expression.ts';
import { policyDocument } from '../policy.ts';
import { choice, days, integer, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';
import { fifoFields, keep, message } from '../workflow/task-parts.ts';

const fifo = (read: (property: string) => unknown): boolean => read('fifoTopic') === true;

export const snsTopic = defineService({
  kind: 'sns-topic',
  title: 'SNS topic',
  words: 'sns pub sub publish notification fan-out fanout email sms',
  category: 'integration',
  icon: 'AmazonSimpleNotificationService',
  cloudFormation: ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    topicName: text({
      maxLength: 256,
      pattern: '^[a-zA-Z0-9_-]{1,256}(\\.fifo)?$',
      advanced: true,
      help: 'AWS makes a name when this is empty. The name of a FIFO topic ends with .fifo.',
      cfn: 'TopicName',
      cdk: 'topicName',
    }),
    fifoTopic: yesNo({
      default: false,
      help: 'Keeps the order in a message group and drops duplicates; only SQS queues can subscribe. Cannot be changed later.',
      cfn: 'FifoTopic',
      cdk: 'fifo',
    }),
    contentBasedDeduplication: yesNo({
      default: false,
      when: fifo,
      help: 'The body counts as the deduplication id.',
      cfn: 'ContentBasedDeduplication',
      cdk: 'contentBasedDeduplication',
    }),
    fifoThroughputScope: choice(['Topic', 'MessageGroup'], {
      default: 'MessageGroup',
      when: fifo,
      emitDefault: true,
      advanced: true,
      help: 'MessageGroup deduplicates within a group and lets through far more than Topic (3,000 messages a second).',
      cfn: 'FifoThroughputScope',
      cdk: {
        name: 'fifoThroughputScope',
        enum: 'sns.FifoThroughputScope',
        members: { Topic: 'TOPIC', MessageGroup: 'MESSAGE_GROUP' },
      },
    }),
    displayName: text({
      maxLength: 100,
      help: 'The sender that people see in e-mails and text messages.',
      cfn: 'DisplayName',
      cdk: 'displayName',
    }),
    maximumMessageSize: integer({
      default: 262_144,
      min: 1024,
      max: 1_048_576,
      unit: 'bytes',
      advanced: true,
      help: 'Above 262,144 the topic allows 100 subscriptions, and only SQS, Lambda and Firehose.',
      cfn: 'MaximumMessageSize',
    }),
    kmsMasterKeyId: text({
      advanced: true,
      help: 'Encrypts messages with this KMS key: its ARN, id or alias. AWS services can publish only when it is a key of your own that allows them to.',
      cfn: 'KmsMasterKeyId',
    }),
    tracingConfig: choice(['PassThrough', 'Active'], {
      default: 'PassThrough',
      advanced: true,
      help: 'Active sends traces to X-Ray.',
      cfn: 'TracingConfig',
      cdk: {
        name: 'tracingConfig',
        enum: 'sns.TracingConfig',
        members: { PassThrough: 'PASS_THROUGH', Active: 'ACTIVE' },
      },
    }),
    archiveRetentionDays: days({
      min: 1,
      max: 365,
      when: fifo,
      advanced: true,
      help: 'Keeps messages this long, so that a subscriber can have them again.',
      cfn: 'ArchivePolicy.MessageRetentionPeriod',
      cdk: (value) => ({ messageRetentionPeriodInDays: codeOf(Number(value)) }),
    }),
    enforceTls: yesNo({
      default: true,
      advanced: true,
      help: 'Refuses messages that are not encrypted in transit.',
    }),
    critical: yesNo({ default: false, advanced: true, help: 'Others depend on it.' }),
    sensitive: yesNo({
      default: false,
      advanced: true,
      help: 'Carries personal or secret data; only the checks read it.',
    }),
  },
  attributes: {
    arn: { cfn: 'Ref', cdk: 'topicArn' },
    name: { cfn: 'TopicName', cdk: 'topicName' },
  },
  clients: [
    {
      variables: ['TOPIC_ARN'],
      what: 'SNS topic',
      sdk: { id: 'sns', dotnet: 'SimpleNotificationService' },
    },
  ],
  task: {
    verb: 'Publish to',
    services: { sns: ['TopicArn', 'TargetArn'] },
    waits: true,
    call: (context) => ({
      resource: 'sns:publish',
      arguments: {
        TopicArn: context.fill('Arn', context.target.attribute('arn')),
        Message: message(context),
        ...fifoFields(
          context.target.read('fifoTopic') === true,
          context.target.read('contentBasedDeduplication') === true,
        ),
      },
      output: keep,
    }),
  },
  summary: (read) =>
    [fifo(read) ? 'FIFO' : 'Standard', read('displayName')]
      .filter((part) => typeof part === 'string' && part !== '')
      .join(' · '),
  explain:
    'A topic hands every message to all who have subscribed: queues, functions, web hooks, phones. The sender knows the topic only and need not change when somebody else wants to hear of it too. The topic keeps nothing; a subscriber that must not miss a message puts a queue in between.',
  cost: 'Publishing (every 64 KB counts as one) and deliveries by protocol; deliveries to SQS and Lambda are free.',
  limits: [
    'A message has at most 256 KB, up to 1 MB when the topic allows it.',
    '12,500,000 subscriptions of a standard topic, 100 of a FIFO topic (adjustable).',
    '200 filter policies of a topic (adjustable).',
  ],
  docs: 'https://docs.aws.amazon.com/sns/latest/dg/welcome.html',
  emit(scope) {
    const { out, id } = scope;
    const nameless = fifo(scope.read) && scope.value('topicName') === undefined;
    // CloudFormation's own name would not end with .fifo, which SNS asks for.
    const suffix = `-${id.slice(0, 100)}.fifo`;
    out.resource(id, {
      type: 'AWS::SNS::Topic',
      properties: {
        ...scope.cfnProperties(),
        ...(nameless ? { TopicName: join(pseudo('StackName'), suffix) } : {}),
      },
      cdk: scope.l2(
        'sns.Topic',
        nameless ? { topicName: template(name('cdk.Aws.STACK_NAME'), suffix) } : {},
      ),
    });
    // The L2 construct has no property for the size, and wants a key construct.
    for (const [property, path] of [
      ['maximumMessageSize', 'MaximumMessageSize'],
      ['kmsMasterKeyId', 'KmsMasterKeyId'],
    ] as const) {
      const value = scope.value(property);
      if (value !== undefined) out.override(id, path, value);
    }
    if (scope.read('enforceTls') === true) refusePlainText(scope);
  },
  resourcePolicy: {
    sam: ({ out, id }, statements) =>
      out.resource(`${id}Policy`, {
        type: 'AWS::SNS::TopicPolicy',
        properties: { Topics: [refOf(id)], PolicyDocument: policyDocument(statements) },
        cdk: 'none',
      }),
  },
});

const refusePlainText = (scope: NodeScope): void => {
  scope.out.props(scope.id, { enforceSSL: flag(true) });
  scope.out.allowOn(
    scope.node.id,
    {
      sid: 'AllowPublishThroughSSLOnly',
      effect: 'Deny',
      principal: '*',
      actions: ['sns:Publish'],
      resources: [scope.attribute('arn')],
      conditions: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    'sam',
  );
};
