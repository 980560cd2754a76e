import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { fifoName } from './fifo.ts';

/** Senders that say in a setting which group their messages belong to. */
const senders = ['eventbridge-target', 'scheduler-target', 'pipe-target', 'subscriber-target'];

/** Those of them that cannot send a deduplication id. */
const withoutIds = ['eventbridge-target', 'scheduler-target'];

export const sqsFifoSettings = defineRule({
  meta: {
    id: 'sqs/fifo-settings',
    severity: 'error',
    messages: {
      noSuffix: '{node}: "{name}" is the name of a FIFO queue; it has to end with .fifo.',
      suffix:
        '{node}: only the name of a FIFO queue may end with .fifo; rename it or make it FIFO.',
      noGroup:
        '{source} sends to the FIFO queue {node} without a message group; set messageGroupId.',
      noDeduplication:
        '{source} cannot send deduplication ids, so the FIFO queue {node} has to tell messages apart by their content.',
      groupOfStandard:
        '{source} can send message groups to FIFO queues only, but {node} is a standard queue.',
    },
    explain:
      'The ending .fifo is part of the name and tells SQS the type, which cannot be changed later. FIFO needs a message group with every message: the order holds inside of a group, and groups are handled side by side. One group for all keeps everything in order, one after the other. It also needs a deduplication id or, when the sender has none, a queue that makes the id from the content.',
    docs: {
      title: 'Amazon SQS FIFO queue and message identifiers',
      url: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queue-message-identifiers.html',
    },
    overlaps: ['E3501'],
  },
  on: nodes('sqs-queue'),
  check(queue, graph, report) {
    const fifo = graph.boolean(queue, 'fifoQueue');
    if (fifo === undefined) return;
    const name = graph.text(queue, 'queueName');
    if (name !== undefined && name.endsWith('.fifo') !== fifo) {
      const renamed = fifoName(name, fifo);
      const found = {
        property: 'queueName',
        fixes: [
          ...(renamed === ''
            ? []
            : [
                {
                  title: `Name it ${renamed}`,
                  edit: setProperty(queue.id, 'queueName', renamed),
                },
              ]),
        ],
      };
      if (fifo) report({ message: 'noSuffix', data: { node: named(queue), name }, ...found });
      else report({ message: 'suffix', data: { node: named(queue) }, ...found });
    }
    if (!fifo) {
      for (const sender of graph.incoming(queue, { mechanism: 'scheduler-target' }))
        if (graph.isSet(sender, 'messageGroupId'))
          report({
            message: 'groupOfStandard',
            at: sender,
            property: 'messageGroupId',
            data: { source: named(graph.source(sender)), node: named(queue) },
            fixes: [
              {
                title: 'Send without a message group',
                edit: unsetProperty(sender.id, 'messageGroupId'),
              },
            ],
          });
      return;
    }
    const [direct] = graph.incoming(queue, { mechanism: withoutIds });
    if (direct !== undefined && graph.boolean(queue, 'contentBasedDeduplication') === false)
      report({
        message: 'noDeduplication',
        property: 'contentBasedDeduplication',
        data: { source: named(graph.source(direct)), node: named(queue) },
        fixes: [
          {
            title: 'Deduplicate by content',
            edit: setProperty(queue.id, 'contentBasedDeduplication', true),
          },
        ],
      });
    for (const sender of graph.incoming(queue, { mechanism: senders })) {
      const group = graph.value(sender, 'messageGroupId');
      if (group !== undefined && group !== '') continue;
      report({
        message: 'noGroup',
        at: sender,
        property: 'messageGroupId',
        data: { source: named(graph.source(sender)), node: named(queue) },
        fixes: [
          {
            title: 'Put all messages into one group',
            edit: setProperty(sender.id, 'messageGroupId', 'all'),
          },
        ],
      });
    }
  },
  examples: {
    good: [
      {
        title: 'a name with .fifo',
        design: design(node('sqs-queue', 'q', { fifoQueue: true, queueName: 'orders.fifo' })),
      },
      {
        title: 'a name from a parameter',
        design: design(node('sqs-queue', 'q', { fifoQueue: true, queueName: { Ref: 'Name' } })),
      },
      {
        title: 'a type from a parameter',
        design: design(node('sqs-queue', 'q', { fifoQueue: { Ref: 'F' }, queueName: 'orders' })),
      },
      {
        title: 'a schedule with a message group',
        design: design(
          node('schedule', 'nightly'),
          node('sqs-queue', 'q', { fifoQueue: true, contentBasedDeduplication: true }),
          connection('schedule--sqs-queue', 'nightly', 'q', { messageGroupId: 'nightly' }),
        ),
      },
      {
        title: 'a rule with a message group for a standard queue, which makes it a fair one',
        design: design(
          node('event-rule', 'placed', { eventPattern: { source: ['shop'] } }),
          node('sqs-queue', 'q'),
          connection('event-rule--sqs-queue', 'placed', 'q', { messageGroupId: 'shop' }),
        ),
      },
    ],
    bad: [
      {
        title: 'FIFO without .fifo',
        design: design(node('sqs-queue', 'q', { fifoQueue: true, queueName: 'orders' })),
        expect: ['noSuffix'],
      },
      {
        title: 'standard with .fifo',
        design: design(node('sqs-queue', 'q', { queueName: 'orders.fifo' })),
        expect: ['suffix'],
      },
      {
        title: 'a rule without a message group',
        design: design(
          node('event-rule', 'placed', { eventPattern: { source: ['shop'] } }),
          node('sqs-queue', 'q', { fifoQueue: true, contentBasedDeduplication: true }),
          connection('event-rule--sqs-queue', 'placed', 'q'),
        ),
        expect: ['noGroup'],
      },
      {
        title: 'a schedule and a queue that waits for deduplication ids',
        design: design(
          node('schedule', 'nightly'),
          node('sqs-queue', 'q', { fifoQueue: true }),
          connection('schedule--sqs-queue', 'nightly', 'q', { messageGroupId: 'nightly' }),
        ),
        expect: ['noDeduplication'],
      },
      {
        title: 'a schedule with a message group for a standard queue',
        design: design(
          node('schedule', 'nightly'),
          node('sqs-queue', 'q'),
          connection('schedule--sqs-queue', 'nightly', 'q', { messageGroupId: 'nightly' }),
        ),
        expect: ['groupOfStandard'],
      },
    ],
  },
});
