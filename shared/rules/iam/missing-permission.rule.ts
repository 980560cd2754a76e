import { permissionsOfConnection } from '../../catalog/permissions.ts';
import { unsetProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { listOf, named } from '../text.ts';

export const iamMissingPermission = defineRule({
  meta: {
    id: 'iam/missing-permission',
    severity: 'error',
    messages: {
      none: '{source} may not {actions} on {target}, because the permissions of this connection are switched off; let Isobar generate them, or say that they are custom.',
    },
    explain:
      'AWS denies everything that is not allowed. A service that pushes events needs a permission in the policy of the target; code and pollers need one in their execution role. Isobar writes both from the arrows. With permissions set to none nobody writes them, and the first call is refused.',
    docs: {
      title: 'Managing permissions in AWS Lambda',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-permissions.html',
    },
    overlaps: ['W3664'],
  },
  on: connections(),
  check({ connection, source, target }, graph, report, { catalog }) {
    if (!catalog.connectionType(connection.type)) return;
    if (graph.text(connection, 'permissions') !== 'none') return;
    const needed = permissionsOfConnection(graph, connection).filter(
      ({ principal }) => principal.kind !== 'caller',
    );
    const actions = [...new Set(needed.flatMap((permission) => permission.actions))];
    if (actions.length === 0) return;
    report({
      message: 'none',
      property: 'permissions',
      data: {
        source: named(source),
        target: named(target),
        actions: listOf(actions.length > 3 ? [...actions.slice(0, 2), 'others'] : actions),
      },
      fixes: [
        {
          title: 'Let Isobar generate the permissions',
          edit: unsetProperty(connection.id, 'permissions'),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'generated permissions',
        design: design(
          node('lambda', 'worker'),
          node('dynamodb-table', 'orders'),
          connection('lambda--dynamodb-table', 'worker', 'orders'),
        ),
      },
      {
        title: 'permissions that the user writes',
        design: design(
          node('lambda', 'worker'),
          node('dynamodb-table', 'orders'),
          connection('lambda--dynamodb-table', 'worker', 'orders', { permissions: 'custom' }),
        ),
      },
      {
        title: 'permissions by a parameter',
        design: design(
          node('lambda', 'worker'),
          node('dynamodb-table', 'orders'),
          connection('lambda--dynamodb-table', 'worker', 'orders', { permissions: { Ref: 'P' } }),
        ),
      },
    ],
    bad: [
      {
        title: 'no permissions',
        design: design(
          node('lambda', 'worker'),
          node('dynamodb-table', 'orders'),
          connection('lambda--dynamodb-table', 'worker', 'orders', { permissions: 'none' }),
        ),
        expect: ['none'],
      },
    ],
  },
});
