import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { type Connection, defineRule, type Fix, type Graph } from '../rule.ts';
import { named } from '../text.ts';

const tellsCreation = (graph: Graph, trigger: Connection): boolean =>
  graph
    .list(trigger, 'events')
    ?.some((event) => typeof event === 'string' && event.startsWith('s3:ObjectCreated')) === true;

/** The text, empty when unset; undefined when nobody knows it yet. */
const textOf = (graph: Graph, item: Connection, property: string): string | undefined =>
  graph.text(item, property) ?? (graph.isSet(item, property) ? undefined : '');

const overlap = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

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
  on: connections({ from: 's3-bucket', to: 'lambda', mechanism: 'push-invoke' }),
  check({ connection: trigger, source: bucket, target: fn }, graph, report) {
    if (!tellsCreation(graph, trigger) || graph.boolean(trigger, 'loopBreaker') !== false) return;
    if (graph.isSet(fn, 'recursiveLoop') && graph.text(fn, 'recursiveLoop') !== 'Terminate') return;
    const prefix = textOf(graph, trigger, 'prefix');
    const suffix = textOf(graph, trigger, 'suffix');
    if (prefix === undefined || suffix === undefined) return;
    for (const write of graph.outgoing(fn, { mechanism: 'iam-data-access', kind: 's3-bucket' })) {
      if (write.to !== bucket.id || graph.boolean(write, 'loopBreaker') !== false) continue;
      const access = graph.text(write, 'access');
      if (access !== 'write' && access !== 'readwrite') continue;
      const written = textOf(graph, write, 'prefix');
      if (written === undefined || !overlap(prefix, written)) continue;
      // A filter that what is written may or may not pass: nobody draws the keys.
      const certain = suffix === '' && written.startsWith(prefix);
      // Nobody has said that it writes, and triggered functions often only read what has arrived.
      const chosen = graph.isSet(write, 'access');
      const readOnly: readonly Fix[] =
        access === 'readwrite'
          ? [
              {
                title: `Let ${named(fn)} only read ${named(bucket)}`,
                edit: setProperty(write.id, 'access', 'read'),
              },
            ]
          : [];
      report({
        message: !chosen ? 'mayWrite' : certain ? 'loops' : 'mayLoop',
        at: trigger,
        data: { function: named(fn), bucket: named(bucket) },
        fixes: [
          ...readOnly,
          {
            title: 'Say that the loop ends there',
            edit: setProperty(write.id, 'loopBreaker', true),
          },
        ],
      });
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
