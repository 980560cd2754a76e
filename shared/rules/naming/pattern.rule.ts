import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix } from '../rule.ts';
import { formatNumber, named } from '../text.ts';
import { type PhysicalName, physicalNames, sanitise } from './physical-name.ts';

const problemOf = (
  name: string,
  { pattern, longest, shortest = 1, characters }: PhysicalName,
): string | undefined => {
  if (!pattern.test(name)) return `only ${characters} are allowed`;
  if (name.length <= longest && name.length >= shortest) return undefined;
  return `${shortest} to ${formatNumber(longest)} characters are allowed`;
};

export const namingPattern = defineRule({
  meta: {
    id: 'naming/pattern',
    severity: 'error',
    messages: {
      refused: '{node}: AWS does not take the name "{name}": {problem}.',
    },
    explain:
      'Each service has its own rules for names. Names that CloudFormation makes always fit, and a name of yours has a price: a change that needs a new resource then fails, because the old one still has the name. Give one only when something outside refers to it.',
    docs: {
      title: 'Name type',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html',
    },
    overlaps: ['E3031', 'E3033'],
  },
  on: nodes(...Object.keys(physicalNames)),
  check(node, graph, report, { catalog }) {
    const rules = physicalNames[node.kind];
    const name = rules && graph.text(node, rules.property);
    if (!rules || name === undefined) return;
    const problem = problemOf(name, rules);
    if (problem === undefined) return;
    const better = sanitise(name, rules);
    const isRequired = catalog.properties(node.kind)?.[rules.property]?.required === true;
    const fixes: readonly Fix[] = [
      ...(problemOf(better, rules) === undefined
        ? [{ title: `Name it ${better}`, edit: setProperty(node.id, rules.property, better) }]
        : []),
      ...(isRequired
        ? []
        : [{ title: 'Let CloudFormation name it', edit: unsetProperty(node.id, rules.property) }]),
    ];
    report({
      message: 'refused',
      property: rules.property,
      data: { node: named(node), name, problem },
      fixes,
    });
  },
  examples: {
    good: [
      {
        title: 'a plain name',
        design: design(node('lambda', 'fn', { functionName: 'orders-create' })),
      },
      {
        title: 'a name set by a parameter',
        design: design(node('dynamodb-table', 'orders', { tableName: { Ref: 'Table' } })),
      },
      {
        title: 'a FIFO queue',
        design: design(node('sqs-queue', 'q', { fifoQueue: true, queueName: 'orders.fifo' })),
      },
    ],
    bad: [
      {
        title: 'a space',
        design: design(node('lambda', 'fn', { functionName: 'orders create!' })),
        expect: ['refused'],
      },
      {
        title: 'too short',
        design: design(node('dynamodb-table', 'orders', { tableName: 'o' })),
        expect: ['refused'],
      },
      {
        title: 'too long',
        design: design(node('state-machine', 'flow', { stateMachineName: 'x'.repeat(81) })),
        expect: ['refused'],
      },
    ],
  },
});
