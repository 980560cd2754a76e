import { sequence, setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const notes = (arrow: object, table: object = { perUserKey: true }) =>
  design(
    node('cognito-user-pool', 'users'),
    node('cognito-identity-pool', 'pool'),
    node('dynamodb-table', 'notes', { ...table }),
    connection('cognito-user-pool--cognito-identity-pool', 'users', 'pool'),
    connection('cognito-identity-pool--dynamodb-table', 'pool', 'notes', { ...arrow }),
  );

export const iamRowLevelSecurity = defineRule({
  meta: {
    id: 'iam/row-level-security',
    severity: 'warning',
    messages: {
      allRows:
        'Every signed-in user can reach all rows of {table}; keep each user to own rows (dynamodb:LeadingKeys).',
      sharedKey:
        'Users reach only rows of {table} whose partition key is their identity id; make the key so, and say it in perUserKey.',
    },
    explain:
      'All users share one role, so its policy must hold a variable. The condition dynamodb:LeadingKeys compares the partition key of each request with the identity id of who asks, which IAM puts in and nobody can choose: row-level security. It works only where the partition key is that id.',
    docs: {
      title: 'Using IAM policy conditions for fine-grained access control',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html',
    },
  },
  on: connections({ type: 'cognito-identity-pool--dynamodb-table' }),
  check({ connection: arrow, target: table }, graph, report) {
    const limited = graph.boolean(arrow, 'rowLevelSecurity');
    if (limited === false && graph.text(arrow, 'role') === 'authenticated')
      report({
        message: 'allRows',
        property: 'rowLevelSecurity',
        data: { table: named(table) },
        fixes: [
          {
            title: 'Keep users to their own rows',
            edit: sequence(
              setProperty(arrow.id, 'rowLevelSecurity', true),
              setProperty(table.id, 'perUserKey', true),
            ),
          },
        ],
      });
    if (limited === true && graph.boolean(table, 'perUserKey') === false)
      report({
        message: 'sharedKey',
        at: table,
        property: 'perUserKey',
        data: { table: named(table) },
        fixes: [
          {
            title: 'The partition key is the identity id',
            edit: setProperty(table.id, 'perUserKey', true),
          },
        ],
      });
  },
  examples: {
    good: [
      { title: 'own rows, by a key that is the identity id', design: notes({}) },
      {
        title: 'settings that come from parameters',
        design: notes({ rowLevelSecurity: { Ref: 'Rows' } }, { perUserKey: { Ref: 'PerUser' } }),
      },
    ],
    bad: [
      {
        title: 'all rows',
        design: notes({ rowLevelSecurity: false }),
        expect: ['allRows'],
      },
      { title: 'a key of another sort', design: notes({}, {}), expect: ['sharedKey'] },
    ],
  },
});
