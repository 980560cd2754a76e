import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections, type Link } from '../on.ts';
import { defineRule, type Graph } from '../rule.ts';
import { named } from '../text.ts';

const toBucket = 'cognito-identity-pool--s3-bucket';
const toTable = 'cognito-identity-pool--dynamodb-table';

/** What guests may do there, in words; undefined where that is what guests are for. */
const accessOf = ({ connection: arrow }: Link, graph: Graph): string | undefined => {
  // The schema of a GraphQL API says for each field whom it is for.
  if (arrow.type === 'cognito-identity-pool--appsync-api') return undefined;
  if (arrow.type !== toBucket && arrow.type !== toTable) return 'use';
  const access = graph.text(arrow, 'access');
  if (access === undefined) return undefined;
  if (access !== 'read') return 'change what is in';
  return arrow.type === toTable ? 'read' : undefined;
};

const guests = (type: string, kind: string, properties: object, pool: object = {}) =>
  design(
    node('cognito-identity-pool', 'pool', { allowUnauthenticatedIdentities: true, ...pool }),
    node(kind, 'target'),
    connection(type, 'pool', 'target', { role: 'unauthenticated', ...properties }),
  );

export const cognitoGuestAccess = defineRule({
  meta: {
    id: 'cognito/guest-access',
    severity: 'warning',
    messages: {
      open: '{pool}: guests may {access} {target}, and so may everybody on the internet; let signed-in users do it, or limit guests to reading public files.',
      noGuests: {
        text: '{pool} lets guests use {target}, but gives guests no credentials; allow guests, or let signed-in users do it.',
        severity: 'error',
      },
    },
    explain:
      'Guest credentials are given to anyone who knows the id of the identity pool, and the id is in every app that uses it. Whatever the role for guests may do, the whole internet may do. To write as a guest also opens the door to large bills.',
    docs: {
      title: 'IAM roles - Amazon Cognito identity pools',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html',
    },
    overlaps: ['AwsSolutions-COG7', 'CKV_AWS_366'],
  },
  on: connections({ from: 'cognito-identity-pool', mechanism: 'iam-data-access' }),
  check(link, graph, report) {
    const { connection: arrow, source: pool, target } = link;
    if (!arrow.type.startsWith('cognito-identity-pool--')) return;
    if (graph.text(arrow, 'role') !== 'unauthenticated') return;
    const allowed = graph.boolean(pool, 'allowUnauthenticatedIdentities');
    const data = { pool: named(pool), target: named(target) };
    const signedIn = {
      title: 'Let signed-in users do it',
      edit: setProperty(arrow.id, 'role', 'authenticated'),
    };
    if (allowed === false) {
      const allow = setProperty(pool.id, 'allowUnauthenticatedIdentities', true);
      report({
        message: 'noGuests',
        property: 'role',
        data,
        fixes: [signedIn, { title: 'Allow guests', edit: allow }],
      });
      return;
    }
    const access = allowed === true ? accessOf(link, graph) : undefined;
    if (access === undefined) return;
    report({
      message: 'open',
      property: 'role',
      data: { ...data, access },
      fixes: [
        ...(arrow.type === toBucket
          ? [{ title: 'Let guests read only', edit: setProperty(arrow.id, 'access', 'read') }]
          : []),
        signedIn,
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'guests read public files',
        design: guests(toBucket, 's3-bucket', {
          access: 'read',
          prefix: 'public',
          prefixPerUser: false,
        }),
      },
      {
        title: 'a role set by a parameter',
        design: guests('cognito-identity-pool--sqs-queue', 'sqs-queue', {
          role: { Ref: 'Who' },
        }),
      },
    ],
    bad: [
      {
        title: 'guests write files',
        design: guests(toBucket, 's3-bucket', {}),
        expect: ['open'],
      },
      {
        title: 'guests send messages',
        design: guests('cognito-identity-pool--sqs-queue', 'sqs-queue', {}),
        expect: ['open'],
      },
      {
        title: 'guests of a pool without guests',
        design: guests(
          toBucket,
          's3-bucket',
          { access: 'read' },
          { allowUnauthenticatedIdentities: false, developerProviderName: 'login' },
        ),
        expect: ['noGuests'],
      },
    ],
  },
});
