import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { type Connection, defineRule, type Graph } from '../rule.ts';
import { named } from '../text.ts';

/** S3 keeps so many notification configurations of a bucket, at most. */
const mostNotifications = 100;

interface Wanted {
  readonly connection: Connection;
  readonly name: string;
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

/** What a notification asks for; undefined when a part of it is not known. */
const wantedBy = (graph: Graph, connection: Connection): Wanted | undefined => {
  const events = graph.list(connection, 'events');
  const [prefix, suffix] = ['prefix', 'suffix'].map((property) => {
    const text = graph.text(connection, property);
    return text === undefined && typeof graph.value(connection, property) === 'object'
      ? undefined
      : (text ?? '');
  });
  if (!events || prefix === undefined || suffix === undefined) return undefined;
  return {
    connection,
    name: named(graph.target(connection)),
    events: events.filter((event) => typeof event === 'string'),
    prefix,
    suffix,
  };
};

/** `s3:ObjectCreated:*` stands for all its sub-types. */
const includes = (event: string, other: string): boolean =>
  event === other || (event.endsWith('*') && other.startsWith(event.slice(0, -1)));
const shareEvent = (a: Wanted, b: Wanted): boolean =>
  a.events.some((event) =>
    b.events.some((other) => includes(event, other) || includes(other, event)),
  );
const overlap = (a: Wanted, b: Wanted): boolean =>
  (a.prefix.startsWith(b.prefix) || b.prefix.startsWith(a.prefix)) &&
  (a.suffix.endsWith(b.suffix) || b.suffix.endsWith(a.suffix)) &&
  shareEvent(a, b);

const two = (first: object, second: object) =>
  design(
    node('s3-bucket', 'uploads'),
    node('lambda', 'resize'),
    node('lambda', 'scan'),
    connection('s3-bucket--lambda', 'uploads', 'resize', { ...first }),
    connection('s3-bucket--lambda', 'uploads', 'scan', { ...second }),
  );

export const s3EventOverlap = defineRule({
  meta: {
    id: 's3/event-overlap',
    severity: 'error',
    messages: {
      overlap:
        '{bucket}: {first} and {second} want the same events; keep their prefixes or suffixes apart, or notify one SNS topic or EventBridge and let that tell both.',
    },
    explain:
      'S3 takes one destination for each combination of event, prefix and suffix, and refuses configurations that overlap, because it would not know whom to notify. Several receivers of one event subscribe to a topic, or have rules at EventBridge.',
    docs: {
      title: 'Configuring event notifications using object key name filtering',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html',
    },
  },
  on: nodes('s3-bucket'),
  check(bucket, graph, report) {
    const notifications = graph.outgoing(bucket, { mechanism: 'push-invoke' });
    if (notifications.length < 2) return;
    const wanted = notifications
      .slice(0, mostNotifications)
      .map((notification) => wantedBy(graph, notification))
      .filter((item) => item !== undefined);
    for (const [at, item] of wanted.entries()) {
      const other = wanted.slice(0, at).find((before) => overlap(before, item));
      if (other)
        report({
          message: 'overlap',
          at: item.connection,
          property: 'prefix',
          data: { bucket: named(bucket), first: other.name, second: item.name },
        });
    }
  },
  examples: {
    good: [
      { title: 'other prefixes', design: two({ prefix: 'images/' }, { prefix: 'docs/' }) },
      { title: 'a prefix set by a parameter', design: two({ prefix: { Ref: 'Folder' } }, {}) },
      {
        title: 'other events',
        design: two({ events: ['s3:ObjectCreated:*'] }, { events: ['s3:ObjectRemoved:*'] }),
      },
      { title: 'other suffixes', design: two({ suffix: '.jpg' }, { suffix: '.pdf' }) },
    ],
    bad: [
      { title: 'two functions for everything', design: two({}, {}), expect: ['overlap'] },
      {
        title: 'a prefix in a prefix',
        design: two(
          { prefix: 'images/', events: ['s3:ObjectCreated:Put'] },
          { prefix: 'images/2026/', suffix: '.jpg' },
        ),
        expect: ['overlap'],
      },
    ],
  },
});
