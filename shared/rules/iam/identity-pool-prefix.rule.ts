import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const files = (arrow: object) =>
  design(
    node('cognito-user-pool', 'users'),
    node('cognito-identity-pool', 'pool'),
    node('s3-bucket', 'files'),
    connection('cognito-user-pool--cognito-identity-pool', 'users', 'pool'),
    connection('cognito-identity-pool--s3-bucket', 'pool', 'files', { ...arrow }),
  );

export const iamIdentityPoolPrefix = defineRule({
  meta: {
    id: 'iam/identity-pool-prefix',
    severity: 'warning',
    messages: {
      shared:
        "Signed-in users can overwrite each other's files in {bucket}; give each a folder of its own.",
    },
    explain:
      'All users share one role. A variable in its policy stands for the identity id of who asks, which is one of its own for each user of the pool and which the app cannot choose; so each user has a folder that nobody else can change. Where all are meant to work on the same files, say so.',
    docs: {
      title: 'Amazon S3: Allows Amazon Cognito users to access objects in their bucket',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_s3_cognito-bucket.html',
    },
    overlaps: ['CKV_AWS_108'],
  },
  on: connections({ type: 'cognito-identity-pool--s3-bucket' }),
  check({ connection: arrow, target: bucket }, graph, report) {
    if (graph.boolean(arrow, 'prefixPerUser') !== false) return;
    const access = graph.text(arrow, 'access');
    if (access === undefined || access === 'read') return;
    if (graph.text(arrow, 'role') !== 'authenticated') return;
    if (graph.boolean(arrow, 'shared') !== false) return;
    report({
      message: 'shared',
      property: 'prefixPerUser',
      data: { bucket: named(bucket) },
      fixes: [
        {
          title: 'Give each user a folder',
          edit: setProperty(arrow.id, 'prefixPerUser', true),
        },
        { title: 'The files are meant for all', edit: setProperty(arrow.id, 'shared', true) },
      ],
    });
  },
  examples: {
    good: [
      { title: 'a folder for each user', design: files({}) },
      { title: 'files for all', design: files({ prefixPerUser: false, shared: true }) },
      {
        title: 'access set by a parameter',
        design: files({ prefixPerUser: false, access: { Ref: 'Access' } }),
      },
    ],
    bad: [
      {
        title: 'one folder for all users',
        design: files({ prefixPerUser: false }),
        expect: ['shared'],
      },
    ],
  },
});
