import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { missingProperties } from './property-checks.ts';

export const modelRequiredProperty = defineRule({
  meta: {
    id: 'model/required-property',
    severity: 'error',
    messages: { missing: '{node}: "{property}" is required; enter a value.' },
    explain:
      'AWS refuses to create the resource without this value, and there is no default to fall back on. The finding is gone as soon as a valid value is entered.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
    overlaps: ['E3003'],
  },
  on: nodes(),
  check(node, graph, report, { catalog }) {
    const table = catalog.properties(node.kind);
    if (!table) return;
    for (const { property, fixes } of missingProperties(node, graph, table))
      report({ message: 'missing', property, data: { node: named(node), property }, fixes });
  },
  examples: {
    good: [
      {
        title: 'a zone with its name',
        design: design(node('hosted-zone', 'zone', { name: 'example.com' })),
      },
      {
        title: 'a name that a parameter gives',
        design: design(node('hosted-zone', 'zone', { name: { Ref: 'ZoneName' } })),
      },
    ],
    bad: [
      {
        title: 'a zone without a name',
        design: design(node('hosted-zone', 'zone', { name: '' })),
        expect: ['missing'],
      },
    ],
  },
});
