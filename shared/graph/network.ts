import type { Graph, Node } from './graph.ts';

/*
 * What reaches what in a VPC. Where a setting is an intrinsic the answer is undefined: nobody knows before
 * deployment, and a rule that gets no answer says nothing.
 */

/** NAT gateways drawn in the VPC. */
export const natGateways = (graph: Graph, vpc: Node): readonly Node[] =>
  graph.nodes('nat-gateway').filter((gateway) => graph.vpc(gateway)?.id === vpc.id);

/** The internet gateways that are drawn in a VPC; it can have one. */
export const internetGateways = (graph: Graph, vpc: Node): readonly Node[] =>
  graph.nodes('internet-gateway').filter((gateway) => graph.vpc(gateway)?.id === vpc.id);

/** True when the VPC has a NAT gateway: drawn, or by its number of NAT gateways. */
export const hasNatGateway = (graph: Graph, vpc: Node): boolean | undefined => {
  if (natGateways(graph, vpc).length > 0) return true;
  const count = graph.number(vpc, 'natGateways');
  return count === undefined ? undefined : count > 0;
};

/** True when the VPC is joined to another network: a peering, a VPN, Direct Connect. */
export const isLinked = (graph: Graph, vpc: Node): boolean =>
  graph.outgoing(vpc, { kind: ['vpc', 'on-premises'] }).length > 0 ||
  graph.incoming(vpc, { kind: ['vpc', 'on-premises'] }).length > 0;

/** The type of a subnet: `public`, `private-with-egress` or `isolated`. */
export const subnetType = (graph: Graph, subnet: Node): string | undefined =>
  graph.text(subnet, 'subnetType');

/**
 * True when a node inside a VPC gets out to the internet: it is in a subnet of type private-with-egress and
 * the VPC has a NAT gateway. A node right in the VPC, in no subnet that is drawn, gets private subnets.
 * False for a node in no VPC: ask `graph.vpc` first.
 */
export const hasEgress = (graph: Graph, node: Node): boolean | undefined => {
  const vpc = graph.vpc(node);
  if (!vpc) return false;
  const types = graph.subnets(node).map((subnet) => subnetType(graph, subnet));
  const isPrivate = types.length === 0 || types.includes('private-with-egress');
  if (!isPrivate) return types.includes(undefined) ? undefined : false;
  return hasNatGateway(graph, vpc);
};

/** The endpoints for an AWS service in the VPC, such as `s3` or `secretsmanager`. */
const endpointsFor = (graph: Graph, vpc: Node, service: string): readonly Node[] =>
  graph
    .nodes('vpc-endpoint')
    .filter(
      (endpoint) =>
        graph.vpc(endpoint)?.id === vpc.id && graph.text(endpoint, 'service') === service,
    );

/** The first endpoint for an AWS service in the VPC. */
export const endpointFor = (graph: Graph, vpc: Node, service: string): Node | undefined =>
  endpointsFor(graph, vpc, service)[0];

/** True when the VPC has an endpoint of which nobody knows the service yet. */
export const hasUnknownEndpoint = (graph: Graph, vpc: Node): boolean =>
  graph
    .nodes('vpc-endpoint')
    .some(
      (endpoint) =>
        graph.vpc(endpoint)?.id === vpc.id &&
        graph.isSet(endpoint, 'service') &&
        graph.text(endpoint, 'service') === undefined,
    );

/**
 * In how many Availability Zones a node can be. A drawn subnet stands for one in each of the VPC's zones,
 * unless it says otherwise; others are in the zone they name, or in one of their own. 0 for a node in no VPC.
 */
export const availabilityZoneCount = (graph: Graph, node: Node): number | undefined => {
  const vpc = graph.vpc(node);
  if (!vpc) return 0;
  const subnets = graph.subnets(node);
  const zones = new Set<string>();
  let isReplicated = subnets.length === 0;
  for (const subnet of subnets) {
    const replicates = graph.boolean(subnet, 'replicatePerAz');
    if (replicates === undefined) return undefined;
    if (replicates) isReplicated = true;
    else zones.add(zoneOf(graph, subnet));
  }
  if (!isReplicated) return zones.size;
  const most = graph.number(vpc, 'maxAzs');
  return most === undefined ? undefined : Math.max(most, zones.size);
};

const zoneOf = (graph: Graph, subnet: Node): string => {
  const zone = graph.value(subnet, 'availabilityZone');
  // `{ 'Fn::Select': [0, …] }` twice is one zone, so equal texts of intrinsics count as one.
  return zone === undefined ? `subnet ${subnet.id}` : JSON.stringify(zone);
};

/** True when the export gives the node a security group of its own: it is in a VPC and none is attached. */
export const hasImpliedSecurityGroup = (graph: Graph, node: Node): boolean =>
  graph.vpc(node) !== undefined && graph.securityGroups(node).length === 0;
