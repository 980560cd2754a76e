import { setProperty } from '../../model/edits/index.ts';
import { connection, design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';

/** The setting that gives an address, and its two values. */
const settings = {
  'fargate-service': { property: 'assignPublicIp', yes: 'ENABLED', no: 'DISABLED' },
  'ec2-instance': { property: 'associatePublicIp', yes: true, no: false },
} as const;

/** Whether the node is in a subnet with a route to the internet gateway; undefined: nobody knows before deployment. */
const isInPublic = (graph: Graph, node: Node): boolean | undefined => {
  // Where it will stand nobody knows yet.
  if (!graph.vpc(node)) return undefined;
  const types = graph.subnets(node).map((subnet) => graph.text(subnet, 'subnetType'));
  // An instance is in one subnet, the first one; tasks are in all of them.
  const counted = node.kind === 'ec2-instance' ? types.slice(0, 1) : types;
  if (counted.includes('public')) return true;
  return counted.includes(undefined) ? undefined : false;
};

/** Connections that go to the public address of a server. */
const toPublicAddress: ReadonlySet<string> = new Set([
  'client--ec2-instance--direct',
  'cloudfront--ec2-instance--public',
  'http-api--ec2-instance--public',
  'rest-api--ec2-instance--public',
  'hosted-zone--ec2-instance',
]);

/** Who wants to reach the node by a public address. */
const callerFromOutside = (graph: Graph, node: Node): Node | undefined => {
  for (const connection of graph.incoming(node)) {
    if (!toPublicAddress.has(connection.type)) continue;
    const source = graph.source(connection);
    // A private zone leads to the private address.
    if (source?.kind === 'hosted-zone' && graph.text(source, 'zoneType') !== 'public') continue;
    if (source !== undefined) return source;
  }
  return undefined;
};

const place = (
  subnet: Parameters<typeof node>[2],
  kind: string,
  properties: Parameters<typeof node>[2],
) =>
  design(
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'app', subnet), node(kind, 'shop', properties)),
    ),
  );

const called = (subnet: Parameters<typeof node>[2], properties: Parameters<typeof node>[2]) =>
  design(
    node('client', 'people'),
    inside(
      node('vpc', 'net'),
      inside(node('subnet', 'app', subnet), node('ec2-instance', 'shop', properties)),
    ),
    connection('client--ec2-instance--direct', 'people', 'shop'),
  );

export const vpcPublicAddress = defineRule({
  meta: {
    id: 'vpc/public-address',
    severity: 'error',
    messages: {
      useless: {
        severity: 'warning',
        text: '{node} gets a public address, but no subnet of it is public, so no route leads to or from that address; put it into a public subnet, or give it no address.',
      },
      impossible:
        '{node} wants a public address, but its subnet is not public; put it into a public subnet, or give it no address.',
      missing:
        '{caller} reaches {node} by its public address, but it has none; give it one in a public subnet, or put a load balancer in front.',
    },
    explain:
      'A public address works only in a public subnet: one whose route table sends the traffic of the internet to an internet gateway. In a private subnet the answers go to a NAT gateway or nowhere, and what comes from outside never arrives. Without a public address nobody on the internet can connect, whatever the security group says.',
    docs: {
      title: 'Enable internet access for a VPC using an internet gateway',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
    },
  },
  on: nodes('fargate-service', 'ec2-instance'),
  check(node, graph, report) {
    const { property, yes, no } = settings[node.kind as keyof typeof settings];
    const value = graph.value(node, property);
    const data = { node: named(node) };
    if (value === yes) {
      if (isInPublic(graph, node) !== false) return;
      const fixes = [
        { title: 'Give it no public address', edit: setProperty(node.id, property, no) },
      ];
      report(
        node.kind === 'ec2-instance'
          ? { message: 'impossible', property, data, fixes }
          : { message: 'useless', property, data, fixes },
      );
      return;
    }
    if (value !== no || node.kind !== 'ec2-instance') return;
    const caller = callerFromOutside(graph, node);
    if (caller === undefined) return;
    report({
      message: 'missing',
      property,
      data: { ...data, caller: named(caller) },
      fixes:
        isInPublic(graph, node) === true
          ? [{ title: 'Give it a public address', edit: setProperty(node.id, property, yes) }]
          : [],
    });
  },
  examples: {
    good: [
      {
        title: 'tasks in a public subnet with addresses',
        design: place({ subnetType: 'public' }, 'fargate-service', { assignPublicIp: 'ENABLED' }),
      },
      {
        title: 'a kind of subnet by a parameter',
        design: place({ subnetType: { Ref: 'Type' } }, 'fargate-service', {
          assignPublicIp: 'ENABLED',
        }),
      },
      {
        title: 'a server with an address that clients connect to',
        design: called({ subnetType: 'public' }, { associatePublicIp: true }),
      },
      {
        title: 'an address by a parameter',
        design: called({ subnetType: 'public' }, { associatePublicIp: { Ref: 'Public' } }),
      },
    ],
    bad: [
      {
        title: 'tasks in a private subnet with addresses',
        design: place({}, 'fargate-service', { assignPublicIp: 'ENABLED' }),
        expect: ['useless'],
      },
      {
        title: 'a server in a private subnet with an address',
        design: place({}, 'ec2-instance', { associatePublicIp: true }),
        expect: ['impossible'],
      },
      {
        title: 'clients of a server without an address',
        design: called({ subnetType: 'public' }, {}),
        expect: ['missing'],
      },
    ],
  },
});
