import { member } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { emitSubscriber, subscriberRole } from '../eventbridge/subscriber.ts';
import { getAtt } from '../expression.ts';
import { choice, integer, json, seconds, text } from '../property.ts';
import { defineService } from '../service.ts';

export const eventSubscriber = defineService({
  kind: 'event-subscriber',
  title: 'EventBridge subscriber',
  words:
    'eventbridge eb eventsv2 subscriber subscription filter transform deliver custom event bus',
  category: 'integration',
  preview: true,
  icon: 'AmazonEventBridge',
  cloudFormation: ['AWS::EventsV2::Subscriber'],
  placement: { parents: ['region'], scope: 'regional', vpc: 'none', subnet: 'none' },
  properties: {
    name: text({
      maxLength: 256,
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
      advanced: true,
      help: "Empty makes a name of the stack's.",
      cfn: 'Name',
    }),
    eventPattern: json({
      help: 'Which events are delivered, by what is in them: a pattern as rules have it, such as {"detail": {"status": ["paid"]}}, without wildcards. Empty: all.',
    }),
    metadataPattern: json({
      advanced: true,
      help: 'Also compares the pairs of names and values that the sender put beside the event.',
    }),
    systemMetadataPattern: json({
      advanced: true,
      help: 'Also compares what EventBridge put beside the event, such as {"EventGroupId": ["orders"]}.',
    }),
    type: choice(['UNORDERED', 'FIFO'], {
      default: 'UNORDERED',
      help: 'FIFO: events of one group arrive in order, and one that cannot be delivered holds up those behind it.',
      cfn: 'Type',
    }),
    startingPosition: choice(['LATEST', 'POINT_IN_TIME'], {
      default: 'LATEST',
      help: 'LATEST: with the next event. POINT_IN_TIME: in the past, as far as the bus still keeps events.',
      cfn: 'StartingPosition',
    }),
    startingPoint: integer({
      min: 0,
      unit: 's',
      advanced: true,
      when: (read) => read('startingPosition') === 'POINT_IN_TIME',
      help: 'The moment to begin with, in seconds since 1970. Empty: the oldest event that the bus has.',
    }),
    transformerType: choice(['RAW', 'WITH_METADATA', 'JSONATA'], {
      default: 'RAW',
      help: 'What the target gets: the event, the event with all that stands beside it, or what an expression makes of it.',
      cfn: 'Transformer.Type',
    }),
    jsonata: text({
      maxLength: 16_384,
      required: true,
      when: (read) => read('transformerType') === 'JSONATA',
      help: 'The expression, such as {% $events.Data.detail %}.',
      cfn: 'Transformer.JsonataConfiguration.Expression',
    }),
    maxRetryAttempts: integer({
      default: 5,
      min: 0,
      max: 185,
      help: 'How often EventBridge tries again.',
      cfn: 'RetryPolicy.MaxRetryAttempts',
    }),
    maxEventAge: seconds({
      default: 300,
      min: 60,
      max: 86_400,
      help: 'How long EventBridge keeps trying; after five minutes an event is lost, or goes to the dead-letter queue.',
      cfn: 'RetryPolicy.MaxEventAgeInSeconds',
    }),
    state: choice(['RUNNING', 'STOPPED'], {
      default: 'RUNNING',
      advanced: true,
      help: 'STOPPED: nothing is delivered for now; later it goes on where it stopped.',
      cfn: 'State',
    }),
    description: text({ maxLength: 512, advanced: true, cfn: 'Description' }),
  },
  attributes: {
    arn: { cfn: 'SubscriberArn', cdk: 'attrSubscriberArn' },
    roleArn: {
      cfn: (scope) => getAtt(subscriberRole(scope), 'Arn'),
      cdk: (_construct, scope) => member(constructRef(subscriberRole(scope)), 'roleArn'),
    },
  },
  summary: (read) =>
    [
      read('type') === 'FIFO' ? 'in order' : 'any order',
      read('startingPosition') === 'POINT_IN_TIME' ? 'from the past' : 'from now on',
      ...(read('state') === 'STOPPED' ? ['stopped'] : []),
    ].join(' · '),
  explain:
    'A subscriber takes the events of one Custom Event Bus that pass its filters, rewrites them if asked, and delivers them to one target under a role of its own. It remembers how far it has come: it may begin in the past, and after a pause it goes on where it stopped. For several targets make a subscriber for each.',
  cost: 'The events that it delivers.',
  limits: [
    'One bus and one target.',
    'One filter each for the event, its metadata and its system metadata.',
    'Retries for 24 hours at most; five minutes unless set.',
  ],
  docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-subscribers.html',
  emit: emitSubscriber,
});
