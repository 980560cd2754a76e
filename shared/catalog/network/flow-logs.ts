import { call, invoke, name, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { type Expression, getAtt, refOf } from '../expression.ts';
import { emitLogGroup } from '../log-groups.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';

/** How long the flow logs of a VPC are kept that has no log group drawn for them. */
const retentionDays = 30;

interface FlowLog {
  /** The name under the VPC's. */
  readonly name: string;
  readonly trafficType: Expression;
}

/** Flow logs of a VPC in a log group of their own. */
export const emitFlowLogs = (vpc: NodeScope): void => {
  const { out, id } = vpc;
  const group = `${id}FlowLogsLogGroup`;
  emitLogGroup(out, group, { days: retentionDays });
  toLogGroup(vpc, { name: 'FlowLogs', trafficType: 'ALL' }, group, refOf(group));
};

/** Flow logs of a VPC in a drawn log group. */
export const emitFlowLogsToGroup = (link: LinkScope): void =>
  toLogGroup(link.source, drawnFlowLog(link), link.target.id, link.target.attribute('name'));

/** Flow logs of a VPC in a drawn bucket; the bucket's policy lets the delivery service in. */
export const emitFlowLogsToBucket = (scope: ConnectionScope): void => {
  const { source, target } = scope;
  for (const statement of scope.statements('target-policy'))
    target.out.allowOn(target.node.id, statement);
  emitFlowLog(
    source,
    drawnFlowLog(scope),
    { LogDestinationType: 's3', LogDestination: target.attribute('arn') },
    call('ec2.FlowLogDestination.toS3', target.construct),
  );
};

/** The flow log a connection draws; two to the same place, say for two kinds of traffic, are numbered. */
const drawnFlowLog = ({ source, target, value }: LinkScope): FlowLog => {
  const base = `FlowLogsTo${target.id}`;
  let name = base;
  for (let number = 2; source.out.has(`${source.id}${name}FlowLog`); number++)
    name = `${base}${number}`;
  return { name, trafficType: value('trafficType') ?? 'ALL' };
};

const toLogGroup = (
  vpc: NodeScope,
  flowLog: FlowLog,
  group: string,
  groupName: Expression,
): void => {
  const role = `${vpc.id}${flowLog.name}IAMRole`;
  serviceRole(vpc.out, role, {
    service: 'vpc-flow-logs.amazonaws.com',
    policy: {
      name: 'WriteFlowLogs',
      statements: [
        {
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          resources: [getAtt(group, 'Arn')],
        },
      ],
    },
    cdk: 'none',
  });
  emitFlowLog(
    vpc,
    flowLog,
    {
      LogDestinationType: 'cloud-watch-logs',
      LogGroupName: groupName,
      DeliverLogsPermissionArn: getAtt(role, 'Arn'),
    },
    call('ec2.FlowLogDestination.toCloudWatchLogs', constructRef(group)),
  );
};

const emitFlowLog = (
  { out, id, construct }: NodeScope,
  flowLog: FlowLog,
  destination: Readonly<Record<string, Expression>>,
  destinationCode: ReturnType<typeof call>,
): void => {
  out.resource(`${id}${flowLog.name}FlowLog`, {
    type: 'AWS::EC2::FlowLog',
    properties: {
      ResourceId: refOf(id),
      ResourceType: 'VPC',
      TrafficType: flowLog.trafficType,
      ...destination,
    },
    cdk: 'none',
  });
  out.statement(
    invoke(
      construct,
      'addFlowLog',
      text(flowLog.name),
      object({
        destination: destinationCode,
        trafficType:
          typeof flowLog.trafficType === 'string'
            ? { kind: 'member', object: name('ec2.FlowLogTrafficType'), name: flowLog.trafficType }
            : { kind: 'as', value: codeOf(flowLog.trafficType), type: 'ec2.FlowLogTrafficType' },
      }),
    ),
  );
};
