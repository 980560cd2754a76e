import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const replication = (source: boolean | { Ref: string }, target: boolean) =>
  design(
    node('s3-bucket', 'photos', { versioning: source }),
    node('s3-bucket', 'copy', { versioning: target }),
    connection('s3-bucket--s3-bucket--replication', 'photos', 'copy'),
  );

export const s3ReplicationVersioning = defineRule({
  meta: {
    id: 's3/replication-versioning',
    severity: 'error',
    messages: {
      unversioned: 'Replication from {source} to {target} needs versioning on both; switch it on.',
      itself: '{source} cannot be replicated to itself; choose another bucket.',
    },
    explain:
      'S3 copies versions of objects after they were written. Without versions it could not tell what it has copied, so it refuses the replication unless both buckets keep them. Objects that were there before are copied only by a batch job.',
    docs: {
      title: 'Requirements and considerations for replication',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
    },
  },
  on: connections({
    from: 's3-bucket',
    to: 's3-bucket',
    type: 's3-bucket--s3-bucket--replication',
  }),
  check({ connection: copy, source, target }, graph, report, { catalog }) {
    if (source.id === target.id) {
      report({
        message: 'itself',
        data: { source: named(source) },
        fixes: [removeConnection(catalog, copy)],
      });
      return;
    }
    const off = [source, target].filter((bucket) => graph.boolean(bucket, 'versioning') === false);
    if (off.length === 0) return;
    report({
      message: 'unversioned',
      data: { source: named(source), target: named(target) },
      fixes: [
        {
          title: `Switch versioning on for ${off.map(named).join(' and ')}`,
          edit: sequence(...off.map(({ id }) => setProperty(id, 'versioning', true))),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'both keep versions', design: replication(true, true) },
      { title: 'set by a parameter', design: replication({ Ref: 'Versions' }, true) },
    ],
    bad: [
      { title: 'a target without', design: replication(true, false), expect: ['unversioned'] },
      { title: 'neither', design: replication(false, false), expect: ['unversioned'] },
      {
        title: 'the bucket itself',
        design: design(
          node('s3-bucket', 'photos', { versioning: true }),
          connection('s3-bucket--s3-bucket--replication', 'photos', 'photos'),
        ),
        expect: ['itself'],
      },
    ],
  },
});
