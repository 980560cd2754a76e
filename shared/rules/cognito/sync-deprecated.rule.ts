import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const pool = (properties: object) =>
  design(node('cognito-identity-pool', 'pool', { developerProviderName: 'login', ...properties }));

export const cognitoSyncDeprecated = defineRule({
  meta: {
    id: 'cognito/sync-deprecated',
    severity: 'warning',
    messages: {
      sync: '{node}: Cognito Sync is not recommended any more; keep the data of users in step with AppSync.',
    },
    explain:
      'Cognito Sync kept small sets of data of a user in step between devices. AWS recommends AppSync in its place: it does the same, and users can also share data, hear of changes at once and work offline.',
    docs: {
      title: 'Amazon Cognito Sync',
      url: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sync.html',
    },
  },
  on: nodes('cognito-identity-pool'),
  check(subject, graph, report) {
    if (graph.boolean(subject, 'cognitoSync') !== true) return;
    report({
      message: 'sync',
      property: 'cognitoSync',
      data: { node: named(subject) },
      fixes: [
        { title: 'Do without Cognito Sync', edit: setProperty(subject.id, 'cognitoSync', false) },
      ],
    });
  },
  examples: {
    good: [
      { title: 'without', design: pool({}) },
      { title: 'set by a parameter', design: pool({ cognitoSync: { Ref: 'Sync' } }) },
    ],
    bad: [{ title: 'with', design: pool({ cognitoSync: true }), expect: ['sync'] }],
  },
});
