import { isJsonObject, type Json } from '../../lib/json.ts';
import { type Code, call, flag, invoke, member, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import {
  type Expression,
  type ExpressionObject,
  getAtt,
  isToken,
  tokenKind,
} from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { nameTag } from './emit-subnets.ts';

/** A security group of a node: an attached one, or the one that the export gives it. */
export interface NodeSecurityGroup {
  readonly id: string;
  /** The drawn group; absent for the one that the export adds. */
  readonly drawn?: NodeScope;
}

/** The security groups of a node in a VPC. */
export const securityGroupsOf = (scope: NodeScope): readonly NodeSecurityGroup[] => {
  const drawn = scope.graph.securityGroups(scope.node).map(scope.scopeOf);
  return drawn.length > 0
    ? drawn.map((group) => ({ id: group.id, drawn: group }))
    : [{ id: `${scope.id}SecurityGroup` }];
};

export const securityGroupIds = (scope: NodeScope): readonly Expression[] =>
  securityGroupsOf(scope).map(({ id }) => getAtt(id, 'GroupId'));

export const securityGroupCodes = (scope: NodeScope): readonly Code[] =>
  securityGroupsOf(scope).map(({ id }) => constructRef(id));

/** What the L2 construct writes for `allowAllOutbound`; CloudFormation does the same when nothing is said. */
export const allOutbound: ExpressionObject = {
  CidrIp: '0.0.0.0/0',
  Description: 'Allow all outbound traffic by default',
  IpProtocol: '-1',
};

/** Gives a node in a VPC a security group of its own, unless some are attached. */
export const emitOwnSecurityGroup = (
  scope: NodeScope,
  vpc: NodeScope,
  ingress: readonly ExpressionObject[] = [],
): void => {
  const [group] = securityGroupsOf(scope);
  if (group === undefined || group.drawn !== undefined) return;
  const description = `Security group of ${scope.id}`;
  scope.out.resource(group.id, {
    type: 'AWS::EC2::SecurityGroup',
    properties: {
      GroupDescription: description,
      VpcId: vpc.attribute('id'),
      ...(ingress.length > 0 ? { SecurityGroupIngress: ingress } : {}),
      SecurityGroupEgress: [allOutbound],
      Tags: nameTag(group.id),
    },
    cdk: {
      class: 'ec2.SecurityGroup',
      props: {
        vpc: vpc.construct,
        description: text(description),
        allowAllOutbound: flag(true),
      },
    },
  });
};

/** The traffic that a rule lets through. */
export interface Traffic {
  readonly protocol: string;
  /** Ports; for ICMP the type and the code. Absent: all. */
  readonly from?: Expression;
  readonly to?: Expression;
}

/** One TCP port. */
export const tcp = (port: Expression): Traffic => ({ protocol: 'tcp', from: port, to: port });

/** The traffic as a rule's properties. */
export const trafficProperties = ({ protocol, from, to }: Traffic): ExpressionObject => ({
  IpProtocol: protocol,
  FromPort: from,
  ToPort: to,
});

/** An `ec2.Port`. */
export const portCode = ({ protocol, from, to }: Traffic): Code => {
  if (protocol === '-1') return call('ec2.Port.allTraffic');
  if (protocol === 'icmp')
    return from === undefined || from === -1
      ? call('ec2.Port.allIcmp')
      : call('ec2.Port.icmpTypeAndCode', codeOf(from), codeOf(to ?? -1));
  const method = protocol === 'udp' ? 'udp' : 'tcp';
  if (from === undefined || to === undefined || (from === 0 && to === 65_535))
    return call(`ec2.Port.all${method === 'udp' ? 'Udp' : 'Tcp'}`);
  return from === to
    ? call(`ec2.Port.${method}`, portNumber(from))
    : call(`ec2.Port.${method}Range`, portNumber(from), portNumber(to));
};

/** What is known at deployment only is a text to the CDK. */
const portNumber = (port: Expression): Code =>
  typeof port === 'number' || (isToken(port) && tokenKind(port) === 'typed')
    ? codeOf(port)
    : call('cdk.Token.asNumber', codeOf(port));

/** A name for the traffic in ids. */
const trafficId = ({ protocol, from, to }: Traffic): string =>
  [protocol === '-1' ? 'All' : protocol, from, to === from ? undefined : to]
    .map((part) => (typeof part === 'object' ? 'Port' : String(part ?? '')))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
    // ICMP counts from -1, which stands for all types.
    .replaceAll('-1', '');

export interface Opening {
  /** Who connects. */
  readonly from: NodeScope;
  /** Who is connected to. */
  readonly to: NodeScope;
  readonly traffic: Traffic;
  readonly description: string;
  /** Constructs of the target that take rules; its own construct unless said otherwise. */
  readonly connectables?: readonly Code[];
  /** Who connects, for the CDK, where the construct of the source has no connections. */
  readonly peers?: readonly Code[];
  /** The addresses that connect, where they belong to nothing in a VPC. */
  readonly range?: Expression;
  /** True when an L2 construct adds the rules by itself. */
  readonly isBrought?: boolean;
}

/** Groups that may send only where a rule allows it, and for which some rule does. */
const opened = new WeakSet<NodeScope>();

/** True when a rule of its own lets the group send somewhere. */
export const hasEgressRule = (group: NodeScope): boolean => opened.has(group);

/**
 * Lets the security groups of one node connect to those of another. The rules are resources of their own, so
 * that two groups can name each other. Between VPCs the range of the source's VPC is named instead of its group.
 */
export const allowConnection = (opening: Opening): void => {
  const { from, to, traffic, description } = opening;
  const sourceVpc = from.graph.vpc(from.node);
  const targetVpc = to.graph.vpc(to.node);
  if (!targetVpc) return;
  const range =
    opening.range ??
    (sourceVpc && sourceVpc.id !== targetVpc.id
      ? from.scopeOf(sourceVpc).attribute('cidrBlock')
      : undefined);
  if (!sourceVpc && range === undefined) return;
  const connectables =
    opening.connectables ??
    (groupsOf(to).length > 1 ? groupsOf(to).map(({ id }) => constructRef(id)) : [to.construct]);
  if (!opening.isBrought)
    for (const connectable of connectables)
      for (const peer of range !== undefined
        ? [call('ec2.Peer.ipv4', codeOf(range))]
        : (opening.peers ?? peersOf(from)))
        to.out.statement(
          invoke(
            member(connectable, 'connections'),
            'allowFrom',
            peer,
            portCode(traffic),
            text(description),
          ),
        );
  const rule = { ...trafficProperties(traffic), Description: description };
  for (const target of groupsOf(to)) {
    if (range !== undefined) {
      to.out.append(target.id, 'SecurityGroupIngress', { CidrIp: range, ...rule });
      continue;
    }
    for (const source of groupsOf(from)) {
      addRule(to, `${target.id}From${source.id}${trafficId(traffic)}`, 'Ingress', {
        GroupId: getAtt(target.id, 'GroupId'),
        SourceSecurityGroupId: getAtt(source.id, 'GroupId'),
        ...rule,
      });
      if (source.drawn === undefined || sendsEverywhere(source.drawn)) continue;
      opened.add(source.drawn);
      addRule(from, `${source.id}To${target.id}${trafficId(traffic)}`, 'Egress', {
        GroupId: getAtt(source.id, 'GroupId'),
        DestinationSecurityGroupId: getAtt(target.id, 'GroupId'),
        ...rule,
      });
    }
  }
};

/** Lets a node send to addresses outside AWS, where its security groups do not let everything out. */
export const allowOut = (
  from: NodeScope,
  range: Expression,
  traffic: Traffic,
  description: string,
): void => {
  const rule = { CidrIp: range, ...trafficProperties(traffic), Description: description };
  for (const { id, drawn } of from.graph.vpc(from.node) ? groupsOf(from) : []) {
    if (drawn === undefined || sendsEverywhere(drawn)) continue;
    opened.add(drawn);
    // The L2 construct makes a resource of a rule with a port that is known at deployment only.
    if (isToken(traffic.from)) {
      const ruleId = `${id}To${from.id}${trafficId(traffic)}Outside`;
      addRule(from, ruleId, 'Egress', { GroupId: getAtt(id, 'GroupId'), ...rule });
    } else from.out.append(id, 'SecurityGroupEgress', rule);
    from.out.statement(
      invoke(
        constructRef(id),
        'addEgressRule',
        call('ec2.Peer.ipv4', codeOf(range)),
        portCode(traffic),
        text(description),
      ),
    );
  }
};

/** A security group is its own group. */
const groupsOf = (scope: NodeScope): readonly NodeSecurityGroup[] =>
  scope.node.kind === 'security-group' ? [{ id: scope.id, drawn: scope }] : securityGroupsOf(scope);

/**
 * Who connects, for the CDK: an L1 construct has no connections, but its security groups have. Of several groups some
 * constructs name the first one only.
 */
const peersOf = (from: NodeScope): readonly Code[] => {
  const groups = groupsOf(from);
  return groups.length === 1 && from.out.hasConstruct(from.id)
    ? [from.construct]
    : groups.map(({ id }) => constructRef(id));
};

/** Two connections may ask for the same rule, which AWS takes once. */
const addRule = (
  { out }: NodeScope,
  id: string,
  direction: 'Ingress' | 'Egress',
  properties: ExpressionObject,
): void => {
  if (!out.has(id))
    out.resource(id, { type: `AWS::EC2::SecurityGroup${direction}`, properties, cdk: 'none' });
};

/** True when a drawn security group lets everything out: no rule limits it, or one allows all. */
export const sendsEverywhere = (group: NodeScope): boolean => {
  const rules = group.graph.value(group.node, 'egressRules');
  if (!Array.isArray(rules) || rules.length === 0) return group.read('allowAllOutbound') !== false;
  return rules.some(allowsAll);
};

/** True for a rule, as the user writes it, that lets all traffic to anywhere through. */
const allowsAll = (rule: Json): boolean =>
  isJsonObject(rule) &&
  (rule.protocol === '-1' || rule.protocol === 'all') &&
  (rule.source === '0.0.0.0/0' || rule.source === '::/0');
