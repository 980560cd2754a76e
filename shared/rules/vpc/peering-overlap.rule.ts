import type { Graph, Node } from '../../graph/graph.ts';
import { cidrsOverlap, parseCidr } from '../../lib/cidr.ts';
import type { Json } from '../../lib/json.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Fix } from '../rule.ts';
import { named } from '../text.ts';

/** The first /16 of 10.0.0.0/8 that no VPC of the design touches. */
const moves = (graph: Graph, vpc: Node): readonly Fix[] => {
  const taken = graph
    .nodes('vpc')
    .flatMap((other) => parseCidr(graph.text(other, 'cidrBlock') ?? '') ?? []);
  if (graph.children(vpc).some((child) => graph.isSet(child, 'cidrBlock'))) return [];
  for (let second = 0; second < 256; second += 1) {
    const text = `10.${second}.0.0/16`;
    const range = parseCidr(text);
    if (range && taken.every((other) => !cidrsOverlap(range, other)))
      return [
        {
          title: `Give ${named(vpc)} the range ${text}`,
          edit: setProperty(vpc.id, 'cidrBlock', text),
        },
      ];
  }
  return [];
};

const peered = (one: string, two: Json) =>
  design(
    node('vpc', 'one', { cidrBlock: one }),
    node('vpc', 'two', { cidrBlock: two }),
    connection('vpc--vpc', 'one', 'two'),
  );

export const vpcPeeringOverlap = defineRule({
  meta: {
    id: 'vpc/peering-overlap',
    severity: 'error',
    messages: {
      overlap:
        '{source} ({from}) and {target} ({to}) share addresses, and AWS peers no such VPCs; give one of them another range.',
    },
    explain:
      'Peering works by routes: an address must lead to one of the two networks. When both have it, nobody can say which is meant, so AWS refuses the connection.',
    docs: {
      title: 'VPC peering basics',
      url: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
    },
  },
  on: connections({ type: 'vpc--vpc' }),
  check({ source, target }, graph, report) {
    const from = graph.text(source, 'cidrBlock');
    const to = graph.text(target, 'cidrBlock');
    const a = from === undefined ? undefined : parseCidr(from);
    const b = to === undefined ? undefined : parseCidr(to);
    if (!a || !b || from === undefined || to === undefined || !cidrsOverlap(a, b)) return;
    report({
      message: 'overlap',
      at: target,
      property: 'cidrBlock',
      data: { source: named(source), from, target: named(target), to },
      fixes: moves(graph, target),
    });
  },
  examples: {
    good: [
      { title: 'ranges of their own', design: peered('10.0.0.0/16', '10.1.0.0/16') },
      { title: 'a range by a parameter', design: peered('10.0.0.0/16', { Ref: 'Range' }) },
    ],
    bad: [
      {
        title: 'the same range',
        design: peered('10.0.0.0/16', '10.0.0.0/16'),
        expect: ['overlap'],
      },
    ],
  },
});
