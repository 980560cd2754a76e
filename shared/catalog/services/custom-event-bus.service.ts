import { kindNotExported } from '../not-exported.ts';
import { days, json, text } from '../property.ts';
import { defineService } from '../service.ts';

export const customEventBus = defineService({
  kind: 'custom-event-bus',
  title: 'EventBridge Custom Event Bus (2026)',
  words: 'eventbridge eb custom bus events pub sub publish',
  category: 'integration',
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
    'Generation after rules: producers call PutEvents or PutRawEvents, consumers attach event-subscriber nodes. Announced as the start for new applications; L1 support only. Mark as preview in the palette.',
  limits: ['One subscriber delivers to exactly one target', 'Deduplication window 5 minutes'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
