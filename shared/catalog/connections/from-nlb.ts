import { connectionsFrom } from '../connection.ts';
import { balancerDimensions } from '../elb/figures.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { targetGroup } from '../mechanisms/target-group.mechanism.ts';
import type { Kind } from '../services/index.ts';
import { networkAddresses, networkWeight, watchedTarget } from './shared/balanced.ts';
import { watchedBy } from './shared/watched.ts';

/** Only deliveries of logs of this account get in. */
const deliveryConditions = {
  StringEquals: { 'aws:SourceAccount': '{account}' },
  ArnLike: { 'aws:SourceArn': 'arn:{partition}:logs:{region}:{account}:*' },
};

export const fromNlb = connectionsFrom<Kind>('nlb', {
  subnet: networkPlacement({
    label: 'runs in',
    delivery: 'config',
    gesture: 'both',
    reversible: true,
    explain:
      'The load balancer has a node with a fixed address in one subnet of each zone. An internet-facing one belongs into public subnets, an internal one into private ones.',
    docs: 'Network Load Balancers',
  }),
  alb: targetGroup({
    label: 'forwards to',
    properties: networkWeight,
    explain:
      'Fixed addresses in front, and rules by path behind: the Network Load Balancer hands connections on to the Application Load Balancer as they are. Both listen on the same sort of traffic, so the one in front speaks TCP.',
    docs: 'Use Application Load Balancers as targets of a Network Load Balancer',
    options: { balancer: 'network', of: 'load-balancer' },
  }),
  'fargate-service': targetGroup({
    label: 'forwards to',
    properties: networkWeight,
    explain:
      'ECS puts each task of the service into the target group and takes it out again before it stops. Connections go to the port of the container, whose security group lets the load balancer in.',
    docs: 'Use load balancing to distribute Amazon ECS service traffic',
    options: { balancer: 'network', of: 'service' },
  }),
  'ec2-instance': targetGroup({
    label: 'forwards to',
    properties: networkWeight,
    explain:
      'Connections go to the port of the program on the instance, whose security group lets the load balancer in. The program sees the addresses of the clients themselves.',
    docs: 'Target groups for your Network Load Balancers',
    options: { balancer: 'network', of: 'instance' },
  }),
  'on-premises': targetGroup({
    label: 'forwards to IP addresses of',
    properties: { ...networkAddresses, ...networkWeight },
    explain:
      'Addresses outside the VPC can be targets when a VPN or Direct Connect leads to them. This is how a VPC link, which ends in the VPC, reaches servers elsewhere.',
    docs: 'Target groups for your Network Load Balancers',
    options: { balancer: 'network', of: 'addresses' },
  }),
  's3-bucket': logging({
    label: 'writes access logs to',
    delivery: 'async',
    reversible: true,
    statements: [
      {
        side: 'target-policy',
        actions: ['s3:PutObject'],
        resources: ['{target.arn}/AWSLogs/{account}/*'],
        principal: 'delivery.logs.amazonaws.com',
        conditions: deliveryConditions,
      },
      {
        side: 'target-policy',
        actions: ['s3:GetBucketAcl'],
        resources: ['{target.arn}'],
        principal: 'delivery.logs.amazonaws.com',
        conditions: deliveryConditions,
      },
    ],
    explain:
      'A line for each TLS connection; a listener without TLS writes nothing. For other traffic there are the flow logs of the VPC.',
    docs: 'Access logs for your Network Load Balancer',
    options: { setting: 'network-balancer' },
  }),
  'cloudwatch-alarm': watchedBy(
    'AWS/NetworkELB',
    [
      'UnHealthyHostCount',
      'ActiveFlowCount',
      'NewFlowCount',
      'ProcessedBytes',
      'TCP_Target_Reset_Count',
      'PortAllocationErrorCount',
    ],
    balancerDimensions,
    { properties: watchedTarget },
  ),
});
