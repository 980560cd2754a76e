import type { Graph, Node } from '../../graph/graph.ts';
import { type Cidr, cidrContains, cidrsOverlap, formatCidr, parseCidr } from '../../lib/cidr.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const privateRanges: readonly Cidr[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
].flatMap((text) => parseCidr(text) ?? []);

/** Another subnet of the VPC that shares addresses with the range. */
const overlapping = (graph: Graph, vpc: Node, node: Node, range: Cidr): Node | undefined =>
  graph.children(vpc).find((other) => {
    if (other.kind !== 'subnet' || other.id === node.id) return false;
    const text = graph.text(other, 'cidrBlock');
    const theirs = text === undefined ? undefined : parseCidr(text);
    return theirs !== undefined && cidrsOverlap(range, theirs);
  });

export const vpcCidr = defineRule({
  meta: {
    id: 'vpc/cidr',
    severity: 'error',
    messages: {
      invalid:
        '{node}: {range} is no range of IPv4 addresses with its host bits zero; write it like 10.0.0.0/16.',
      size: '{node}: {range} is too large or too small; AWS takes /16 to /28.',
      outside:
        '{node}: {range} lies outside {vpc}, which has {outer}; choose a part of that range.',
      overlap:
        '{node}: {range} overlaps with {other}; subnets of one VPC must not share addresses.',
      public: {
        severity: 'warning',
        text: '{node}: {range} is no private range; addresses of others on the internet could not be reached. Choose one of 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16.',
      },
    },
    explain:
      'A VPC has between /16 (65,536 addresses) and /28 (16). Subnets are slices of it and must not overlap. AWS keeps five addresses of each subnet for itself.',
    docs: {
      title: 'VPC CIDR blocks',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
    },
    overlaps: ['E3059'],
  },
  on: nodes('vpc', 'subnet'),
  check(node, graph, report) {
    const text = graph.text(node, 'cidrBlock');
    if (text === undefined) return;
    const data = { node: named(node), range: text };
    const range = parseCidr(text);
    if (!range || formatCidr(range) !== text) {
      report({ message: 'invalid', property: 'cidrBlock', data });
      return;
    }
    if (range.prefix < 16 || range.prefix > 28)
      report({ message: 'size', property: 'cidrBlock', data });
    if (node.kind === 'vpc') {
      if (!privateRanges.some((outer) => cidrContains(outer, range)))
        report({ message: 'public', property: 'cidrBlock', data });
      return;
    }
    const vpc = graph.vpc(node);
    const outerText = vpc && graph.text(vpc, 'cidrBlock');
    const outer = outerText === undefined ? undefined : parseCidr(outerText);
    if (vpc && outer && outerText !== undefined && !cidrContains(outer, range))
      report({
        message: 'outside',
        property: 'cidrBlock',
        data: { ...data, vpc: named(vpc), outer: outerText },
      });
    const other = vpc && overlapping(graph, vpc, node, range);
    if (other)
      report({ message: 'overlap', property: 'cidrBlock', data: { ...data, other: named(other) } });
  },
  examples: {
    good: [
      {
        title: 'slices that do not overlap',
        design: design(
          inside(
            node('vpc', 'net', { cidrBlock: '10.0.0.0/16' }),
            node('subnet', 'a', { cidrBlock: '10.0.0.0/24' }),
            node('subnet', 'b', { cidrBlock: '10.0.1.0/24' }),
          ),
        ),
      },
      {
        title: 'a range by a parameter',
        design: design(
          inside(
            node('vpc', 'net', { cidrBlock: { Ref: 'Range' } }),
            node('subnet', 'a', { cidrBlock: '10.0.0.0/24' }),
          ),
        ),
      },
    ],
    bad: [
      {
        title: 'no range',
        design: design(node('vpc', 'net', { cidrBlock: '10.0.0.0' })),
        expect: ['invalid'],
      },
      {
        title: 'too large',
        design: design(node('vpc', 'net', { cidrBlock: '10.0.0.0/8' })),
        expect: ['size'],
      },
      {
        title: 'outside of the VPC',
        design: design(
          inside(
            node('vpc', 'net', { cidrBlock: '10.0.0.0/16' }),
            node('subnet', 'a', { cidrBlock: '10.1.0.0/24' }),
          ),
        ),
        expect: ['outside'],
      },
      {
        title: 'two that overlap',
        design: design(
          inside(
            node('vpc', 'net', { cidrBlock: '10.0.0.0/16' }),
            node('subnet', 'a', { cidrBlock: '10.0.0.0/24' }),
            node('subnet', 'b', { cidrBlock: '10.0.0.128/25' }),
          ),
        ),
        expect: ['overlap', 'overlap'],
      },
      {
        title: 'a public range',
        design: design(node('vpc', 'net', { cidrBlock: '8.8.0.0/16' })),
        expect: ['public'],
      },
    ],
  },
});
