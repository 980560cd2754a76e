import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { route } from '../mechanisms/route.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromSubnet = connectionsFrom<Kind>('subnet', {
  vpc /* SAM: AWS::EC2::Subnet {VpcId, CidrBlock, AvailabilityZone}
 CDK: subnetConfiguration: [{ name: 'app', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 24 }] on ec2.Vpc */: networkPlacement(
    {
      label: 'is in',
      delivery: 'config',
      gesture: 'nesting',
      reversible: true,
      docs: 'Subnets for your VPC',
    },
  ),
  'nat-gateway' /* SAM: AWS::EC2::Route {DestinationCidrBlock: 0.0.0.0/0, NatGatewayId}
 CDK: subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS on ec2.SubnetConfiguration */: route({
    label: 'routes to',
    delivery: 'config',
    docs: 'NAT gateway use cases',
  }),
  'vpc-endpoint' /* SAM: RouteTableIds on AWS::EC2::VPCEndpoint (Gateway)
 CDK: vpc.addGatewayEndpoint('Ddb', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB, subnets }) */:
    route({ label: 'routes to', delivery: 'config', docs: 'Gateway endpoints' }),
});
