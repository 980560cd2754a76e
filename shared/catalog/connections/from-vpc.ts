import { connectionsFrom } from '../connection.ts';
import { logging } from '../mechanisms/logging.mechanism.ts';
import { networkLink } from '../mechanisms/network-link.mechanism.ts';
import { networkPlacement } from '../mechanisms/network-placement.mechanism.ts';
import { choice } from '../property.ts';
import type { Kind } from '../services/index.ts';

const trafficType = choice(['ALL', 'ACCEPT', 'REJECT'], {
  default: 'ALL',
  help: 'All traffic, or only what was let through, or only what was refused.',
});

/** Only deliveries of logs of this account get in. */
const deliveryConditions = {
  StringEquals: { 'aws:SourceAccount': '{account}' },
  ArnLike: { 'aws:SourceArn': 'arn:{partition}:logs:{region}:{account}:*' },
};

export const fromVpc = connectionsFrom<Kind>('vpc', {
  region: networkPlacement({
    label: 'is in',
    delivery: 'config',
    gesture: 'nesting',
    reversible: true,
    explain: 'A VPC belongs to one Region and spans all its Availability Zones.',
    docs: 'What is Amazon VPC?',
  }),
  vpc: networkLink({
    label: 'is peered with',
    docs: 'What is VPC peering?',
    options: { by: 'peering' },
  }),
  'log-group': logging({
    label: 'writes flow logs to',
    delivery: 'async',
    reversible: true,
    properties: { trafficType },
    statements: [
      {
        side: 'service-role',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
        resources: ['{target.streamsArn}'],
        principal: 'vpc-flow-logs.amazonaws.com',
      },
    ],
    explain:
      'A flow log has a line for each connection in the VPC: who talked to whom, how much, and whether it was let through. It is the first place to look when something cannot be reached.',
    docs: 'Publish flow logs to CloudWatch Logs',
    options: { setting: 'flow-log-group' },
  }),
  's3-bucket': logging({
    label: 'writes flow logs to',
    delivery: 'async',
    reversible: true,
    properties: { trafficType },
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
      'Flow logs in a bucket cost less than in a log group and are queried with Athena; they arrive some minutes later.',
    docs: 'Publish flow logs to Amazon S3',
    options: { setting: 'flow-log-bucket' },
  }),
});
