import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { securityAttachment } from '../mechanisms/security-attachment.mechanism.ts';
import { choice, integer } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromSecurityGroup = connectionsFrom<Kind>('security-group', {
  vpc /* SAM: VpcId on AWS::EC2::SecurityGroup
 CDK: new ec2.SecurityGroup(this, 'Sg', { vpc, allowAllOutbound: true }) */: networkPlacement({
    label: 'belongs to',
    delivery: 'config',
    gesture: 'nesting',
    reversible: true,
    docs: 'Control traffic to your AWS resources using security groups',
  }),
  lambda /* SAM: VpcConfig.SecurityGroupIds of the lambda
 CDK: securityGroups: [sg] on lambda.Function */: securityAttachment({
    label: 'protects',
    delivery: 'config',
    reversible: true,
    docs: 'Control traffic to your AWS resources using security groups',
  }),
  'rds-instance' /* SAM: VPCSecurityGroups of the rds-instance
 CDK: securityGroups: [sg] on rds.DatabaseInstance */: securityAttachment({
    label: 'protects',
    delivery: 'config',
    reversible: true,
    docs: 'Control traffic to your AWS resources using security groups',
  }),
  'rds-proxy' /* SAM: VpcSecurityGroupIds of the rds-proxy
 CDK: securityGroups: [sg] on rds.DatabaseProxy */: securityAttachment({
    label: 'protects',
    delivery: 'config',
    reversible: true,
    docs: 'Control traffic to your AWS resources using security groups',
  }),
  'vpc-endpoint' /* SAM: SecurityGroupIds of the vpc-endpoint
 CDK: securityGroups: [sg] on ec2.InterfaceVpcEndpoint */: securityAttachment({
    label: 'protects',
    delivery: 'config',
    reversible: true,
    docs: 'Control traffic to your AWS resources using security groups',
  }),
  'security-group' /* SAM: AWS::EC2::SecurityGroupIngress {GroupId, SourceSecurityGroupId}
 CDK: targetSg.addIngressRule(sourceSg, ec2.Port.tcp(443)) */: securityAttachment({
    label: 'may connect to',
    delivery: 'config',
    properties: {
      protocol: choice(
        ['tcp', 'udp', 'icmp', '-1'],
        { default: 'tcp' } /* AWS::EC2::SecurityGroupIngress#IpProtocol */,
      ),
      fromPort: integer(
        { default: 443, min: 0, max: 65535 } /* AWS::EC2::SecurityGroupIngress#FromPort */,
      ),
      toPort: integer(
        { default: 443, min: 0, max: 65535 } /* AWS::EC2::SecurityGroupIngress#ToPort */,
      ),
    },
    docs: 'Security group rules',
  }),
});
