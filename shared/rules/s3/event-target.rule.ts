import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

const fifoOf: Readonly<Record<string, { readonly property: string; readonly name: string }>> = {
  'sqs-queue': { property: 'fifoQueue', name: 'queueName' },
  'sns-topic': { property: 'fifoTopic', name: 'topicName' },
};

/** Makes the target a standard one, with the name that fits. */
const makeStandard = (graph: Graph, target: Node): readonly Fix[] => {
  const fifo = fifoOf[target.kind];
  if (!fifo) return [];
  const name = graph.text(target, fifo.name);
  const off = setProperty(target.id, fifo.property, false);
  return [
    {
      title: `Make ${named(target)} a standard one`,
      edit: name?.endsWith('.fifo')
        ? sequence(off, setProperty(target.id, fifo.name, name.slice(0, -'.fifo'.length)))
        : off,
    },
  ];
};

const bucketTo = (fifoQueue: boolean | { Ref: string }, events?: readonly string[]) =>
  design(
    node('s3-bucket', 'uploads'),
    node('sqs-queue', 'jobs', { fifoQueue }),
    connection('s3-bucket--sqs-queue', 'uploads', 'jobs', events ? { events } : {}),
  );

export const s3EventTarget = defineRule({
  meta: {
    id: 's3/event-target',
    severity: 'error',
    messages: {
      fifo: '{bucket} cannot notify {target}: S3 sends only to standard queues and topics; make it a standard one, or go through EventBridge.',
      region:
        '{bucket} in {bucketRegion} cannot notify {target} in {targetRegion}; S3 notifies only inside its region, go through EventBridge.',
      noEvent: '{bucket} notifies {target} of nothing; choose at least one event.',
    },
    explain:
      'S3 sends its notifications to standard queues, standard topics, functions and EventBridge, all in the region of the bucket. They arrive at least once and in no fixed order, so it refuses FIFO targets. Rules of EventBridge reach FIFO queues and other regions.',
    docs: {
      title: 'Amazon S3 Event Notifications',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html',
    },
  },
  on: connections({ from: 's3-bucket', mechanism: 'push-invoke' }),
  check({ connection: notification, source: bucket, target }, graph, report) {
    const data = { bucket: named(bucket), target: named(target) };
    const fifo = fifoOf[target.kind];
    if (fifo && graph.boolean(target, fifo.property) === true)
      report({
        message: 'fifo',
        data,
        fixes: makeStandard(graph, target),
      });
    const [bucketRegion, targetRegion] = [graph.region(bucket), graph.region(target)];
    if (bucketRegion !== targetRegion)
      report({ message: 'region', data: { ...data, bucketRegion, targetRegion } });
    if (graph.list(notification, 'events')?.length === 0)
      report({
        message: 'noEvent',
        property: 'events',
        data,
        fixes: [
          {
            title: 'Notify of new objects',
            edit: setProperty(notification.id, 'events', ['s3:ObjectCreated:*']),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'a standard queue', design: bucketTo(false) },
      { title: 'a type set by a parameter', design: bucketTo({ Ref: 'Ordered' }) },
    ],
    bad: [
      { title: 'a FIFO queue', design: bucketTo(true), expect: ['fifo'] },
      { title: 'no event', design: bucketTo(false, []), expect: ['noEvent'] },
      {
        title: 'another region',
        design: design(
          node('s3-bucket', 'uploads'),
          inside(node('region', 'us', { code: 'us-east-1' }), node('lambda', 'resize')),
          connection('s3-bucket--lambda', 'uploads', 'resize'),
        ),
        expect: ['region'],
      },
    ],
  },
});
