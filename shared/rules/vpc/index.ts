import type { Rule } from '../rule.ts';
import { vpcCidr } from './cidr.rule.ts';
import { vpcCrossVpcEdge } from './cross-vpc-edge.rule.ts';
import { vpcEndpointType } from './endpoint-type.rule.ts';
import { vpcLambdaInVpcNeedlessly } from './lambda-in-vpc-needlessly.rule.ts';
import { vpcLambdaPublicSubnet } from './lambda-public-subnet.rule.ts';
import { vpcLambdaSubnetsAndGroup } from './lambda-subnets-and-group.rule.ts';
import { vpcNatGateway } from './nat-gateway.rule.ts';
import { vpcNoRouteOut } from './no-route-out.rule.ts';
import { vpcPeeringOverlap } from './peering-overlap.rule.ts';
import { vpcPrivateTargetUnreachable } from './private-target-unreachable.rule.ts';
import { vpcPublicAddress } from './public-address.rule.ts';
import { vpcSecurityGroupOpen } from './security-group-open.rule.ts';
import { vpcSecurityGroupPath } from './security-group-path.rule.ts';
import { vpcSingleZone } from './single-zone.rule.ts';

export const vpcRules: readonly Rule[] = [
  vpcPrivateTargetUnreachable,
  vpcPublicAddress,
  vpcCrossVpcEdge,
  vpcSecurityGroupOpen,
  vpcCidr,
  vpcEndpointType,
  vpcNoRouteOut,
  vpcLambdaPublicSubnet,
  vpcNatGateway,
  vpcLambdaInVpcNeedlessly,
  vpcPeeringOverlap,
  vpcLambdaSubnetsAndGroup,
  vpcSecurityGroupPath,
  vpcSingleZone,
];
