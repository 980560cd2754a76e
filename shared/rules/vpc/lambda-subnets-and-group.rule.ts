import { connection, design, inside, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html */
const mostSubnets = 16;
const mostGroups = 5;

/** How many subnets the drawn ones stand for; undefined when nobody knows. */
const subnetCount = (graph: Graph, vpc: Node, subnets: readonly Node[]): number | undefined => {
  let count = 0;
  for (const subnet of subnets) {
    const replicates = graph.boolean(subnet, 'replicatePerAz');
    const zones = replicates === true ? graph.number(vpc, 'maxAzs') : 1;
    if (replicates === undefined || zones === undefined) return undefined;
    count += zones;
  }
  return count;
};

const times = <T>(count: number, make: (place: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, place) => make(place));

export const vpcLambdaSubnetsAndGroup = defineRule({
  meta: {
    id: 'vpc/lambda-subnets-and-group',
    severity: 'error',
    messages: {
      otherSubnet:
        '{node} is in {vpc}, and {subnet} belongs to {other}; a function runs in one VPC only.',
      otherGroup:
        '{node} is in {vpc}, and the security group {group} belongs to {other}; use one of the same VPC.',
      groupWithoutVpc: {
        severity: 'warning',
        text: '{node} is in no VPC, so the security group {group} has nothing to protect; place the function in subnets of {other}, or take the group away.',
      },
      manySubnets: '{node} is in {count} subnets, and Lambda takes {limit}; choose fewer.',
      manyGroups: '{node} has {count} security groups, and Lambda takes {limit}; join some.',
    },
    explain:
      'To join a VPC, Lambda must know in which subnets to create its network interfaces and which security groups protect them. All must belong to the same VPC. Lambda takes up to 16 subnets and five groups.',
    docs: {
      title: 'Giving Lambda functions access to resources in an Amazon VPC',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report, { catalog }) {
    const placements = graph.outgoing(fn, { mechanism: 'network-placement', kind: 'subnet' });
    const attachments = graph.incoming(fn, {
      mechanism: 'security-attachment',
      kind: 'security-group',
    });
    if (placements.length === 0 && attachments.length === 0) return;
    const vpc = graph.vpc(fn);
    const data = { node: named(fn), vpc: named(vpc) };
    for (const placement of placements) {
      const subnet = graph.target(placement);
      const other = subnet && graph.vpc(subnet);
      if (vpc && other && other.id !== vpc.id)
        report({
          message: 'otherSubnet',
          data: { ...data, subnet: named(subnet), other: named(other) },
          fixes: [removeConnection(catalog, placement)],
        });
    }
    for (const attachment of attachments) {
      const group = graph.source(attachment);
      const other = group && graph.vpc(group);
      if (!other || other.id === vpc?.id) continue;
      const fixes = [removeConnection(catalog, attachment)];
      const found = { group: named(group), other: named(other) };
      if (vpc) report({ message: 'otherGroup', data: { ...data, ...found }, fixes });
      else report({ message: 'groupWithoutVpc', data: { node: data.node, ...found }, fixes });
    }
    const count = vpc && subnetCount(graph, vpc, graph.subnets(fn));
    if (count !== undefined && count > mostSubnets)
      report({ message: 'manySubnets', data: { node: named(fn), count, limit: mostSubnets } });
    const groups = graph.securityGroups(fn).length;
    if (groups > mostGroups)
      report({
        message: 'manyGroups',
        data: { node: named(fn), count: groups, limit: mostGroups },
      });
  },
  examples: {
    good: [
      {
        title: 'subnets and a group of one VPC',
        design: design(
          inside(
            node('vpc', 'net', { cidrBlock: { Ref: 'Range' } }),
            node('security-group', 'callers'),
            inside(node('subnet', 'one'), node('lambda', 'worker')),
            node('subnet', 'two'),
          ),
          connection('lambda--subnet', 'worker', 'two'),
          connection('security-group--lambda', 'callers', 'worker'),
        ),
      },
      { title: 'a function in no VPC', design: design(node('lambda', 'worker')) },
    ],
    bad: [
      {
        title: 'subnets of two VPCs',
        design: design(
          inside(
            node('vpc', 'net', { cidrBlock: '10.1.0.0/16' }),
            inside(node('subnet', 'one'), node('lambda', 'worker')),
          ),
          inside(node('vpc', 'far', { cidrBlock: '10.2.0.0/16' }), node('subnet', 'two')),
          connection('lambda--subnet', 'worker', 'two'),
        ),
        expect: ['otherSubnet'],
      },
      {
        title: 'a security group of another VPC',
        design: design(
          inside(
            node('vpc', 'net', { cidrBlock: '10.1.0.0/16' }),
            inside(node('subnet', 'one'), node('lambda', 'worker')),
          ),
          inside(node('vpc', 'far', { cidrBlock: '10.2.0.0/16' }), node('security-group', 'group')),
          connection('security-group--lambda', 'group', 'worker'),
        ),
        expect: ['otherGroup'],
      },
      {
        title: 'a security group, and no VPC',
        design: design(
          inside(node('vpc', 'net'), node('security-group', 'group')),
          node('lambda', 'worker'),
          connection('security-group--lambda', 'group', 'worker'),
        ),
        expect: ['groupWithoutVpc'],
      },
      {
        title: 'too many subnets and groups',
        design: design(
          inside(
            node('vpc', 'net'),
            ...times(6, (place) => node('security-group', `group${place}`)),
            inside(node('subnet', 'first'), node('lambda', 'worker')),
            ...times(8, (place) => node('subnet', `subnet${place}`)),
          ),
          ...times(6, (place) => connection('security-group--lambda', `group${place}`, 'worker')),
          ...times(8, (place) => connection('lambda--subnet', 'worker', `subnet${place}`)),
        ),
        expect: ['manySubnets', 'manyGroups'],
      },
    ],
  },
});
