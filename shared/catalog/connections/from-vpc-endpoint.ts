import { connectionsFrom } from '../connection.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { privateAccess } from '../mechanisms/private-access.mechanism.ts';
import { json } from '../property.ts';
import type { Kind } from '../services/index.ts';

export const fromVpcEndpoint = connectionsFrom<Kind>('vpc-endpoint', {
  vpc /* SAM: VpcId, RouteTableIds (Gateway) or SubnetIds (Interface) on AWS::EC2::VPCEndpoint
 CDK: vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 }) */: networkPlacement(
    {
      label: 'is in',
      delivery: 'config',
      gesture: 'both',
      reversible: true,
      docs: 'Gateway endpoints',
    },
  ),
  subnet /* SAM: SubnetIds, SecurityGroupIds, PrivateDnsEnabled on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('Secrets', { service: ec2.InterfaceVpcEndpointAwsService.SECRETS_MANAGER }) */:
    networkPlacement({
      label: 'runs in',
      delivery: 'config',
      gesture: 'both',
      docs: 'Access an AWS service using an interface VPC endpoint',
    }),
  's3-bucket' /* SAM: ServiceName: com.amazonaws.{region}.s3 on AWS::EC2::VPCEndpoint
 CDK: vpc.addGatewayEndpoint('E', { service: ec2.GatewayVpcEndpointAwsService.S3 }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  'dynamodb-table' /* SAM: ServiceName: com.amazonaws.{region}.dynamodb on AWS::EC2::VPCEndpoint
 CDK: vpc.addGatewayEndpoint('E', { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  'sqs-queue' /* SAM: ServiceName: com.amazonaws.{region}.sqs on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('E', { service: new ec2.InterfaceVpcEndpointAwsService('sqs') }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  'sns-topic' /* SAM: ServiceName: com.amazonaws.{region}.sns on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('E', { service: new ec2.InterfaceVpcEndpointAwsService('sns') }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  'kinesis-stream' /* SAM: ServiceName: com.amazonaws.{region}.kinesis-streams on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('E', { service: new ec2.InterfaceVpcEndpointAwsService('kinesis-streams') }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  firehose /* SAM: ServiceName: com.amazonaws.{region}.kinesis-firehose on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('E', { service: new ec2.InterfaceVpcEndpointAwsService('kinesis-firehose') }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  'event-bus' /* SAM: ServiceName: com.amazonaws.{region}.events on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('E', { service: new ec2.InterfaceVpcEndpointAwsService('events') }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  'state-machine' /* SAM: ServiceName: com.amazonaws.{region}.states on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('E', { service: new ec2.InterfaceVpcEndpointAwsService('states') }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  secret /* SAM: ServiceName: com.amazonaws.{region}.secretsmanager on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('E', { service: new ec2.InterfaceVpcEndpointAwsService('secretsmanager') }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  'log-group' /* SAM: ServiceName: com.amazonaws.{region}.logs on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('E', { service: new ec2.InterfaceVpcEndpointAwsService('logs') }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  lambda /* SAM: ServiceName: com.amazonaws.{region}.lambda on AWS::EC2::VPCEndpoint
 CDK: vpc.addInterfaceEndpoint('E', { service: new ec2.InterfaceVpcEndpointAwsService('lambda') }) */:
    privateAccess({
      label: 'gives private access to',
      properties: { policy: json({ cfn: 'PolicyDocument' }) },
      docs: 'AWS services that integrate with AWS PrivateLink',
    }),
  'rest-api' /* SAM: EndpointConfiguration {Type: PRIVATE, VPCEndpointIds} and Auth.ResourcePolicy {IntrinsicVpceWhitelist: [!Ref Endpoint]} on AWS::Serverless::Api
 CDK: new apigw.RestApi(this, 'Api', { endpointConfiguration: { types: [apigw.EndpointType.PRIVATE], vpcEndpoints: [endpoint] }, policy }); api.grantInvokeFromVpcEndpointsOnly([endpoint]) */:
    privateAccess({
      label: 'gives private access to',
      statements: [
        {
          side: 'target-policy',
          actions: ['execute-api:Invoke'],
          resources: ['execute-api:/*'],
          principal: '*',
          conditions: { StringEquals: { 'aws:SourceVpce': '{source.id}' } },
        },
      ],
      docs: 'Private REST APIs in API Gateway',
    }),
});
