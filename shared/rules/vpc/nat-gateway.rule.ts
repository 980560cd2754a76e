import type { Json } from '../../lib/json.ts';
import { reparent, setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const inSubnet = (subnetType: Json) =>
  design(
    inside(
      node('vpc', 'net', { natGateways: 0 }),
      node('subnet', 'open', { subnetType: 'public' }),
      inside(node('subnet', 'here', { subnetType }), node('nat-gateway', 'nat')),
    ),
  );

export const vpcNatGateway = defineRule({
  meta: {
    id: 'vpc/nat-gateway',
    severity: 'error',
    messages: {
      notPublic:
        '{node} stands in {subnet}, which is not public, and has no way to the internet itself; place it in a public subnet.',
    },
    explain:
      'A NAT gateway itself needs the way to the internet that it offers to others: it stands in a public subnet, and private subnets route to it.',
    docs: {
      title: 'NAT gateways',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    },
  },
  on: nodes('nat-gateway'),
  check(node, graph, report) {
    if (graph.text(node, 'connectivityType') !== 'public') return;
    if (graph.text(node, 'availabilityMode') !== 'zonal') return;
    const subnet = graph.container(node, 'subnet');
    const type = subnet && graph.text(subnet, 'subnetType');
    if (!subnet || type === undefined || type === 'public') return;
    const vpc = graph.vpc(node);
    const open =
      vpc &&
      graph
        .children(vpc)
        .find((other) => other.kind === 'subnet' && graph.text(other, 'subnetType') === 'public');
    report({
      message: 'notPublic',
      data: { node: named(node), subnet: named(subnet) },
      fixes: [
        ...(open
          ? [{ title: `Place it in ${named(open)}`, edit: reparent([node.id], open.id) }]
          : []),
        // What else stands in the subnet may be meant to be private.
        ...(graph.children(subnet).length === 1
          ? [
              {
                title: `Make ${named(subnet)} public`,
                edit: setProperty(subnet.id, 'subnetType', 'public'),
              },
            ]
          : []),
      ],
    });
  },
  examples: {
    good: [
      { title: 'a public subnet', design: inSubnet('public') },
      { title: 'a kind of subnet by a parameter', design: inSubnet({ Ref: 'Type' }) },
    ],
    bad: [
      { title: 'a private subnet', design: inSubnet('private-with-egress'), expect: ['notPublic'] },
      {
        title: 'a private subnet, and no other',
        design: design(
          inside(
            node('vpc', 'net', { natGateways: 0 }),
            inside(node('subnet', 'here'), node('nat-gateway', 'nat')),
          ),
        ),
        expect: ['notPublic'],
      },
    ],
  },
});
