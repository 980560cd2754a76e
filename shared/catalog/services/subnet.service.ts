import { member } from '../../lib/typescript/syntax.ts';
import { emitDrawnSubnets } from '../network/emit-subnets.ts';
import { networkPlan, type ZonedSubnet } from '../network/network-plan.ts';
import { choice, text, yesNo } from '../property.ts';
import { defineService, type NodeScope } from '../service.ts';

const isReplicated = (read: (property: string) => unknown): boolean =>
  read('replicatePerAz') !== false;

export const subnet = defineService({
  kind: 'subnet',
  title: 'Subnet',
  words: 'subnet private public cidr availability zone az',
  category: 'container',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: [
    'AWS::EC2::Subnet',
    'AWS::EC2::RouteTable',
    'AWS::EC2::SubnetRouteTableAssociation',
  ],
  placement: {
    isContainer: true,
    parents: ['vpc'],
    scope: 'zonal',
    vpc: 'required',
    subnet: 'none',
  },
  properties: {
    subnetType: choice(['public', 'private-with-egress', 'isolated'], {
      default: 'private-with-egress',
      required: true,
      help: 'Public: a route to the internet gateway. Private with egress: out through a NAT gateway, nobody in. Isolated: no route to the internet at all.',
    }),
    cidrBlock: text({
      help: 'The addresses of the subnet, such as 10.0.1.0/24; split over the zones when it stands for several. Empty: the next free ones of the VPC. AWS keeps five addresses of each subnet for itself.',
    }),
    availabilityZone: text({
      when: (read) => !isReplicated(read),
      advanced: true,
      help: 'A zone such as eu-west-1a. Empty: the export picks one when it is deployed, which works in every account.',
    }),
    mapPublicIpOnLaunch: yesNo({
      default: false,
      when: (read) => read('subnetType') === 'public',
      advanced: true,
      help: 'Gives instances that start in it a public address. Functions never get one.',
    }),
    replicatePerAz: yesNo({
      default: true,
      help: 'The drawn subnet stands for one in each zone of the VPC. No: it is one subnet in one zone.',
    }),
  },
  attributes: {
    id: {
      cfn: (scope) => firstSubnet(scope)?.ref ?? '',
      cdk: (construct, scope) => member(firstSubnet(scope)?.code ?? construct, 'subnetId'),
    },
  },
  summary: (read) =>
    [
      String(read('subnetType')),
      ...(typeof read('cidrBlock') === 'string' ? [String(read('cidrBlock'))] : []),
      isReplicated(read) ? 'each zone' : 'one zone',
    ].join(' · '),
  explain:
    'A subnet is a part of a VPC in one Availability Zone, and its route table decides where its traffic may go. Public subnets hold what the internet must reach, private ones what only calls out, isolated ones what does neither, such as a database. One drawn subnet stands for one in each zone, because what runs in two zones survives the loss of one.',
  cost: 'Free; traffic between zones is not.',
  limits: [
    'From /16 to /28, inside the range of the VPC.',
    'AWS keeps five addresses of each subnet.',
    'A subnet cannot change its range or its zone; it is made anew.',
  ],
  docs: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  emit: emitDrawnSubnets,
});

/** The first of the subnets that a drawn one stands for. */
const firstSubnet = (scope: NodeScope): ZonedSubnet | undefined => {
  const vpc = scope.graph.vpc(scope.node);
  return (
    vpc &&
    networkPlan(scope.scopeOf(vpc)).groups.find(({ drawn }) => drawn?.node.id === scope.node.id)
      ?.subnets[0]
  );
};
