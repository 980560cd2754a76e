import { pathOf } from '../../catalog/workflow/asl.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { formatBytes, named, utf8Length } from '../text.ts';
import { machineOf, steps, workflow } from './machine.ts';

export const sfnStateNamesAndSize = defineRule({
  meta: {
    id: 'sfn/state-names-and-size',
    severity: 'error',
    messages: {
      longName:
        '{node}: the state "{state}" has a name of {length} characters, and AWS allows 80; shorten it.',
      twice:
        '{node}: two states have the name "{state}"; names are unique in the whole definition, also in branches; rename one.',
      tooLong:
        '{node}: the definition has {size}, and AWS allows 1 MB; move a part into a workflow of its own.',
    },
    explain:
      'State names are unique in the whole definition, because the history of an execution refers to states by them, and they have at most 80 characters. A definition has at most 1 MB; a larger one is split into workflows that start each other.',
    docs: {
      title: 'Step Functions service quotas',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    const seen = new Set<string>();
    for (const state of machineOf(graph, node)?.states ?? []) {
      const { name } = state;
      const length = [...name].length;
      if (length > 80)
        report({
          message: 'longName',
          property: 'definition',
          path: pathOf(state),
          data: { node: named(node), state: name, length },
        });
      if (seen.has(name))
        report({
          message: 'twice',
          property: 'definition',
          path: pathOf(state),
          data: { node: named(node), state: name },
        });
      seen.add(name);
    }
    const definition = graph.value(node, 'definition');
    // As the export writes it.
    const text =
      machineOf(graph, node) && definition !== undefined && typeof definition !== 'string'
        ? JSON.stringify(definition, null, 2)
        : graph.text(node, 'definition');
    // No text of so few characters can be too large.
    if (text === undefined || text.length * 3 <= 1_048_576) return;
    const bytes = utf8Length(text);
    if (bytes > 1_048_576)
      report({
        message: 'tooLong',
        property: 'definition',
        data: { node: named(node), size: formatBytes(bytes) },
      });
  },
  examples: {
    good: [
      {
        title: 'two states in turn',
        design: workflow(steps('A', { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Succeed' } })),
      },
      { title: 'a definition from a parameter', design: workflow({ Ref: 'Definition' }) },
    ],
    bad: [
      {
        title: 'a long name',
        design: workflow(steps('A'.repeat(81), { ['A'.repeat(81)]: { Type: 'Succeed' } })),
        expect: ['longName'],
      },
      {
        title: 'a name that a branch has too',
        design: workflow(
          steps('A', {
            A: {
              Type: 'Parallel',
              End: true,
              Branches: [{ StartAt: 'A', States: { A: { Type: 'Succeed' } } }],
            },
          }),
        ),
        expect: ['twice'],
      },
      {
        title: 'a very long text',
        design: workflow(
          `{"StartAt":"A","Comment":"${'x'.repeat(1_048_576)}","States":{"A":{"Type":"Succeed"}}}`,
        ),
        expect: ['tooLong'],
      },
    ],
  },
});
