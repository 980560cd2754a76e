import { availabilityZoneCount } from '../../graph/network.ts';
import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const placed = (vpc: Parameters<typeof node>[2], subnet: Parameters<typeof node>[2]) =>
  design(
    inside(
      node('vpc', 'net', vpc),
      inside(
        node('subnet', 'data', { subnetType: 'isolated', ...subnet }),
        node('rds-instance', 'db'),
      ),
    ),
  );

export const rdsSubnetsAndZones = defineRule({
  meta: {
    id: 'rds/subnets-and-zones',
    severity: 'error',
    messages: {
      zones:
        '{node} has subnets in {zones} Availability Zone, and AWS asks for two; let the subnet stand for one in each zone, or add a subnet in another zone.',
    },
    explain:
      'RDS asks for subnets in two zones even for a single instance, so that it can be moved or made Multi-AZ later. A proxy needs two to survive the loss of one.',
    docs: {
      title: 'Working with a DB instance in a VPC',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    },
  },
  on: nodes('rds-instance', 'aurora-cluster', 'rds-proxy'),
  check(node, graph, report) {
    const subnets = graph.subnets(node);
    const zones = availabilityZoneCount(graph, node);
    if (subnets.length === 0 || zones === undefined || zones >= 2) return;
    const vpc = graph.vpc(node);
    const [subnet] = subnets;
    report({
      message: 'zones',
      data: { node: named(node), zones },
      fixes: [
        ...(subnet && graph.boolean(subnet, 'replicatePerAz') === false
          ? [
              {
                title: `Let ${named(subnet)} stand for one subnet in each zone`,
                edit: setProperty(subnet.id, 'replicatePerAz', true),
              },
            ]
          : []),
        ...(vpc && (graph.number(vpc, 'maxAzs') ?? 2) < 2
          ? [
              {
                title: `Spread ${named(vpc)} over two zones`,
                edit: setProperty(vpc.id, 'maxAzs', 2),
              },
            ]
          : []),
      ].slice(0, 1),
    });
  },
  examples: {
    good: [
      { title: 'a subnet in each of two zones', design: placed({}, {}) },
      {
        title: 'a number of zones by a parameter',
        design: placed({ maxAzs: { Ref: 'Zones' } }, {}),
      },
    ],
    bad: [
      { title: 'one subnet', design: placed({}, { replicatePerAz: false }), expect: ['zones'] },
      { title: 'a VPC of one zone', design: placed({ maxAzs: 1 }, {}), expect: ['zones'] },
    ],
  },
});
