import { call, flag, invoke, member, object, text } from '../../lib/typescript/syntax.ts';
import type { BroughtResource } from '../blueprint.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, getAtt, join, pseudo, refOf } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import {
  type NetworkPlan,
  networkPlan,
  type SubnetGroup,
  type ZonedSubnet,
  zoneCode,
  zoneExpression,
} from './network-plan.ts';
import { defaultGateways } from './routes.ts';

/** `Name` of a network resource, which has no other name that people know. */
export const nameTag = (name: string): Expression => [
  { Key: 'Name', Value: join(pseudo('StackName'), `/${name}`) },
];

/**
 * The id of the internet gateway of a VPC, as the L2 construct of the CDK names it. A drawn one has it too: who draws
 * the gateway that is there already does not replace it.
 */
export const internetGatewayId = (plan: NetworkPlan): string => `${plan.vpc.id}IGW`;
export const gatewayAttachmentId = (plan: NetworkPlan): string => `${plan.vpc.id}VPCGW`;

/** The subnets that a drawn one stands for, each with its route table. */
export const emitDrawnSubnets = (scope: NodeScope): void => {
  const vpc = scope.graph.vpc(scope.node);
  const plan = vpc && networkPlan(scope.scopeOf(vpc));
  const group = plan?.groups.find(({ drawn }) => drawn?.node.id === scope.node.id);
  if (!plan || !group) {
    scope.out.problem(`"${scope.node.name}" is in no VPC. Put it into one.`);
    return;
  }
  for (const { at, message } of plan.problems) if (at === scope.node.id) scope.out.problem(message);
  emitGroup(plan, group);
};

/** The subnets of a group with their route tables and default routes. */
export const emitGroup = (plan: NetworkPlan, group: SubnetGroup): void => {
  for (const subnet of group.subnets) {
    emitSubnet(plan, group, subnet);
    emitRouteTable(plan, subnet);
    if (group.type === 'public') emitInternetRoute(plan, subnet);
  }
};

const emitSubnet = (plan: NetworkPlan, group: SubnetGroup, subnet: ZonedSubnet): void => {
  const { out } = plan.vpc;
  const publicIps = group.drawn?.value('mapPublicIpOnLaunch') ?? false;
  out.resource(`${subnet.id}Subnet`, {
    type: 'AWS::EC2::Subnet',
    properties: {
      VpcId: plan.vpc.attribute('id'),
      CidrBlock: subnet.cidr,
      AvailabilityZone: zoneExpression(subnet.zone),
      MapPublicIpOnLaunch: publicIps,
      Tags: nameTag(subnet.id),
    },
    cdk: brought(subnet, 'subnetId'),
  });
  if (plan.isRegular) return;
  out.construct(subnet.id, {
    class: group.type === 'public' ? 'ec2.PublicSubnet' : 'ec2.PrivateSubnet',
    props: {
      vpcId: member(plan.vpc.construct, 'vpcId'),
      availabilityZone: zoneCode(subnet.zone),
      cidrBlock: subnet.cidrCode,
      mapPublicIpOnLaunch: flag(publicIps === true),
    },
    overrides:
      typeof publicIps === 'object' ? [{ path: 'MapPublicIpOnLaunch', value: publicIps }] : [],
  });
};

const emitRouteTable = (plan: NetworkPlan, subnet: ZonedSubnet): void => {
  const { out } = plan.vpc;
  out.resource(`${subnet.id}RouteTable`, {
    type: 'AWS::EC2::RouteTable',
    properties: { VpcId: plan.vpc.attribute('id'), Tags: nameTag(subnet.id) },
    cdk: brought(subnet, 'routeTable.routeTableId'),
  });
  out.resource(`${subnet.id}RouteTableAssociation`, {
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { RouteTableId: routeTableOf(subnet), SubnetId: subnet.ref },
    cdk: 'none',
  });
};

/** The route table of a subnet. */
export const routeTableOf = (subnet: ZonedSubnet): Expression => refOf(`${subnet.id}RouteTable`);

const brought = (subnet: ZonedSubnet, path: string): BroughtResource => ({
  ref: member(subnet.code, path),
});

const emitInternetRoute = (plan: NetworkPlan, subnet: ZonedSubnet): void => {
  const { out } = plan.vpc;
  out.resource(`${subnet.id}DefaultRoute`, {
    type: 'AWS::EC2::Route',
    properties: {
      RouteTableId: routeTableOf(subnet),
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: refOf(internetGatewayId(plan)),
    },
    dependsOn: [gatewayAttachmentId(plan)],
    cdk: 'none',
  });
  if (!plan.isRegular)
    out.statement(
      invoke(
        subnet.code,
        'addDefaultInternetRoute',
        codeOf(refOf(internetGatewayId(plan))),
        constructRef(gatewayAttachmentId(plan)),
      ),
    );
};

/** The internet gateway, when something of the VPC needs it. */
export const emitInternetGateway = (plan: NetworkPlan): void => {
  if (!plan.hasInternetGateway) return;
  const { out, id, construct } = plan.vpc;
  const cdk = plan.isRegular ? ({ cdk: 'none' } as const) : {};
  const given = plan.internetGateway?.value('name');
  out.resource(internetGatewayId(plan), {
    type: 'AWS::EC2::InternetGateway',
    properties: { Tags: given === undefined ? nameTag(id) : [{ Key: 'Name', Value: given }] },
    ...(plan.isRegular
      ? {
          cdk: {
            ref: { kind: 'nonNull', value: member(construct, 'internetGatewayId') },
          },
        }
      : {}),
  });
  // The construct of the VPC names the gateway that it brings along.
  if (plan.isRegular && given !== undefined)
    out.statement(
      invoke(
        call('cdk.Tags.of', invoke(member(construct, 'node'), 'findChild', text('IGW'))),
        'add',
        text('Name'),
        codeOf(given),
      ),
    );
  out.resource(gatewayAttachmentId(plan), {
    type: 'AWS::EC2::VPCGatewayAttachment',
    properties: {
      InternetGatewayId: refOf(internetGatewayId(plan)),
      VpcId: plan.vpc.attribute('id'),
    },
    ...cdk,
  });
};

/** The NAT gateways that nobody drew, and the default routes of private subnets. */
export const emitEgress = (plan: NetworkPlan): void => {
  const { out } = plan.vpc;
  for (const subnet of impliedNatSubnets(plan)) {
    const cdk = plan.isRegular ? ({ cdk: 'none' } as const) : {};
    out.resource(`${subnet.id}EIP`, {
      type: 'AWS::EC2::EIP',
      properties: { Domain: 'vpc', Tags: nameTag(subnet.id) },
      ...cdk,
    });
    out.resource(`${subnet.id}NATGateway`, {
      type: 'AWS::EC2::NatGateway',
      properties: {
        SubnetId: subnet.ref,
        AllocationId: getAtt(`${subnet.id}EIP`, 'AllocationId'),
        Tags: nameTag(subnet.id),
      },
      // It must reach the internet when it starts.
      dependsOn: [`${subnet.id}DefaultRoute`, `${subnet.id}RouteTableAssociation`],
      ...cdk,
    });
    if (!plan.isRegular) waitForInternet(plan, `${subnet.id}NATGateway`, subnet);
  }
  for (const { subnet, gateway, isDrawn } of defaultGateways(plan, impliedNatSubnets(plan))) {
    out.resource(`${subnet.id}DefaultRoute`, {
      type: 'AWS::EC2::Route',
      properties: {
        RouteTableId: routeTableOf(subnet),
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: refOf(gateway),
      },
      cdk: 'none',
    });
    if (isDrawn || !plan.isRegular)
      out.statement(
        invoke(
          plan.isRegular ? { kind: 'as', value: subnet.code, type: 'ec2.Subnet' } : subnet.code,
          'addDefaultNatRoute',
          codeOf(refOf(gateway)),
        ),
      );
  }
};

/** The public subnets that hold the NAT gateways that nobody drew: the first ones. */
const impliedNatSubnets = (plan: NetworkPlan): readonly ZonedSubnet[] =>
  plan.groups
    .filter(({ type }) => type === 'public')
    .flatMap(({ subnets }) => subnets)
    .slice(0, plan.natCount);

/** Makes an L1 NAT gateway wait until its subnet reaches the internet. */
export const waitForInternet = (plan: NetworkPlan, nat: string, subnet: ZonedSubnet): void =>
  plan.vpc.out.statement(
    invoke(
      constructRef(nat),
      'node.addDependency',
      member(subnet.code, 'internetConnectivityEstablished'),
    ),
  );

/** `subnetConfiguration` of the L2 construct. */
export const subnetConfiguration = (plan: NetworkPlan) => ({
  kind: 'array' as const,
  items: plan.isRegular
    ? plan.groups.map((group) =>
        object({
          name: text(group.name),
          subnetType: codeOfType(group.type),
          cidrMask: codeOf(plan.prefix),
          mapPublicIpOnLaunch:
            group.type === 'public'
              ? flag(group.drawn?.read('mapPublicIpOnLaunch') === true)
              : undefined,
        }),
      )
    : [],
});

const codeOfType = (type: SubnetGroup['type']) =>
  member(
    { kind: 'member', object: { kind: 'identifier', name: 'ec2' }, name: 'SubnetType' },
    {
      public: 'PUBLIC',
      'private-with-egress': 'PRIVATE_WITH_EGRESS',
      isolated: 'PRIVATE_ISOLATED',
    }[type],
  );
