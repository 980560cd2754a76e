import { connectionsFrom } from '../connection.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkLink } from '../mechanisms/network-link.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { choice, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromVpc = connectionsFrom<Kind>('vpc', {
  region /* SAM: AWS::EC2::VPC in the stack of the region
 CDK: new ec2.Vpc(this, 'Vpc', { ipAddresses: ec2.IpAddresses.cidr('10.0.0.0/16'), maxAzs: 2 }) */:
    networkPlacement({
      label: 'is in',
      delivery: 'config',
      gesture: 'nesting',
      reversible: true,
      docs: 'What is Amazon VPC?',
    }),
  vpc /* SAM: AWS::EC2::VPCPeeringConnection + AWS::EC2::Route in both VPCs
 CDK: new ec2.CfnVPCPeeringConnection(this, 'Peering', { vpcId, peerVpcId }) */: networkLink({
    label: 'is peered with',
    properties: { peerRegion: text(/* AWS::EC2::VPCPeeringConnection#PeerRegion */) },
    docs: 'What is VPC peering?',
  }),
  'log-group' /* SAM: AWS::EC2::FlowLog {ResourceId: !Ref Vpc, ResourceType: VPC, TrafficType, LogDestinationType: cloud-watch-logs, LogGroupName, DeliverLogsPermissionArn}
 CDK: vpc.addFlowLog('FlowLog', { destination: ec2.FlowLogDestination.toCloudWatchLogs(logGroup), trafficType: ec2.FlowLogTrafficType.ALL }) */:
    logging({
      label: 'writes flow logs to',
      delivery: 'async',
      reversible: true,
      properties: {
        trafficType: choice(
          ['ALL', 'ACCEPT', 'REJECT'],
          { default: 'ALL' } /* AWS::EC2::FlowLog#TrafficType */,
        ),
      },
      statements: [
        {
          side: 'service-role',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          resources: ['{target.arn}:*'],
          principal: 'vpc-flow-logs.amazonaws.com',
        },
        {
          side: 'service-role',
          actions: ['logs:DescribeLogGroups'],
          resources: ['*'],
          principal: 'vpc-flow-logs.amazonaws.com',
        },
      ],
      docs: 'Publish flow logs to CloudWatch Logs',
      options: { setting: 'flow-log-group' },
    }),
  's3-bucket' /* SAM: AWS::EC2::FlowLog {ResourceId: !Ref Vpc, ResourceType: VPC, TrafficType, LogDestinationType: s3, LogDestination} + AWS::S3::BucketPolicy
 CDK: vpc.addFlowLog('FlowLog', { destination: ec2.FlowLogDestination.toS3(bucket), trafficType: ec2.FlowLogTrafficType.ALL }) */:
    logging({
      label: 'writes flow logs to',
      delivery: 'async',
      reversible: true,
      properties: {
        trafficType: choice(
          ['ALL', 'ACCEPT', 'REJECT'],
          { default: 'ALL' } /* AWS::EC2::FlowLog#TrafficType */,
        ),
      },
      statements: [
        {
          side: 'target-policy',
          actions: ['s3:PutObject'],
          resources: ['{target.arn}/AWSLogs/{account}/*'],
          principal: 'delivery.logs.amazonaws.com',
          conditions: {
            StringEquals: { 'aws:SourceAccount': '{account}' },
            ArnLike: { 'aws:SourceArn': 'arn:{partition}:logs:{region}:{account}:*' },
          },
        },
        {
          side: 'target-policy',
          actions: ['s3:GetBucketAcl'],
          resources: ['{target.arn}'],
          principal: 'delivery.logs.amazonaws.com',
          conditions: {
            StringEquals: { 'aws:SourceAccount': '{account}' },
            ArnLike: { 'aws:SourceArn': 'arn:{partition}:logs:{region}:{account}:*' },
          },
        },
      ],
      docs: 'Publish flow logs to Amazon S3',
      options: { setting: 'flow-log-bucket' },
    }),
});
