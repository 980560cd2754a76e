import { isCollection } from '../analytics/search.ts';
import { zonesOf } from '../analytics/search-domain.ts';
import { type ExpressionObject, getAtt } from '../expression.ts';
import { networkOf } from '../network/placement.ts';
import {
  emitOwnSecurityGroup,
  securityGroupIds,
  securityGroupsOf,
  tcp,
  trafficProperties,
} from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import type { FirehoseDestination, FirehoseParts } from './parts.ts';
import { backupProperties, bufferingHints } from './s3-destination.ts';

/**
 * Documents in an index of a domain or of a serverless collection.
 * https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html#create-destination-elasticsearch
 */
export const searchDestination = (parts: FirehoseParts): FirehoseDestination => {
  const { scope, destination, backup, role, logs, processors } = parts;
  const { target } = destination;
  const serverless = isCollection(target);
  const common: ExpressionObject = {
    IndexName: destination.value('indexName'),
    RoleARN: role.arn,
    BufferingHints: bufferingHints(scope),
    RetryOptions: { DurationInSeconds: destination.value('retryDuration') ?? 300 },
    ProcessingConfiguration: processors.properties,
    CloudWatchLoggingOptions: logs.options('SearchDestination'),
    S3BackupMode: backup?.read('backupMode') === 'All' ? 'AllDocuments' : 'FailedDocumentsOnly',
    S3Configuration: backupProperties(parts),
    VpcConfiguration: networkFor(scope, target, role.arn),
  };
  return {
    properties: serverless
      ? {
          AmazonOpenSearchServerlessDestinationConfiguration: {
            CollectionEndpoint: target.attribute('url'),
            ...common,
          },
        }
      : {
          AmazonopensearchserviceDestinationConfiguration: {
            DomainARN: target.attribute('arn'),
            ...common,
            IndexRotationPeriod: destination.value('indexRotationPeriod') ?? 'OneDay',
          },
        },
  };
};

/** Firehose reaches a domain in a VPC through network interfaces of its own there. */
const networkFor = (
  scope: NodeScope,
  target: NodeScope,
  role: ExpressionObject[string],
): ExpressionObject | undefined => {
  const { out, id, node } = scope;
  const network = networkOf(target, { onePerZone: true });
  if (!network) return undefined;
  emitOwnSecurityGroup(scope, network.vpc);
  for (const [index, group] of securityGroupsOf(target).entries())
    out.resource(`${id}To${target.id}${index === 0 ? '' : index + 1}`, {
      type: 'AWS::EC2::SecurityGroupIngress',
      properties: {
        GroupId: getAtt(group.id, 'GroupId'),
        SourceSecurityGroupId: securityGroupIds(scope)[0],
        ...trafficProperties(tcp(443)),
        Description: `${id} to ${target.id}`,
      },
    });
  out.allow(node.id, { actions: [...networkActions], resources: ['*'] });
  return {
    RoleARN: role,
    SubnetIds: network.subnetIds.slice(0, Math.max(zonesOf(target), 1)),
    SecurityGroupIds: securityGroupIds(scope),
  };
};

/** https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-es-vpc */
const networkActions = [
  'ec2:DescribeVpcs',
  'ec2:DescribeVpcAttribute',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeNetworkInterfaces',
  'ec2:CreateNetworkInterface',
  'ec2:CreateNetworkInterfacePermission',
  'ec2:DeleteNetworkInterface',
];
