import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { wrongForms } from './property-checks.ts';

const resolver = (fieldName: Parameters<typeof node>[2]) =>
  design(
    node('appsync-api', 'shop'),
    node('lambda', 'orders'),
    connection('appsync-api--lambda', 'shop', 'orders', { typeName: 'Query', ...fieldName }),
  );

export const modelConnectionPropertyForm = defineRule({
  meta: {
    id: 'model/connection-property-form',
    severity: 'warning',
    messages: {
      wrong:
        'The connection from {source} to {target}: "{property}" is {actual}, which has not the form that AWS takes. {form}',
    },
    explain:
      'AWS looks at paths, names, addresses and the like letter by letter, and refuses those of another form when the stack is deployed. The form that is meant stands beside the field, and in the finding in words.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
    overlaps: ['E3031'],
  },
  on: connections(),
  check({ connection, source, target }, graph, report, { catalog }) {
    const table = catalog.connectionType(connection.type) && catalog.properties(connection.type);
    if (!table) return;
    for (const { property, actual, form, path } of wrongForms(
      connection,
      connection.type,
      graph,
      table,
    ))
      report({
        message: 'wrong',
        property,
        path,
        data: { source: named(source), target: named(target), property, actual, form },
      });
  },
  examples: {
    good: [
      { title: 'a field', design: resolver({ fieldName: 'getOrder' }) },
      { title: 'an intrinsic', design: resolver({ fieldName: { Ref: 'Field' } }) },
    ],
    bad: [
      {
        title: 'a field with a hyphen',
        design: resolver({ fieldName: 'get-order' }),
        expect: ['wrong'],
      },
    ],
  },
});
