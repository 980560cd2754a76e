import { kindNotExported } from '../not-exported.ts';
import { days, json, text } from '../property.ts';
import { defineService } from '../service.ts';

export const customEventBus = defineService({
  kind: 'custom-event-bus',
  title: 'EventBridge Custom Event Bus (2026)',
  words: 'eventbridge eb custom bus events pub sub publish',
  category: 'integration',
  preview: true,
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::EventsV2::EventBus'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ required: true, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', cfn: 'Name' }),
    description: text({ cfn: 'Description' }),
    retentionPeriodInDays: days({
      default: 1,
      min: 1,
      max: 365,
      help: 'Default value not verified.',
      cfn: 'StorageConfiguration.RetentionPeriodInDays',
    }),
    encryptionConfiguration: json({ cfn: 'EncryptionConfiguration' }),
  },
  explain:
    'An event bus of the newer generation, which keeps its events: producers put events on it, and each consumer has a subscriber of its own, which can begin in the past. It has no rules; a subscriber filters, rewrites and delivers to one target.',
  limits: ['One subscriber delivers to exactly one target', 'Deduplication window 5 minutes'],
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html',
  emit: kindNotExported,
});
