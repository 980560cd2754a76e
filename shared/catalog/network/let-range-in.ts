import { call, invoke, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, type ExpressionObject, getAtt, isToken } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import {
  type NodeSecurityGroup,
  portCode,
  type Traffic,
  trafficProperties,
} from './security-groups.ts';

/** What a security group has been told to let in, so that nothing is written twice. */
const admitted = new WeakMap<NodeScope['out'], Set<string>>();

/** Lets a range of addresses into a security group of a node. */
export const letRangeIn = (
  { out }: NodeScope,
  group: NodeSecurityGroup,
  range: Expression,
  traffic: Traffic,
  description: string,
): void => {
  const present = admitted.get(out) ?? new Set<string>();
  admitted.set(out, present);
  const key = JSON.stringify([group.id, range, traffic]);
  if (present.has(key)) return;
  present.add(key);
  const rule: ExpressionObject = {
    CidrIp: range,
    ...trafficProperties(traffic),
    Description: description,
  };
  // The L2 construct makes a resource of a rule with a port that is known at deployment only.
  if (isToken(traffic.from)) {
    let free = 1;
    while (out.has(`${group.id}Clients${free}`)) free += 1;
    out.resource(`${group.id}Clients${free}`, {
      type: 'AWS::EC2::SecurityGroupIngress',
      properties: { GroupId: getAtt(group.id, 'GroupId'), ...rule },
      cdk: 'none',
    });
  } else out.append(group.id, 'SecurityGroupIngress', rule);
  out.statement(
    invoke(
      constructRef(group.id),
      'addIngressRule',
      call('ec2.Peer.ipv4', codeOf(range)),
      portCode(traffic),
      text(description),
    ),
  );
};
