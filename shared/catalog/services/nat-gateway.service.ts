import { invoke, member } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { getAtt } from '../expression.ts';
import { gatewayAttachmentId, nameTag, waitForInternet } from '../network/emit-subnets.ts';
import { networkPlan } from '../network/network-plan.ts';
import { natSubnet } from '../network/routes.ts';
import { choice, seconds } from '../property.ts';
import { defineService } from '../service.ts';

export const natGateway = defineService({
  kind: 'nat-gateway',
  title: 'NAT gateway',
  words: 'nat ngw internet egress outbound',
  category: 'network',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: ['AWS::EC2::NatGateway', 'AWS::EC2::EIP'],
  placement: { parents: ['subnet', 'vpc'], scope: 'zonal', vpc: 'required', subnet: 'required' },
  properties: {
    connectivityType: choice(['public', 'private'], {
      default: 'public',
      advanced: true,
      help: 'Public: out to the internet, with an address of its own. Private: only to other networks that the VPC is joined to.',
      cfn: 'ConnectivityType',
    }),
    availabilityMode: choice(['zonal', 'regional'], {
      default: 'zonal',
      help: 'Zonal: in one zone, in a public subnet. Regional: in all zones of the VPC by itself, and in no subnet.',
      cfn: 'AvailabilityMode',
    }),
    maxDrainDurationSeconds: seconds({
      default: 350,
      min: 1,
      max: 4000,
      advanced: true,
      help: 'How long connections may go on when an address is taken away.',
      cfn: 'MaxDrainDurationSeconds',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'ref' },
  },
  summary: (read) => `${String(read('availabilityMode'))} · ${String(read('connectivityType'))}`,
  explain:
    'A NAT gateway lets machines and functions in private subnets call out to the internet, while nobody from there can call them. It stands in a public subnet, and the private subnets send what is not for the VPC to it. One gateway is a single point: if its zone fails, all subnets that use it lose their way out.',
  cost: 'By the hour, and for each gigabyte that passes; often the largest part of the bill of a small system.',
  limits: [
    'Five NAT gateways in an Availability Zone by default (adjustable).',
    '55,000 connections at once to one destination for each address.',
  ],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  emit(scope) {
    const { out, id, node, graph } = scope;
    const vpcNode = graph.vpc(node);
    if (!vpcNode) {
      out.problem(`"${node.name}" is in no VPC. Put it into a subnet.`);
      return;
    }
    const plan = networkPlan(scope.scopeOf(vpcNode));
    const isPublic = scope.read('connectivityType') !== 'private';
    const isRegional = scope.read('availabilityMode') === 'regional';
    const subnet = natSubnet(plan, scope);
    if (!isRegional && subnet === undefined) {
      out.problem(`"${node.name}" is in no subnet. Put it into a public one.`);
      return;
    }
    // AWS gives a regional gateway addresses by itself.
    const address = isPublic && !isRegional ? `${id}EIP` : undefined;
    if (address !== undefined)
      out.resource(address, {
        type: 'AWS::EC2::EIP',
        properties: { Domain: 'vpc', Tags: nameTag(id) },
      });
    out.resource(id, {
      type: 'AWS::EC2::NatGateway',
      properties: {
        ...scope.cfnProperties(),
        ...(subnet ? { SubnetId: subnet.ref } : { VpcId: plan.vpc.attribute('id') }),
        AllocationId: address && getAtt(address, 'AllocationId'),
        Tags: nameTag(id),
      },
      dependsOn: !isPublic
        ? []
        : subnet
          ? [`${subnet.id}DefaultRoute`, `${subnet.id}RouteTableAssociation`]
          : [gatewayAttachmentId(plan)],
    });
    if (!isPublic) return;
    if (subnet) waitForInternet(plan, id, subnet);
    else if (plan.isRegular)
      out.statement(
        invoke(
          constructRef(id),
          'node.addDependency',
          member(plan.vpc.construct, 'internetConnectivityEstablished'),
        ),
      );
  },
});
