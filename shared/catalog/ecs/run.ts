import { array, type Code, flag } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { type Expression, type ExpressionObject, isToken, join } from '../expression.ts';
import { networkOf } from '../network/placement.ts';
import { securityGroupCodes, securityGroupIds } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { taskId } from './ids.ts';

/** What somebody who starts single tasks of a service has to say: where they run. */
export interface TaskNetwork {
  /** The members of `AwsvpcConfiguration`; some APIs write its name in another case. */
  readonly configuration: ExpressionObject;
  readonly props: Readonly<Record<string, Code | undefined>>;
}

/** The tasks run where those of the service do. `subnets` is the name of the selection in the CDK class. */
export const taskNetwork = (
  service: NodeScope,
  subnets: 'subnetSelection' | 'vpcSubnets',
): TaskNetwork => {
  const network = networkOf(service);
  const publicIp = publicIpOf(service);
  return {
    configuration: {
      AssignPublicIp: publicIp,
      SecurityGroups: securityGroupIds(service),
      Subnets: network?.subnetIds ?? [],
    },
    props: {
      taskDefinition: constructRef(taskId(service)),
      [subnets]: network?.selection,
      securityGroups: array(securityGroupCodes(service)),
      assignPublicIp: flag(publicIp === 'ENABLED'),
    },
  };
};

/** Whoever starts a task writes this down in its own resource, so it must be known. */
export const publicIpOf = (service: NodeScope): string => {
  const value = service.value('assignPublicIp') ?? 'DISABLED';
  if (isToken(value))
    service.out.problem(
      `"${service.node.name}": assignPublicIp must be known when the export is made, because something starts its tasks. Set it to a plain value.`,
    );
  return value === 'ENABLED' ? 'ENABLED' : 'DISABLED';
};

const commas = (items: readonly Expression[]): Expression =>
  join(...items.flatMap((item, index) => (index === 0 ? [item] : [',', item])));

/** The subnets as a text with commas, for code that starts tasks. */
export const subnetList = (service: NodeScope): Expression =>
  commas(networkOf(service)?.subnetIds ?? []);

/** The security groups as a text with commas. */
export const securityGroupList = (service: NodeScope): Expression =>
  commas(securityGroupIds(service));
