import { kindNotExported } from '../not-exported.ts';
import { choice, integer, list, seconds, text } from '../property.ts';
import { defineService } from '../service.ts';

export const eventSubscriber = defineService({
  kind: 'event-subscriber',
  title: 'EventBridge subscriber (Custom Event Bus)',
  words: 'eventbridge saas partner subscriber events target',
  category: 'integration',
  preview: true,
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::EventsV2::Subscriber'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({ required: true, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$', cfn: 'Name' }),
    filters: list({
      help: 'Items {pattern, scope}; scope DATA, METADATA or SYSTEM_METADATA, at most one filter per scope.',
      cfn: 'FilterConfiguration.Filters',
    }),
    type: choice(['FIFO', 'UNORDERED'], {
      default: 'UNORDERED',
      help: 'FIFO keeps order inside an event group.',
      cfn: 'Type',
    }),
    startingPosition: choice(['LATEST', 'POINT_IN_TIME'], {
      default: 'LATEST',
      cfn: 'StartingPosition',
    }),
    transformerType: choice(['RAW', 'WITH_METADATA', 'JSONATA'], {
      default: 'RAW',
      cfn: 'Transformer.Type',
    }),
    maxRetryAttempts: integer({
      default: 185,
      min: 0,
      max: 185,
      cfn: 'RetryPolicy.MaxRetryAttempts',
    }),
    maxEventAge: seconds({
      default: 86400,
      min: 60,
      max: 86400,
      cfn: 'RetryPolicy.MaxEventAgeInSeconds',
    }),
    state: choice(['RUNNING', 'STOPPED'], { default: 'RUNNING', cfn: 'State' }),
  },
  explain:
    'A subscriber takes events from one custom event bus of the newer generation, as far as they pass its filters, and delivers them to one target. It remembers how far it has come, so it can begin with what comes from now on or with what the bus still keeps.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html',
  emit: kindNotExported,
});
