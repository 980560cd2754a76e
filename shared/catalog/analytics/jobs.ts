import { isJsonObject } from '../../lib/json.ts';
import { isIntrinsic } from '../../model/value.ts';
import {
  arn,
  document,
  type Expression,
  getAtt,
  intrinsic,
  join,
  pseudo,
  refOf,
} from '../expression.ts';
import { networkOf } from '../network/placement.ts';
import {
  emitOwnSecurityGroup,
  securityGroupIds,
  securityGroupsOf,
  trafficProperties,
} from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { emitJobRole, jobRoleId } from './role.ts';

/** The ARN of a job. */
export const jobArn = ({ id }: NodeScope): Expression => arn('glue', join('job/', refOf(id)));

const isShell = (scope: NodeScope): boolean => scope.read('jobType') === 'pythonshell';

/** A job with its role, and in a VPC with the connection that brings it there. */
export const emitJob = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  emitJobRole(scope, 'glue.amazonaws.com');
  // https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html
  out.allow(node.id, {
    actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [arn('logs', 'log-group:/aws-glue/*')],
  });
  out.allow(node.id, {
    actions: ['cloudwatch:PutMetricData'],
    resources: ['*'],
    conditions: { StringEquals: { 'cloudwatch:namespace': 'Glue' } },
  });
  const script = scriptOf(scope);
  out.allow(node.id, { actions: ['s3:GetObject'], resources: [script.arn] });
  const own = scope.cfnProperties();
  out.resource(id, {
    type: 'AWS::Glue::Job',
    dependsOn: [jobRoleId({ id })],
    properties: {
      ...own,
      Role: scope.attribute('roleArn'),
      Command: {
        Name: scope.value('jobType') ?? 'glueetl',
        ScriptLocation: script.location,
        PythonVersion: isShell(scope) ? '3.9' : '3',
      },
      ...(isShell(scope)
        ? { MaxCapacity: 0.0625 }
        : {
            GlueVersion: scope.value('glueVersion') ?? '5.0',
            WorkerType: scope.value('workerType') ?? 'G.1X',
            NumberOfWorkers: scope.value('numberOfWorkers') ?? 2,
          }),
      // A streaming job runs until somebody stops it.
      Timeout:
        scope.read('jobType') === 'gluestreaming' ? undefined : (scope.value('timeout') ?? 480),
    },
  });
  placeJob(scope);
};

/** Where the script is: as the design says, else as whoever deploys says. */
const scriptOf = (
  scope: NodeScope,
): { readonly location: Expression; readonly arn: Expression } => {
  const { out, id, node, graph } = scope;
  const given = graph.value(node, 'scriptLocation');
  const objects = (path: Expression): Expression =>
    join('arn:', pseudo('Partition'), ':s3:::', path);
  if (typeof given === 'string' && given !== '')
    return { location: given, arn: objects(given.replace(/^s3:\/\//, '')) };
  if (given !== undefined && isJsonObject(given) && isIntrinsic(given))
    return {
      location: intrinsic(given),
      arn: objects(intrinsic({ 'Fn::Select': [1, { 'Fn::Split': ['s3://', given] }] })),
    };
  const bucket = out.parameter(`${id}ScriptBucket`, {
    description: `Name of the bucket that holds the script of ${node.name}.`,
    example: 'my-scripts',
  });
  const key = out.parameter(`${id}ScriptKey`, {
    description: `Key of the script of ${node.name} in that bucket.`,
    example: 'jobs/job.py',
  });
  const path = join(bucket, '/', key);
  return { location: join('s3://', path), arn: objects(path) };
};

/** Brings a job into its VPC: a connection names one subnet, and the workers must reach one another. */
const placeJob = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const network = networkOf(scope);
  const subnet = network?.subnets[0];
  if (network === undefined || subnet === undefined) return;
  emitOwnSecurityGroup(scope, network.vpc);
  for (const [index, group] of securityGroupsOf(scope).entries())
    out.resource(`${id}Workers${index === 0 ? '' : index + 1}`, {
      type: 'AWS::EC2::SecurityGroupIngress',
      properties: {
        GroupId: getAtt(group.id, 'GroupId'),
        SourceSecurityGroupId: getAtt(group.id, 'GroupId'),
        ...trafficProperties({ protocol: 'tcp', from: 0, to: 65_535 }),
        Description: `Workers of ${id} among themselves`,
      },
    });
  const connection = `${id}Network`;
  out.resource(connection, {
    type: 'AWS::Glue::Connection',
    properties: {
      CatalogId: pseudo('AccountId'),
      ConnectionInput: {
        ConnectionType: 'NETWORK',
        Description: `Network of ${id}`,
        PhysicalConnectionRequirements: {
          SubnetId: subnet.ref,
          SecurityGroupIdList: securityGroupIds(scope),
        },
      },
    },
  });
  out.append(id, 'Connections.Connections', refOf(connection));
  out.allow(node.id, {
    actions: ['glue:GetConnection'],
    resources: [arn('glue', 'catalog'), arn('glue', join('connection/', refOf(connection)))],
  });
  // https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html
  out.allow(node.id, { actions: [...networkActions], resources: ['*'] });
};

const networkActions = [
  'ec2:DescribeVpcEndpoints',
  'ec2:DescribeRouteTables',
  'ec2:DescribeVpcAttribute',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeNetworkInterfaces',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:CreateTags',
  'ec2:DeleteTags',
];

/** What the script is told: settings of Glue itself, and where its data is. */
export const writeArguments = (
  scope: NodeScope,
  environment: ReadonlyMap<string, Expression>,
): void => {
  const { out, id } = scope;
  if (!out.has(id)) return;
  const values: Record<string, Expression> = {};
  if (!isShell(scope)) {
    values['--job-language'] = 'python';
    values['--enable-metrics'] = 'true';
    values['--enable-continuous-cloudwatch-log'] = 'true';
    values['--job-bookmark-option'] =
      scope.read('jobBookmark') === true ? 'job-bookmark-enable' : 'job-bookmark-disable';
  }
  for (const [name, value] of environment) values[`--${name}`] = value;
  if (Object.keys(values).length > 0) out.set(id, 'DefaultArguments', document(values));
};
