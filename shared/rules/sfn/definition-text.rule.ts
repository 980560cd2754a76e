import { isJsonObject } from '../../lib/json.ts';
import { isIntrinsic } from '../../model/value.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { machineOf, steps, textOf, workflow } from './machine.ts';

export const sfnDefinitionText = defineRule({
  meta: {
    id: 'sfn/definition-text',
    severity: 'error',
    messages: {
      unreadable: '{node}: the definition cannot be read as {format}. Line {line}: {problem}',
      odd: {
        text: '{node}: line {line} of the definition: {problem}',
        severity: 'warning',
      },
      noObject:
        '{node}: the definition is not an object with StartAt and States; write one, or leave it empty to get one from the arrows.',
      tooMuch: {
        text: '{node}: the definition is too long to be checked here; AWS takes no more than 1 MB. Move a part into a workflow of its own.',
        severity: 'warning',
      },
    },
    explain:
      'A definition in the Amazon States Language is one object, written as JSON or as YAML. Both say the same; YAML may have remarks. AWS refuses a text that it cannot read. Placeholders such as ${OrdersArn} are filled in before, also where JSON wants a number.',
    docs: {
      title: 'Using Amazon States Language to define Step Functions workflows',
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html',
    },
  },
  on: nodes('state-machine'),
  check(node, graph, report) {
    const definition = graph.value(node, 'definition');
    if (!definition || isIntrinsic(definition)) return;
    const at = { property: 'definition' } as const;
    const text = textOf(graph, node);
    if (text?.isTooLong) report({ message: 'tooMuch', ...at, data: { node: named(node) } });
    for (const { line, problem } of text?.problems.slice(0, text.value === undefined ? 1 : 10) ??
      [])
      if (text?.value === undefined)
        report({
          message: 'unreadable',
          ...at,
          data: {
            node: named(node),
            format: text?.format === 'yaml' ? 'YAML' : 'JSON',
            line,
            problem,
          },
        });
      else report({ message: 'odd', ...at, data: { node: named(node), line, problem } });
    const value = text ? text.value : definition;
    if (value !== undefined && (!isJsonObject(value) || !machineOf(graph, node)))
      report({ message: 'noObject', ...at, data: { node: named(node) } });
  },
  examples: {
    good: [
      { title: 'an object', design: workflow(steps('A', { A: { Type: 'Succeed' } })) },
      {
        title: 'a JSON text with a placeholder for a number',
        design: workflow(
          '{"StartAt":"A","TimeoutSeconds": ${Seconds},"States":{"A":{"Type":"Succeed"}}}',
        ),
      },
      {
        title: 'a YAML text with a remark',
        design: workflow('# The whole way\nStartAt: A\nStates:\n  A:\n    Type: Succeed\n'),
      },
      { title: 'a definition from a parameter', design: workflow({ Ref: 'Definition' }) },
    ],
    bad: [
      {
        title: 'JSON with a comma too many',
        design: workflow('{\n  "StartAt": "A",\n}'),
        expect: ['unreadable'],
      },
      {
        title: 'YAML with a tab',
        design: workflow('StartAt: A\nStates:\n\tA:\n\t\tType: Succeed\n'),
        expect: ['unreadable'],
      },
      {
        title: 'a name that stands there twice',
        design: workflow('{"StartAt":"A","StartAt":"A","States":{"A":{"Type":"Succeed"}}}'),
        expect: ['odd'],
      },
      { title: 'a sentence', design: workflow('call the function'), expect: ['noObject'] },
      {
        title: 'two hundred thousand lines',
        design: workflow('#\n'.repeat(200_000)),
        expect: ['tooMuch'],
      },
    ],
  },
});
