import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { type Connection, defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

const tellsCreation = (graph: Graph, trigger: Connection): boolean =>
  graph
    .list(trigger, 'events')
    ?.some((event) => typeof event === 'string' && event.startsWith('s3:ObjectCreated')) === true;

/** The text, empty when unset; undefined when nobody knows it yet. */
const textOf = (graph: Graph, item: Connection, property: string): string | undefined =>
  graph.text(item, property) ?? (graph.isSet(item, property) ? undefined : '');

const overlap = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** The functions that a notification reaches: at once, or through a queue or a topic. */
const functionsBehind = (graph: Graph, target: Node): readonly Node[] => {
  switch (target.kind) {
    case 'lambda':
      return [target];
    case 'sqs-queue':
      return graph.targets(target, { type: 'sqs-queue--lambda' });
    case 'sns-topic':
      return [
        ...graph.targets(target, { type: 'sns-topic--lambda' }),
        ...graph
          .targets(target, { type: 'sns-topic--sqs-queue' })
          .flatMap((queue) => functionsBehind(graph, queue)),
      ];
    default:
      return [];
  }
};

const fixesFor = (fn: Node, bucket: Node, write: Connection, access: string): readonly Fix[] => [
  ...(access === 'readwrite'
    ? [
        {
          title: `Let ${named(fn)} only read ${named(bucket)}`,
          edit: setProperty(write.id, 'access', 'read'),
        },
      ]
    : []),
  {
    title: 'Say that the loop ends there',
    edit: setProperty(write.id, 'loopBreaker', true),
  },
];

const loop = (trigger: object, write: object, fn: object = {}) =>
  design(
    node('s3-bucket', 'images'),
    node('lambda', 'thumbnails', { ...fn }),
    connection('s3-bucket--lambda', 'images', 'thumbnails', { ...trigger }),
    connection('lambda--s3-bucket', 'thumbnails', 'images', { ...write }),
  );

export const topologyS3Recursion = defineRule({
  meta: {
    id: 'topology/s3-recursion',
    severity: 'error',
    messages: {
      loops:
        '{function} writes to {bucket}, which triggers it, so it would call itself forever; use a second bucket, or prefixes that do not overlap.',
      mayLoop: {
        text: '{function} writes to {bucket}, which triggers it, and what it writes may pass the filter of the notification; use a second bucket, or prefixes that do not overlap.',
        severity: 'warning',
      },
      mayWrite: {
        text: '{function} is triggered by {bucket} and may write to it, which would trigger it again; say that it only reads, or under which prefix it writes.',
        severity: 'warning',
      },
    },
    explain:
      'The thumbnail of a picture is again a new object, which triggers the function, which writes a thumbnail. Lambda stops many such loops after about 16 rounds, but each new object starts one. A second bucket is the safe way; the other is to let the function write under another prefix than the one that triggers it.',
    docs: {
      title: 'Process Amazon S3 event notifications with Lambda',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html',
    },
  },
  on: connections({ from: 's3-bucket', mechanism: 'push-invoke' }),
  check({ connection: trigger, source: bucket, target }, graph, report) {
    if (!tellsCreation(graph, trigger) || graph.boolean(trigger, 'loopBreaker') !== false) return;
    const prefix = textOf(graph, trigger, 'prefix');
    const suffix = textOf(graph, trigger, 'suffix');
    if (prefix === undefined || suffix === undefined) return;
    for (const fn of functionsBehind(graph, target)) {
      if (graph.isSet(fn, 'recursiveLoop') && graph.text(fn, 'recursiveLoop') !== 'Terminate')
        continue;
      for (const write of graph.outgoing(fn, { mechanism: 'iam-data-access', kind: 's3-bucket' })) {
        if (write.to !== bucket.id || graph.boolean(write, 'loopBreaker') !== false) continue;
        const access = graph.text(write, 'access');
        if (access !== 'write' && access !== 'readwrite') continue;
        const written = textOf(graph, write, 'prefix');
        if (written === undefined || !overlap(prefix, written)) continue;
        // A filter that what is written may or may not pass: nobody draws the keys, nor what filters on the way let through.
        const certain = fn.id === target.id && suffix === '' && written.startsWith(prefix);
        // Nobody has said that it writes, and triggered functions often only read what has arrived.
        const chosen = graph.isSet(write, 'access');
        report({
          message: !chosen ? 'mayWrite' : certain ? 'loops' : 'mayLoop',
          at: trigger,
          data: { function: named(fn), bucket: named(bucket) },
          fixes: fixesFor(fn, bucket, write, access),
        });
      }
    }
  },
  examples: {
    good: [
      {
        title: 'prefixes that do not overlap',
        design: loop({ prefix: 'uploads/' }, { prefix: 'thumbnails/' }),
      },
      { title: 'a prefix from a parameter', design: loop({ prefix: { Ref: 'Prefix' } }, {}) },
      { title: 'a function that only reads', design: loop({}, { access: 'read' }) },
      { title: 'a loop that ends', design: loop({}, { loopBreaker: true }) },
      { title: 'objects that are deleted', design: loop({ events: ['s3:ObjectRemoved:*'] }, {}) },
    ],
    bad: [
      { title: 'no filter', design: loop({}, { access: 'readwrite' }), expect: ['loops'] },
      {
        title: 'through a topic and a queue',
        design: design(
          node('s3-bucket', 'images'),
          node('sns-topic', 'news'),
          node('sqs-queue', 'jobs', { visibilityTimeout: 180 }),
          node('lambda', 'thumbnails', { timeout: 30 }),
          connection('s3-bucket--sns-topic', 'images', 'news'),
          connection('sns-topic--sqs-queue', 'news', 'jobs'),
          connection('sqs-queue--lambda', 'jobs', 'thumbnails'),
          connection('lambda--s3-bucket', 'thumbnails', 'images', { access: 'write' }),
        ),
        expect: ['mayLoop'],
      },
      { title: 'nobody said what it does', design: loop({}, {}), expect: ['mayWrite'] },
      {
        title: 'a prefix, and nobody said what it does',
        design: loop({ prefix: 'uploads/' }, {}),
        expect: ['mayWrite'],
      },
      {
        title: 'a prefix in the other',
        design: loop({ prefix: 'a/' }, { access: 'write', prefix: 'a/b/' }),
        expect: ['loops'],
      },
      {
        title: 'a suffix only',
        design: loop({ suffix: '.jpg' }, { access: 'write' }),
        expect: ['mayLoop'],
      },
      {
        title: 'a prefix and writes anywhere',
        design: loop({ prefix: 'uploads/' }, { access: 'write' }),
        expect: ['mayLoop'],
      },
    ],
  },
});
