import { availabilityZoneCount } from '../../graph/network.ts';
import { setProperty } from '../../model/edits/index.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** True when somebody outside waits for an answer of the design. */
const hasPublicEntry = (graph: Graph): boolean =>
  graph.nodes('http-api', 'websocket-api', 'cloudfront').length > 0 ||
  graph
    .nodes('rest-api')
    .some((api) => ['EDGE', 'REGIONAL'].includes(graph.text(api, 'endpointType') ?? ''));

const fixesFor = (
  graph: Graph,
  vpc: Node | undefined,
  subnets: readonly Node[],
): readonly Fix[] => {
  const [subnet] = subnets;
  if (subnet && graph.boolean(subnet, 'replicatePerAz') === false) {
    // An address range or a zone of its own would have to be chosen anew.
    const isPinned = graph.isSet(subnet, 'cidrBlock') || graph.isSet(subnet, 'availabilityZone');
    if (isPinned || subnets.length > 1) return [];
    return [
      {
        title: `Let ${named(subnet)} stand for one subnet in each zone`,
        edit: setProperty(subnet.id, 'replicatePerAz', true),
      },
    ];
  }
  return vpc && graph.number(vpc, 'maxAzs') === 1
    ? [{ title: `Spread ${named(vpc)} over two zones`, edit: setProperty(vpc.id, 'maxAzs', 2) }]
    : [];
};

const placed = (vpc: Parameters<typeof node>[2], subnet: Parameters<typeof node>[2]) =>
  design(
    node('http-api', 'shop', { name: 'shop' }),
    inside(
      node('vpc', 'net', vpc),
      inside(node('subnet', 'private', subnet), node('lambda', 'worker')),
    ),
  );

export const vpcSingleZone = defineRule({
  meta: {
    id: 'vpc/single-zone',
    severity: 'warning',
    messages: {
      single:
        '{node} runs in one Availability Zone only; give it a subnet in a second zone, so that it survives the loss of one.',
    },
    explain:
      'A zone is one or more data centres that can fail together. Functions outside a VPC are spread over zones by AWS; inside a VPC your choice of subnets decides. Two zones are the least for what people rely on.',
    docs: {
      title: 'Reliability pillar: deploy the workload to multiple locations',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
    },
  },
  // rds/subnets-and-zones speaks of databases and proxies, which AWS refuses in one zone.
  on: nodes('lambda', 'fargate-service', 'vpc-endpoint'),
  check(node, graph, report) {
    const subnets = graph.subnets(node);
    if (subnets.length === 0 && !graph.vpc(node)) return;
    if (node.kind === 'vpc-endpoint' && graph.text(node, 'vpcEndpointType') !== 'Interface') return;
    if (availabilityZoneCount(graph, node) !== 1 || !hasPublicEntry(graph)) return;
    report({
      message: 'single',
      data: { node: named(node) },
      fixes: fixesFor(graph, graph.vpc(node), subnets),
    });
  },
  examples: {
    good: [
      { title: 'a subnet in each of two zones', design: placed({}, {}) },
      { title: 'zones by a parameter', design: placed({ maxAzs: { Ref: 'Zones' } }, {}) },
      {
        title: 'nobody outside waits',
        design: design(
          inside(
            node('vpc', 'net'),
            inside(node('subnet', 'private', { replicatePerAz: false }), node('lambda', 'worker')),
          ),
        ),
      },
    ],
    bad: [
      { title: 'one subnet', design: placed({}, { replicatePerAz: false }), expect: ['single'] },
      {
        title: 'containers in one subnet',
        design: design(
          node('http-api', 'shop', { name: 'shop' }),
          inside(
            node('vpc', 'net', { natGateways: 1 }),
            inside(
              node('subnet', 'private', { replicatePerAz: false }),
              node('fargate-service', 'worker'),
            ),
          ),
        ),
        expect: ['single'],
      },
      { title: 'a VPC of one zone', design: placed({ maxAzs: 1 }, {}), expect: ['single'] },
    ],
  },
});
