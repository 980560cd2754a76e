import { deleteItems } from '../../model/edits/index.ts';
import { isReference } from '../catalog-facts.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Kinds that do their work by being there. */
const silent = new Set([
  'vpc',
  'subnet',
  'security-group',
  'secret',
  'kms-key',
  'log-group',
  'nat-gateway',
  'internet-gateway',
  'vpc-endpoint',
]);

export const modelIsolatedNode = defineRule({
  meta: {
    id: 'model/isolated-node',
    severity: 'info',
    messages: { alone: '{node} is connected to nothing; connect it or remove it.' },
    explain:
      'A service without a connection is still created and may still cost money, but nothing in this design uses it. In a first sketch this is normal, in a finished design it is usually forgotten.',
    docs: { title: 'Rules about the design itself', url: 'docs/rules.md#model' },
  },
  on: nodes(),
  check(node, graph, report, { catalog }) {
    if (silent.has(node.kind)) return;
    if (graph.outgoing(node).length > 0 || graph.incoming(node).length > 0) return;
    if (graph.children(node).length > 0 || graph.nodes().length < 2) return;
    report({
      message: 'alone',
      data: { node: named(node) },
      fixes: [
        {
          title: `Remove ${named(node)}`,
          edit: deleteItems([node.id], { isReference: isReference(catalog) }),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'a queue that feeds a function',
        design: design(
          node('sqs-queue', 'orders'),
          node('lambda', 'worker', { timeout: { Ref: 'Seconds' } }),
          connection('sqs-queue--lambda', 'orders', 'worker'),
        ),
      },
      { title: 'the first node of a design', design: design(node('lambda', 'worker')) },
      {
        title: 'a NAT gateway in its VPC',
        design: design(
          inside(node('vpc', 'net'), node('nat-gateway', 'nat', { availabilityMode: 'regional' })),
        ),
      },
    ],
    bad: [
      {
        title: 'a queue beside an API and a function',
        design: design(
          node('http-api', 'api', { name: 'api' }),
          node('lambda', 'worker'),
          connection('http-api--lambda', 'api', 'worker'),
          node('sqs-queue', 'forgotten'),
        ),
        expect: ['alone'],
      },
    ],
  },
});
