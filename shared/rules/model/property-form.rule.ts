import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { wrongForms } from './property-checks.ts';

export const modelPropertyForm = defineRule({
  meta: {
    id: 'model/property-form',
    severity: 'warning',
    messages: {
      wrong: '{node}: "{property}" is {actual}, which has not the form that AWS takes. {form}',
    },
    explain:
      'AWS looks at names, addresses and the like letter by letter, and refuses those of another form when the stack is deployed. The form that is meant stands beside the field, and in the finding in words.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
    overlaps: ['E3031'],
  },
  on: nodes(),
  check(node, graph, report, { catalog }) {
    const table = catalog.properties(node.kind);
    if (!table) return;
    for (const { property, actual, form, path } of wrongForms(node, node.kind, graph, table))
      report({
        message: 'wrong',
        property,
        path,
        data: { node: named(node), property, actual, form },
      });
  },
  examples: {
    good: [
      {
        title: 'the name of a stage',
        design: design(node('websocket-api', 'chat', { stageName: 'live' })),
      },
      {
        title: 'an intrinsic in the place of a name',
        design: design(node('websocket-api', 'chat', { stageName: { Ref: 'Stage' } })),
      },
      {
        title: 'a form that does not count here',
        design: design(node('event-bus', 'bus', { busType: 'default', name: 'no such name' })),
      },
    ],
    bad: [
      {
        title: 'a stage with a blank in its name',
        design: design(node('websocket-api', 'chat', { stageName: 'live now' })),
        expect: ['wrong'],
      },
      {
        title: 'one of several policies that is no ARN',
        design: design(
          node('iam-role', 'reader', {
            assumedBy: 'service',
            managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'ReadOnlyAccess'],
          }),
        ),
        expect: ['wrong'],
      },
    ],
  },
});
