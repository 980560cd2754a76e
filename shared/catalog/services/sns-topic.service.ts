import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const snsTopic = defineService({
  kind: 'sns-topic',
  title: 'SNS topic',
  category: 'integration',
  icon: 'AmazonSimpleNotificationService',
  cloudFormation: ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    topicName: text({ maxLength: 256, help: 'FIFO names end with .fifo.', cfn: 'TopicName' }),
    fifoTopic: yesNo({ default: false, help: 'Cannot be changed later.', cfn: 'FifoTopic' }),
    contentBasedDeduplication: yesNo({
      default: false,
      when: (read) => read('fifoTopic') === true,
      cfn: 'ContentBasedDeduplication',
    }),
    fifoThroughputScope: choice(['Topic', 'MessageGroup'], {
      default: 'MessageGroup',
      when: (read) => read('fifoTopic') === true,
      cfn: 'FifoThroughputScope',
    }),
    displayName: text({ maxLength: 100, cfn: 'DisplayName' }),
    maximumMessageSize: integer({
      default: 262144,
      min: 1024,
      max: 1048576,
      unit: 'bytes',
      help: 'Above 262144 the topic allows 100 subscriptions, only SQS, Lambda and Firehose.',
      cfn: 'MaximumMessageSize',
    }),
    kmsMasterKeyId: text({
      help: 'Customer managed key needed when AWS services publish to the topic.',
      cfn: 'KmsMasterKeyId',
    }),
    tracingConfig: choice(['PassThrough', 'Active'], {
      default: 'PassThrough',
      cfn: 'TracingConfig',
    }),
    archiveRetentionDays: integer({
      min: 1,
      max: 365,
      when: (read) => read('fifoTopic') === true,
      cfn: 'ArchivePolicy.MessageRetentionPeriod',
    }),
    critical: yesNo({ default: false }),
    sensitive: yesNo({ default: false, help: 'Carries personal or secret data.' }),
  },
  explain: 'SNS topic',
  limits: [
    '12,500,000 subscriptions per standard topic, 100 per FIFO topic by default',
    '200 filter policies per topic by default',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
