import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import type { Kind } from '../services/index.ts';

export const fromNatGateway = connectionsFrom<Kind>('nat-gateway', {
  subnet /* SAM: SubnetId + AllocationId (AWS::EC2::EIP) on AWS::EC2::NatGateway
 CDK: natGateways: 1 on ec2.Vpc */: networkPlacement({
    label: 'is in',
    delivery: 'config',
    gesture: 'nesting',
    docs: 'NAT gateways',
  }),
});
