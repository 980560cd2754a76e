import { isLinked } from '../../graph/network.ts';
import { connection, design, inside, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const twoVpcs = (...more: ReturnType<typeof connection>[]) =>
  design(
    inside(
      node('vpc', 'one', { cidrBlock: '10.1.0.0/16' }),
      inside(node('subnet', 'app'), node('lambda', 'query')),
    ),
    inside(
      node('vpc', 'two', { cidrBlock: '10.2.0.0/16' }),
      inside(node('subnet', 'data'), node('rds-instance', 'db')),
    ),
    connection('lambda--rds-instance--network', 'query', 'db'),
    ...more,
  );

export const vpcCrossVpcEdge = defineRule({
  meta: {
    id: 'vpc/cross-vpc-edge',
    severity: 'error',
    messages: {
      apart:
        '{source} and {target} are in different VPCs that are not joined; use one VPC, or connect the two by peering.',
    },
    explain:
      'VPCs are isolated networks. Peering connects two of them when their address ranges do not overlap; a transit gateway connects many. Peering is not transitive.',
    docs: {
      title: 'VPC peering basics',
      url: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
    },
  },
  on: connections({
    from: 'lambda',
    to: ['rds-instance', 'aurora-cluster', 'efs-file-system'],
    mechanism: ['network-access', 'file-system-mount'],
  }),
  check({ source, target }, graph, report) {
    const from = graph.vpc(source);
    const to = graph.vpc(target);
    if (!from || !to || from.id === to.id) return;
    if (isLinked(graph, from) && isLinked(graph, to)) return;
    if (target.kind === 'rds-instance' && graph.boolean(target, 'publiclyAccessible') !== false)
      return;
    report({ message: 'apart', data: { source: named(source), target: named(target) } });
  },
  examples: {
    good: [
      { title: 'peered VPCs', design: twoVpcs(connection('vpc--vpc', 'one', 'two')) },
      {
        title: 'one VPC, and a database that a parameter makes public',
        design: design(
          inside(
            node('vpc', 'one'),
            inside(
              node('subnet', 'app'),
              node('lambda', 'query'),
              node('rds-instance', 'db', { publiclyAccessible: { Ref: 'Public' } }),
            ),
          ),
          connection('lambda--rds-instance--network', 'query', 'db'),
        ),
      },
    ],
    bad: [{ title: 'VPCs that are not joined', design: twoVpcs(), expect: ['apart'] }],
  },
});
