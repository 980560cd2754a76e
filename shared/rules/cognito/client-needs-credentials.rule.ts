import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Clients that run code of ours on a device of the user's, where no key may be kept. */
const onUserDevice = ['browser', 'mobile'];
/** Ways to sign requests without keys in the app. */
const withCredentials = ['aws-credentials', 'third-party-token'];

const photos = (client: object, method: string) =>
  design(
    node('client', 'app', { ...client }),
    node('s3-bucket', 'photos'),
    connection('client--s3-bucket', 'app', 'photos', { method }),
  );

export const cognitoClientNeedsCredentials = defineRule({
  meta: {
    id: 'cognito/client-needs-credentials',
    severity: 'error',
    messages: {
      none: '{client} has no AWS credentials for {target}; put an API with a function in between, or give signed-in users credentials of a Cognito identity pool.',
    },
    explain:
      'The APIs of AWS accept only requests that are signed with AWS credentials. A user pool says who the user is, but its token is no such credential. Keys in an app can be read by everybody who has the app. So an app either calls an API whose function has the permissions, or exchanges its token for short-lived credentials of an IAM role.',
    docs: {
      title: 'Amazon Cognito identity pools',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html',
    },
  },
  on: connections({ from: 'client', mechanism: ['iam-data-access', 'direct-invoke'] }),
  check({ connection: access, source: client, target }, graph, report) {
    const type = graph.text(client, 'clientType');
    const authMode = graph.text(client, 'authMode');
    if (type === undefined || !onUserDevice.includes(type)) return;
    if (authMode === undefined || withCredentials.includes(authMode)) return;
    if (graph.targets(client, { kind: 'cognito-identity-pool' }).length > 0) return;
    const isBucket = target.kind === 's3-bucket';
    if (isBucket) {
      if (graph.text(access, 'method') !== 'sdk-credentials') return;
      const isPublic = [
        graph.value(target, 'websiteHosting'),
        graph.value(target, 'publicWebsite'),
      ];
      if (isPublic.some((value) => value !== false)) return;
    }
    report({
      message: 'none',
      data: { client: named(client), target: named(target) },
      fixes: isBucket
        ? [
            {
              title: 'Use presigned URLs that the server hands out',
              edit: setProperty(access.id, 'method', 'presigned-url'),
            },
          ]
        : [],
    });
  },
  examples: {
    good: [
      { title: 'presigned URLs', design: photos({}, 'presigned-url') },
      {
        title: 'credentials for signed-in users',
        design: photos({ authMode: 'aws-credentials' }, 'sdk-credentials'),
      },
      {
        title: 'credentials of an identity pool',
        design: design(
          node('client', 'app'),
          node('cognito-user-pool', 'users'),
          node('cognito-identity-pool', 'pool'),
          node('s3-bucket', 'photos'),
          connection('cognito-user-pool--cognito-identity-pool', 'users', 'pool'),
          connection('client--cognito-identity-pool', 'app', 'pool'),
          connection('client--s3-bucket', 'app', 'photos', { method: 'sdk-credentials' }),
        ),
      },
      {
        title: 'a kind of client set by a parameter',
        design: photos({ clientType: { Ref: 'Client' } }, 'sdk-credentials'),
      },
    ],
    bad: [
      {
        title: 'a browser and a bucket',
        design: photos({}, 'sdk-credentials'),
        expect: ['none'],
      },
      {
        title: 'an app and a table',
        design: design(
          node('client', 'app', { clientType: 'mobile', authMode: 'cognito-token' }),
          node('dynamodb-table', 'orders'),
          connection('client--dynamodb-table', 'app', 'orders'),
        ),
        expect: ['none'],
      },
    ],
  },
});
