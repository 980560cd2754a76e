import { setProperty } from '../../model/edits/index.ts';
import { connection, design, type ExampleItem, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const orders = node('custom-event-bus', 'orders');
const placed = node('event-subscriber', 'placed', { description: { Ref: 'Description' } });
const inbox = node('sqs-queue', 'inbox');
const onOrders = connection('custom-event-bus--event-subscriber', 'orders', 'placed');
const toInbox = connection('event-subscriber--sqs-queue', 'placed', 'inbox');
const whole = (...more: readonly ExampleItem[]) =>
  design(orders, placed, inbox, onOrders, toInbox, ...more);
const toTopic = (properties: object) =>
  design(
    orders,
    placed,
    node('sns-topic', 'news', { fifoTopic: true }),
    onOrders,
    connection('event-subscriber--sns-topic', 'placed', 'news', { ...properties }),
  );

export const eventsSubscriberShape = defineRule({
  meta: {
    id: 'events/subscriber-shape',
    severity: 'error',
    messages: {
      noBus: '{node} is on no bus; connect the Custom Event Bus whose events it gets to it.',
      twoBuses:
        '{node} is on {count} buses, but a subscriber is on one; use a subscriber for each.',
      noTarget: '{node} delivers nothing; connect it to its target.',
      twoTargets:
        '{node} has {count} targets, but a subscriber delivers to one; use a subscriber for each.',
      noGroup:
        '{node} publishes to the FIFO topic {topic} without a message group; set messageGroupId.',
    },
    explain:
      'On the newer Custom Event Bus a subscriber stands in the place of a rule and one of its targets: it belongs to one bus and delivers to one target. Several targets get the same events by a subscriber each, which all read what the bus keeps. A FIFO topic asks for a message group with every message.',
    docs: {
      title: 'Subscribing to events on a Custom Event Bus',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-subscribers.html',
    },
  },
  on: nodes('event-subscriber'),
  check(subscriber, graph, report) {
    const node = named(subscriber);
    const { length: buses } = graph.incoming(subscriber, { mechanism: 'event-routing' });
    if (buses === 0) report({ message: 'noBus', data: { node } });
    else if (buses > 1) report({ message: 'twoBuses', data: { node, count: buses } });
    const targets = graph.outgoing(subscriber, { mechanism: 'subscriber-target' });
    if (targets.length === 0) report({ message: 'noTarget', data: { node } });
    else if (targets.length > 1)
      report({ message: 'twoTargets', data: { node, count: targets.length } });
    for (const link of targets) {
      const topic = graph.target(link);
      if (topic?.kind !== 'sns-topic' || graph.boolean(topic, 'fifoTopic') !== true) continue;
      if (graph.isSet(link, 'messageGroupId')) continue;
      report({
        message: 'noGroup',
        at: link,
        property: 'messageGroupId',
        data: { node, topic: named(topic) },
        fixes: [
          {
            title: 'Use the group of the event',
            edit: setProperty(
              link.id,
              'messageGroupId',
              '{% $events.SystemMetadata.EventGroupId %}',
            ),
          },
        ],
      });
    }
  },
  examples: {
    good: [
      { title: 'a bus, a subscriber and a queue', design: whole() },
      {
        title: 'with a dead-letter queue',
        design: whole(
          node('sqs-queue', 'failures'),
          connection('event-subscriber--sqs-queue--dead-letter', 'placed', 'failures'),
        ),
      },
      {
        title: 'a FIFO topic with a group from a parameter',
        design: toTopic({ messageGroupId: { Ref: 'Group' } }),
      },
    ],
    bad: [
      { title: 'a subscriber alone', design: design(placed), expect: ['noBus', 'noTarget'] },
      {
        title: 'two buses',
        design: whole(
          node('custom-event-bus', 'returns'),
          connection('custom-event-bus--event-subscriber', 'returns', 'placed'),
        ),
        expect: ['twoBuses'],
      },
      {
        title: 'two queues',
        design: whole(
          node('sqs-queue', 'other'),
          connection('event-subscriber--sqs-queue', 'placed', 'other'),
        ),
        expect: ['twoTargets'],
      },
      { title: 'a FIFO topic without a group', design: toTopic({}), expect: ['noGroup'] },
    ],
  },
});
