import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const pool = (properties: object) =>
  design(node('cognito-identity-pool', 'pool', { ...properties }));

export const cognitoIdentityPoolNoSource = defineRule({
  meta: {
    id: 'cognito/identity-pool-no-source',
    severity: 'error',
    messages: {
      nobody:
        '{node}: nobody can get credentials, because no identity provider is connected and guests are not allowed; connect a user pool.',
    },
    explain:
      'An identity pool knows no users itself. It trusts others who say who somebody is: a user pool, Google and the like, a SAML or OIDC provider, or code of yours under a developer provider name. Without any of them, and without guests, it has nobody to give credentials to.',
    docs: {
      title: 'Amazon Cognito identity pools',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-identity.html',
    },
  },
  on: nodes('cognito-identity-pool'),
  check(subject, graph, report) {
    if (graph.boolean(subject, 'allowUnauthenticatedIdentities') !== false) return;
    const developer = graph.value(subject, 'developerProviderName');
    if (developer !== undefined && developer !== '') return;
    if (graph.incoming(subject, { mechanism: 'federation' }).length > 0) return;
    report({
      message: 'nobody',
      data: { node: named(subject) },
      fixes: [
        {
          title: 'Allow guests',
          edit: setProperty(subject.id, 'allowUnauthenticatedIdentities', true),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a user pool vouches for the users',
        design: design(
          node('cognito-user-pool', 'users'),
          node('cognito-identity-pool', 'pool'),
          connection('cognito-user-pool--cognito-identity-pool', 'users', 'pool'),
        ),
      },
      {
        title: 'guests by a parameter',
        design: pool({ allowUnauthenticatedIdentities: { Ref: 'Guests' } }),
      },
      {
        title: 'users of a sign-in of its own',
        design: pool({ developerProviderName: 'login.example.com' }),
      },
    ],
    bad: [{ title: 'nobody at all', design: pool({}), expect: ['nobody'] }],
  },
});
