import type { Node } from '../../graph/graph.ts';
import { internetGateways, natGateways } from '../../graph/network.ts';
import {
  type Code,
  call,
  invoke,
  member,
  name,
  number,
  object,
  text,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, expressionOf, intrinsic, refOf } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { type Addresses, assignAddresses } from './addresses.ts';
import { assignZones, type Zone } from './zones.ts';

export type SubnetType = 'public' | 'private-with-egress' | 'isolated';

/** One real subnet: a drawn one stands for one in each zone. */
export interface ZonedSubnet {
  /** The id of the L2 construct, and how the ids of its resources start: `NetworkAppSubnet1`. */
  readonly id: string;
  readonly zone: Zone;
  readonly cidr: Expression;
  readonly cidrCode: Code;
  /** The `ISubnet` in the CDK. */
  readonly code: Code;
  /** The subnet's id in CloudFormation. */
  readonly ref: Expression;
}

/** What one drawn subnet stands for, or a subnet that the VPC needs and nobody drew. */
export interface SubnetGroup {
  /** The name of the group in the CDK; the drawn subnet's logical id. */
  readonly name: string;
  readonly type: SubnetType;
  /** Absent: implied. */
  readonly drawn?: NodeScope;
  readonly subnets: readonly ZonedSubnet[];
}

/** All subnets and gateways of a VPC. */
export interface NetworkPlan {
  readonly vpc: NodeScope;
  readonly groups: readonly SubnetGroup[];
  /**
   * True when one `ec2.Vpc` construct can make all subnets: each group is in all zones and takes the addresses
   * that come next. Otherwise the CDK export writes a construct for each subnet.
   */
  readonly isRegular: boolean;
  /** The prefix of the addresses that are handed out one after the other. */
  readonly prefix: number;
  /** How many zones of the region are used. */
  readonly zones: number;
  readonly hasInternetGateway: boolean;
  /** The internet gateway that is drawn; the VPC has one of its own where it needs one and none is. */
  readonly internetGateway?: NodeScope;
  /** The NAT gateways that the VPC's own number asks for; 0 when some are drawn, or when nothing needs them. */
  readonly natCount: number;
  /** The NAT gateways that are drawn. */
  readonly nats: readonly NodeScope[];
  /** What cannot be planned, by the id of the node that it is about. */
  readonly problems: readonly { readonly at: string; readonly message: string }[];
}

interface Wanted {
  readonly name: string;
  readonly type: SubnetType;
  readonly drawn?: NodeScope;
  readonly replicated: boolean;
}

const plans = new WeakMap<NodeScope, NetworkPlan>();

/** The subnets and gateways of a VPC; worked out once for each export. */
export const networkPlan = (vpc: NodeScope): NetworkPlan => {
  const present = plans.get(vpc);
  if (present) return present;
  const plan = makePlan(vpc);
  plans.set(vpc, plan);
  return plan;
};

const makePlan = (vpc: NodeScope): NetworkPlan => {
  const { graph, node } = vpc;
  const problems: { at: string; message: string }[] = [];
  const known = <T>(scope: NodeScope, property: string, fallback: T, what: string): T => {
    const value = scope.read(property);
    if (value !== undefined) return value as T;
    problems.push({
      at: scope.node.id,
      message: `"${scope.node.name}": ${what} must be known when the export is made, because the subnets follow from it. Set ${property} to a plain value.`,
    });
    return fallback;
  };
  const maxAzs = known(vpc, 'maxAzs', 2, 'the number of Availability Zones');
  if (!(maxAzs >= 1))
    problems.push({
      at: node.id,
      message: `"${node.name}" has subnets in no Availability Zone. Set maxAzs to 1 at least.`,
    });
  const drawn = graph
    .nodes('subnet')
    .filter((subnet) => graph.vpc(subnet)?.id === node.id)
    .map((subnet): Wanted => {
      const scope = vpc.scopeOf(subnet);
      return {
        name: scope.id,
        type: known<SubnetType>(scope, 'subnetType', 'private-with-egress', 'the type'),
        drawn: scope,
        replicated: known(scope, 'replicatePerAz', true, 'whether it is in each zone'),
      };
    });
  const nats = natGateways(graph, node).map(vpc.scopeOf);
  const implied = impliedGroups(vpc, drawn, nats);
  const wanted = [...drawn, ...implied];
  const needsNat = nats.length === 0 && wanted.some(({ type }) => type === 'private-with-egress');
  const natCount = needsNat ? known(vpc, 'natGateways', 1, 'the number of NAT gateways') : 0;

  const zones = assignZones(wanted, maxAzs, graph);
  const addresses = assignAddresses(vpc, wanted, zones);
  for (const message of addresses.problems) problems.push({ at: node.id, message });
  const [gateway] = internetGateways(graph, node);
  const hasInternetGateway =
    gateway !== undefined ||
    wanted.some(({ type }) => type === 'public') ||
    nats.some(isRegionalPublicNat) ||
    holdsOrigin(vpc);
  const isRegular =
    addresses.isSequential &&
    wanted.every(({ replicated, drawn: scope }) => replicated && !hasUnknownSetting(scope)) &&
    (!hasInternetGateway || wanted.some(({ type }) => type !== 'isolated'));
  const zoneIndexes = zones.flat().map(({ index }) => index ?? 0);
  return {
    vpc,
    groups: wanted.map((group, position) =>
      makeGroup(vpc, group, zones[position] ?? [], addresses.blocks[position] ?? [], isRegular),
    ),
    isRegular,
    prefix: addresses.prefix,
    zones: Math.max(maxAzs, ...zoneIndexes.map((index) => index + 1)),
    hasInternetGateway,
    ...(gateway && { internetGateway: vpc.scopeOf(gateway) }),
    natCount: Math.min(natCount, maxAzs),
    nats,
    problems,
  };
};

/** The subnets that are needed and nobody drew: private ones for nodes right in the VPC, public ones for NAT gateways. */
const impliedGroups = (
  vpc: NodeScope,
  drawn: readonly Wanted[],
  nats: readonly NodeScope[],
): readonly Wanted[] => {
  const has = (type: SubnetType): boolean => drawn.some((group) => group.type === type);
  const placed = placedRightIn(vpc);
  const needsPrivate =
    !has('private-with-egress') &&
    !has('isolated') &&
    placed.some((scope) => !standsInPublic(scope));
  const needsPublic = placed.some(standsInPublic);
  const gateways =
    nats.length > 0
      ? nats.some((nat) => isZonalPublicNat(nat) && nat.graph.subnets(nat.node).length === 0)
      : (has('private-with-egress') || needsPrivate) && vpc.read('natGateways') !== 0;
  const free = (wish: string): string =>
    drawn.some(({ name: taken }) => taken === wish) ? `${wish}Implied` : wish;
  return [
    ...((gateways || needsPublic) && !has('public')
      ? [{ name: free('Public'), type: 'public' as const, replicated: true }]
      : []),
    ...(needsPrivate
      ? [{ name: free('Private'), type: 'private-with-egress' as const, replicated: true }]
      : []),
  ];
};

/** Kinds that have network interfaces in subnets. A NAT gateway is not meant: it is what the subnets are for. */
const standsInSubnets = ({ service, node, read }: NodeScope): boolean =>
  service?.placement.scope === 'regional' &&
  service.placement.subnet !== 'none' &&
  (node.kind !== 'vpc-endpoint' || read('vpcEndpointType') !== 'Gateway');

/** True for what is reached from the internet by an address of its own, so that only public subnets are right for it. */
export const standsInPublic = ({ service, read }: NodeScope): boolean =>
  service !== undefined && 'scheme' in service.properties && read('scheme') === 'internet-facing';

/** Nodes that are in the VPC but in no subnet. */
const placedRightIn = (vpc: NodeScope): readonly NodeScope[] =>
  (outsideSubnets(vpc).get(vpc.node.id) ?? []).map(vpc.scopeOf).filter(standsInSubnets);

/** By `scopeOf`, of which each export has its own: a graph goes on changing with its design. */
const placedByVpc = new WeakMap<NodeScope['scopeOf'], ReadonlyMap<string, readonly Node[]>>();

/** What is in a VPC but in no subnet, by the VPC's id: looked up once, however many VPCs there are. */
const outsideSubnets = ({ graph, scopeOf }: NodeScope): ReadonlyMap<string, readonly Node[]> => {
  const present = placedByVpc.get(scopeOf);
  if (present) return present;
  const found = new Map<string, Node[]>();
  for (const node of graph.nodes()) {
    const vpc = graph.vpc(node);
    if (!vpc || graph.subnets(node).length > 0) continue;
    const placed = found.get(vpc.id);
    if (placed) placed.push(node);
    else found.set(vpc.id, [node]);
  }
  placedByVpc.set(scopeOf, found);
  return found;
};

const isPublicNat = (nat: NodeScope): boolean => nat.read('connectivityType') !== 'private';
const isRegionalPublicNat = (nat: NodeScope): boolean =>
  isPublicNat(nat) && nat.read('availabilityMode') === 'regional';
const isZonalPublicNat = (nat: NodeScope): boolean =>
  isPublicNat(nat) && nat.read('availabilityMode') !== 'regional';

/** True when CloudFront fetches inside the VPC: it wants an internet gateway there, though no traffic passes through it. */
const holdsOrigin = ({ graph, node }: NodeScope): boolean =>
  graph
    .nodes('cloudfront')
    .some((distribution) =>
      graph
        .outgoing(distribution, { mechanism: 'origin' })
        .some(({ type, to }) => type.endsWith('--vpc-origin') && graph.vpc(to)?.id === node.id),
    );

/** An intrinsic that only a construct of the subnet's own can carry. */
const hasUnknownSetting = (subnet: NodeScope | undefined): boolean =>
  subnet !== undefined &&
  subnet.value('mapPublicIpOnLaunch') !== undefined &&
  subnet.read('mapPublicIpOnLaunch') === undefined;

const makeGroup = (
  vpc: NodeScope,
  group: Wanted,
  zones: readonly Zone[],
  blocks: Addresses['blocks'][number],
  isRegular: boolean,
): SubnetGroup => ({
  name: group.name,
  type: group.type,
  ...(group.drawn && { drawn: group.drawn }),
  subnets: zones.map((zone, index): ZonedSubnet => {
    const id = `${vpc.id}${group.name}Subnet${index + 1}`;
    const block = blocks[index];
    return {
      id,
      zone,
      cidr: block?.expression ?? '',
      cidrCode: block?.code ?? text(''),
      code: isRegular
        ? {
            kind: 'index',
            object: member(
              invoke(vpc.construct, 'selectSubnets', object({ subnetGroupName: text(group.name) })),
              'subnets',
            ),
            index: number(index),
          }
        : constructRef(id),
      ref: refOf(`${id}Subnet`),
    };
  }),
});

/** `AvailabilityZone` of a subnet in CloudFormation. */
export const zoneExpression = (zone: Zone): Expression =>
  zone.index === undefined
    ? expressionOf(zone.named)
    : intrinsic({ 'Fn::Select': [zone.index, { 'Fn::GetAZs': '' }] });

/** The same in the CDK; the stack's own list of zones is overridden (see `zonesGetter`). */
export const zoneCode = (zone: Zone): Code =>
  zone.index === undefined
    ? codeOf(expressionOf(zone.named))
    : {
        kind: 'index',
        object: member(thisExpression, 'availabilityZones'),
        index: number(zone.index),
      };

/**
 * The zones of a stack, picked at deployment. A stack with a fixed region would look them up with the
 * credentials of whoever synthesizes it, and their names differ from account to account.
 */
export const zonesGetter = (count: number) => ({
  type: 'string[]',
  doc: 'The first zones of the Region, whatever they are called in the account; nothing is looked up.',
  value: {
    kind: 'array' as const,
    items: Array.from({ length: count }, (_, index) =>
      call('cdk.Fn.select', number(index), call(name('cdk.Fn.getAzs'))),
    ),
  },
});
