import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { fifoName } from './fifo.ts';

/** Senders that say in a setting which group their messages belong to. */
const senders = ['eventbridge-target', 'scheduler-target', 'pipe-target'];

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
    },
    explain:
      'The ending .fifo is part of the name and tells SQS the type, which cannot be changed later. FIFO needs a message group with every message: the order holds inside of a group, and groups are handled side by side. One group for all keeps everything in order, one after the other.',
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
    if (!fifo) return;
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
          node('sqs-queue', 'q', { fifoQueue: true }),
          connection('schedule--sqs-queue', 'nightly', 'q', { messageGroupId: 'nightly' }),
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
          node('sqs-queue', 'q', { fifoQueue: true }),
          connection('event-rule--sqs-queue', 'placed', 'q'),
        ),
        expect: ['noGroup'],
      },
    ],
  },
});
