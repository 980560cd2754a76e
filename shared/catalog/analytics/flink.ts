import { arn, document, type Expression, join, refOf } from '../expression.ts';
import { ownLogGroup } from '../log-groups.ts';
import { networkOf } from '../network/placement.ts';
import { emitOwnSecurityGroup, securityGroupIds } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { emitJobRole, jobRoleId } from './role.ts';

/** The ARN of an application. */
export const applicationArn = ({ id }: NodeScope): Expression =>
  arn('kinesisanalytics', join('application/', refOf(id)));

/** Where the program reads what the arrows say. */
const propertyGroup = 'Environment';

/** An application with its role and its logs. */
export const emitApplication = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  emitJobRole(scope, 'kinesisanalytics.amazonaws.com');
  const network = networkFor(scope);
  if (network !== undefined)
    // https://docs.aws.amazon.com/managed-flink/latest/java/vpc-permissions.html
    out.allow(node.id, { actions: [...networkActions], resources: ['*'] });
  const value = (property: string, otherwise: Expression): Expression =>
    scope.value(property) ?? otherwise;
  out.resource(id, {
    type: 'AWS::KinesisAnalyticsV2::Application',
    // The service tries the role when the application is made.
    dependsOn: [jobRoleId({ id })],
    properties: {
      ...scope.cfnProperties(),
      RuntimeEnvironment: value('runtimeEnvironment', 'FLINK-1_20'),
      ServiceExecutionRole: scope.attribute('roleArn'),
      ApplicationConfiguration: {
        ApplicationCodeConfiguration: {
          CodeContentType: 'ZIPFILE',
          CodeContent: { S3ContentLocation: codeOf(scope) },
        },
        ApplicationSnapshotConfiguration: { SnapshotsEnabled: value('snapshots', true) },
        FlinkApplicationConfiguration: {
          CheckpointConfiguration: { ConfigurationType: 'DEFAULT' },
          MonitoringConfiguration: {
            ConfigurationType: 'CUSTOM',
            LogLevel: value('logLevel', 'INFO'),
            MetricsLevel: 'APPLICATION',
          },
          ParallelismConfiguration: {
            ConfigurationType: 'CUSTOM',
            AutoScalingEnabled: value('autoScaling', true),
            Parallelism: value('parallelism', 1),
            ParallelismPerKPU: value('parallelismPerKpu', 1),
          },
        },
        VpcConfigurations: network === undefined ? undefined : [network],
      },
    },
  });
  emitLogs(scope);
};

/** Where the program is: in the drawn bucket, else where whoever deploys says. */
const codeOf = (scope: NodeScope) => {
  const { out, id, node } = scope;
  const [code] = scope.links('in', { mechanism: 'code-source' });
  const key =
    scope.value('codeS3Key') ??
    out.parameter(`${id}CodeKey`, {
      description: `Key of the program of ${node.name} (jar or zip) in its bucket.`,
      example: 'flink/app.jar',
    });
  if (code !== undefined) return { BucketARN: code.source.attribute('arn'), FileKey: key };
  const bucket = out.parameter(`${id}CodeBucketArn`, {
    description: `ARN of the bucket that holds the program of ${node.name}.`,
    example: 'arn:aws:s3:::my-programs',
  });
  out.allow(node.id, {
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    resources: [join(bucket, '/', key)],
  });
  return { BucketARN: bucket, FileKey: key };
};

const networkFor = (scope: NodeScope) => {
  const network = networkOf(scope);
  if (!network) return undefined;
  emitOwnSecurityGroup(scope, network.vpc);
  return { SubnetIds: network.subnetIds, SecurityGroupIds: securityGroupIds(scope) };
};

const networkActions = [
  'ec2:DescribeVpcs',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeNetworkInterfaces',
  'ec2:CreateNetworkInterface',
  'ec2:CreateNetworkInterfacePermission',
  'ec2:DeleteNetworkInterface',
];

/** Lines of the program go into a stream of the drawn log group, or of one of its own. */
const emitLogs = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const [drawn] = scope.links('out', { mechanism: 'logging' });
  const group = drawn === undefined ? refOf(ownLogGroup(scope)) : drawn.target.attribute('name');
  const stream = `${id}LogStream`;
  out.resource(stream, {
    type: 'AWS::Logs::LogStream',
    properties: { LogGroupName: group, LogStreamName: id },
  });
  out.resource(`${id}Logging`, {
    type: 'AWS::KinesisAnalyticsV2::ApplicationCloudWatchLoggingOption',
    properties: {
      ApplicationName: refOf(id),
      CloudWatchLoggingOption: {
        LogStreamARN: arn('logs', join('log-group:', group, ':log-stream:', refOf(stream))),
      },
    },
  });
  if (drawn !== undefined) return;
  out.allow(node.id, {
    actions: ['logs:DescribeLogStreams', 'logs:PutLogEvents'],
    resources: [arn('logs', join('log-group:', group, ':*'))],
  });
  out.allow(node.id, {
    actions: ['logs:DescribeLogGroups'],
    resources: [arn('logs', 'log-group:*')],
  });
};

/** What the program is told, as one group of its runtime properties. */
export const writeProperties = (
  scope: NodeScope,
  environment: ReadonlyMap<string, Expression>,
): void => {
  if (environment.size === 0 || !scope.out.has(scope.id)) return;
  scope.out.set(scope.id, 'ApplicationConfiguration.EnvironmentProperties', {
    PropertyGroups: [
      {
        PropertyGroupId: propertyGroup,
        PropertyMap: document(Object.fromEntries(environment)),
      },
    ],
  });
};
