import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { wrongProperties } from './property-checks.ts';

export const modelPropertyType = defineRule({
  meta: {
    id: 'model/property-type',
    severity: 'error',
    messages: { wrong: '{node}: "{property}" is {actual}, expected {expected}; correct it.' },
    explain:
      'A number entered as text, a misspelt option or a leftover of another kind passes unnoticed in a drawing and fails at deployment. All other rules rely on the right types.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
    overlaps: ['E3012', 'E3030', 'E3002'],
  },
  on: nodes(),
  check(node, _graph, report, { catalog }) {
    const table = catalog.properties(node.kind);
    if (!table) return;
    for (const { property, actual, expected, fixes } of wrongProperties(node, node.kind, table))
      report({
        message: 'wrong',
        property,
        data: { node: named(node), property, actual, expected },
        fixes,
      });
  },
  examples: {
    good: [
      { title: 'a number', design: design(node('lambda', 'worker', { memorySize: 512 })) },
      {
        title: 'an intrinsic in the place of a number',
        design: design(node('lambda', 'worker', { memorySize: { Ref: 'Memory' } })),
      },
    ],
    bad: [
      {
        title: 'a text in the place of a number',
        design: design(node('lambda', 'worker', { memorySize: '512' })),
        expect: ['wrong'],
      },
      {
        title: 'a value that is not offered',
        design: design(node('lambda', 'worker', { architecture: 'ARM64' })),
        expect: ['wrong'],
      },
      {
        title: 'a property of nothing',
        design: design(node('lambda', 'worker', { memorysize: 512 })),
        expect: ['wrong'],
      },
    ],
  },
});
