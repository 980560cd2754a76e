import { join, pseudo } from '../expression.ts';
import { days, text } from '../property.ts';
import { defineService } from '../service.ts';

export const customEventBus = defineService({
  kind: 'custom-event-bus',
  title: 'EventBridge Custom Event Bus (2026)',
  words: 'eventbridge eb eventsv2 custom bus events pub sub publish retention replay subscriber',
  category: 'integration',
  preview: true,
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::EventsV2::EventBus'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 256,
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
      help: "Empty makes a name of the stack's. AWS adds an id of its own to the ARN.",
      cfn: 'Name',
    }),
    retentionPeriodInDays: days({
      default: 1,
      min: 1,
      max: 365,
      help: 'How long the bus keeps every event: so far back a subscriber can begin.',
      cfn: 'StorageConfiguration.RetentionPeriodInDays',
    }),
    kmsKeyIdentifier: text({
      maxLength: 2048,
      advanced: true,
      help: 'Encrypts events with this KMS key: its ARN, id or alias. Its key policy must let events.amazonaws.com use it. Empty: a key of AWS.',
      cfn: 'EncryptionConfiguration.KmsKeyIdentifier',
    }),
    description: text({ maxLength: 512, advanced: true, cfn: 'Description' }),
  },
  attributes: { arn: { cfn: 'EventBusArn', cdk: 'attrEventBusArn' } },
  clients: [
    {
      variables: ['EVENT_BUS_ARN'],
      what: 'Custom Event Bus',
      sdk: { id: 'eventbridgev2', dotnet: 'EventBridgeV2' },
    },
  ],
  summary: (read) => {
    const kept = Number(read('retentionPeriodInDays') ?? 1);
    return `keeps ${kept === 1 ? 'one day' : `${kept} days`}`;
  },
  explain:
    'An event bus of the newer generation, which keeps its events: programs put events on it, and each receiver has a subscriber of its own that filters, rewrites and delivers to one target. A subscriber can begin in the past, pause and go on. The bus has no rules, and AWS services do not report to it by themselves.',
  cost: 'Events that are put on the bus and delivered, and what it keeps.',
  limits: [
    'Five buses in a Region (adjustable), 10,000 subscribers on a bus (adjustable).',
    'Events are kept for 365 days at most.',
    'An event that comes twice within five minutes with the same deduplication id counts once.',
  ],
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus.html',
  emit(scope) {
    const { out, id } = scope;
    out.resource(id, {
      type: 'AWS::EventsV2::EventBus',
      properties: {
        Name: join(pseudo('StackName'), `-${id.slice(0, 100)}`),
        ...scope.cfnProperties(),
      },
    });
  },
});
