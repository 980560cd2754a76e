import { availabilityZoneCount, subnetType } from '../../graph/network.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

const zoneFixes = (graph: Graph, balancer: Node): readonly Fix[] => {
  const [subnet, ...others] = graph.subnets(balancer);
  if (subnet && graph.boolean(subnet, 'replicatePerAz') === false) {
    // A range or a zone of its own would have to be chosen anew.
    if (
      others.length > 0 ||
      graph.isSet(subnet, 'cidrBlock') ||
      graph.isSet(subnet, 'availabilityZone')
    )
      return [];
    return [
      {
        title: `Let ${named(subnet)} stand for one subnet in each zone`,
        edit: setProperty(subnet.id, 'replicatePerAz', true),
      },
    ];
  }
  const vpc = graph.vpc(balancer);
  return vpc && graph.number(vpc, 'maxAzs') === 1
    ? [{ title: `Spread ${named(vpc)} over two zones`, edit: setProperty(vpc.id, 'maxAzs', 2) }]
    : [];
};

const placed = (
  balancer: Parameters<typeof node>[2],
  subnet: Parameters<typeof node>[2],
  vpc: Parameters<typeof node>[2] = {},
) =>
  design(
    inside(
      node('vpc', 'net', vpc),
      inside(node('subnet', 'in', subnet), node('alb', 'web', balancer)),
    ),
  );

export const albTwoZones = defineRule({
  meta: {
    id: 'alb/two-zones',
    severity: 'error',
    messages: {
      zones:
        '{node} has subnets in one Availability Zone, and AWS asks for two; give it a subnet in a second zone.',
      privateSubnet:
        '{node} is internet-facing, and the subnet {subnet} has no way to and from the internet; choose public subnets.',
    },
    explain:
      'An Application Load Balancer has a node in each of its zones, and AWS asks for two at least. An internet-facing one needs public subnets, whose route leads to an internet gateway; an internal one belongs into private ones.',
    docs: {
      title: 'Application Load Balancers: subnets for your load balancer',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
    },
    overlaps: ['E3680'],
  },
  on: nodes('alb', 'nlb'),
  check(balancer, graph, report) {
    if (!graph.vpc(balancer)) return;
    // A Network Load Balancer may stand in one zone.
    if (balancer.kind === 'alb' && availabilityZoneCount(graph, balancer) === 1)
      report({
        message: 'zones',
        data: { node: named(balancer) },
        fixes: zoneFixes(graph, balancer),
      });
    if (graph.text(balancer, 'scheme') !== 'internet-facing') return;
    const wrong = graph.subnets(balancer).find((subnet) => {
      const type = subnetType(graph, subnet);
      return type !== undefined && type !== 'public';
    });
    if (wrong)
      report({
        message: 'privateSubnet',
        property: 'scheme',
        data: { node: named(balancer), subnet: named(wrong) },
        fixes: [
          { title: 'Make it internal', edit: setProperty(balancer.id, 'scheme', 'internal') },
        ],
      });
  },
  examples: {
    good: [
      { title: 'public subnets in two zones', design: placed({}, { subnetType: 'public' }) },
      { title: 'an internal one in private subnets', design: placed({ scheme: 'internal' }, {}) },
      {
        title: 'zones by a parameter',
        design: placed({}, { subnetType: 'public' }, { maxAzs: { Ref: 'Zones' } }),
      },
    ],
    bad: [
      {
        title: 'one subnet',
        design: placed({}, { subnetType: 'public', replicatePerAz: false }),
        expect: ['zones'],
      },
      {
        title: 'a VPC of one zone',
        design: placed({}, { subnetType: 'public' }, { maxAzs: 1 }),
        expect: ['zones'],
      },
      { title: 'open, in private subnets', design: placed({}, {}), expect: ['privateSubnet'] },
      {
        title: 'an open Network Load Balancer in private subnets',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(
              node('subnet', 'in'),
              node('nlb', 'front', { scheme: 'internet-facing' }),
              node('fargate-service', 'shop'),
            ),
          ),
          connection('nlb--fargate-service', 'front', 'shop'),
        ),
        expect: ['privateSubnet'],
      },
    ],
  },
});
