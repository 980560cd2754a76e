import { isJsonObject, type Json } from '../../lib/json.ts';
import { type Code, call, invoke, text } from '../../lib/typescript/syntax.ts';
import { isIntrinsic } from '../../model/value.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, type ExpressionObject, expressionOf, getAtt } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { portCode, type Traffic, trafficProperties } from './security-groups.ts';

/** A rule as the user writes it: `{ protocol, fromPort, toPort, source }`. */
export interface GroupRule {
  readonly traffic: Traffic;
  readonly peer: Peer;
  readonly description: string;
}

interface Peer {
  /** `CidrIp` and the like, without the direction in front of it. */
  readonly property: 'CidrIp' | 'CidrIpv6' | 'PrefixListId' | 'SecurityGroupId';
  readonly value: Expression;
  readonly code: Code;
  /** The rule is a resource of its own: groups of one template may name each other. */
  readonly isApart: boolean;
}

/** The rules of a property of a drawn security group. */
export const groupRules = (
  scope: NodeScope,
  property: 'ingressRules' | 'egressRules',
): readonly GroupRule[] => {
  const rules = scope.graph.value(scope.node, property);
  return (Array.isArray(rules) ? rules : []).flatMap((rule): GroupRule[] => {
    if (!isJsonObject(rule)) return [];
    const traffic = trafficOf(rule);
    const peer = peerOf(scope, rule.source ?? rule.destination ?? rule.peer ?? rule.cidr ?? null);
    if (!peer) {
      scope.out.problem(
        `"${scope.node.name}": a rule names ${JSON.stringify(rule.source ?? null)}, which is neither a range such as 10.0.0.0/16 nor a security group of the design.`,
      );
      return [];
    }
    const written =
      typeof rule.description === 'string' ? rule.description : defaultDescription(traffic);
    return [{ traffic, peer, description: safeDescription(written) }];
  });
};

const protocols: ReadonlySet<string> = new Set(['tcp', 'udp', 'icmp', '-1']);

const trafficOf = (rule: Readonly<Record<string, Json>>): Traffic => {
  const wish = String(rule.protocol ?? 'tcp').toLowerCase();
  const protocol = wish === 'all' ? '-1' : protocols.has(wish) ? wish : 'tcp';
  if (protocol === '-1') return { protocol };
  const from = rule.fromPort ?? rule.port;
  const to = rule.toPort ?? from ?? null;
  if (from === undefined || from === null)
    return protocol === 'icmp' ? { protocol, from: -1, to: -1 } : { protocol, from: 0, to: 65_535 };
  const first = expressionOf(from);
  return { protocol, from: first, to: to === from || to === null ? first : expressionOf(to) };
};

const peerOf = (scope: NodeScope, source: Json): Peer | undefined => {
  if (isIntrinsic(source)) {
    const value = expressionOf(source);
    return {
      property: 'CidrIp',
      value,
      code: call('ec2.Peer.ipv4', codeOf(value)),
      isApart: false,
    };
  }
  if (typeof source !== 'string') return undefined;
  if (/^[0-9.]+\/\d+$/.test(source)) return address('CidrIp', 'ipv4', source);
  if (/^[0-9a-f:.]+\/\d+$/i.test(source)) return address('CidrIpv6', 'ipv6', source);
  if (/^pl-[0-9a-f]+$/.test(source)) return address('PrefixListId', 'prefixList', source);
  if (/^sg-[0-9a-f]+$/.test(source)) return address('SecurityGroupId', 'securityGroupId', source);
  const group = scope.graph.node(source);
  if (group?.kind !== 'security-group') return undefined;
  const { id } = scope.scopeOf(group);
  return {
    property: 'SecurityGroupId',
    value: getAtt(id, 'GroupId'),
    code: constructRef(id),
    isApart: true,
  };
};

const address = (property: Peer['property'], method: string, value: string): Peer => ({
  property,
  value,
  code: call(`ec2.Peer.${method}`, text(value)),
  // The L2 construct writes rules for prefix lists as resources, too.
  isApart: property === 'PrefixListId',
});

const defaultDescription = ({ protocol, from, to }: Traffic): string => {
  if (protocol === '-1') return 'All traffic';
  const ports = typeof from === 'number' && typeof to === 'number' ? ` ${from}` : '';
  const end = from === to || ports === '' ? '' : `-${String(to)}`;
  return `${protocol.toUpperCase()}${ports}${end}`;
};

/** What AWS takes in descriptions of rules. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html */
const safeDescription = (description: string): string =>
  description.replace(/[^a-zA-Z0-9 ._:/()#,@[\]+=&;{}!$*-]/g, ' ').slice(0, 255);

/** True when the rule is a resource of its own; the L2 construct decides so, too. */
export const isApart = ({ peer, traffic }: GroupRule): boolean =>
  peer.isApart || typeof traffic.from === 'object' || typeof traffic.to === 'object';

/** A rule inside the group's own properties. */
export const inlineRule = (
  { peer, traffic, description }: GroupRule,
  direction: 'Ingress' | 'Egress',
): ExpressionObject => ({
  [peerProperty(peer, direction)]: peer.value,
  ...trafficProperties(traffic),
  Description: description,
});

const peerProperty = ({ property }: Peer, direction: 'Ingress' | 'Egress'): string => {
  if (property === 'CidrIp' || property === 'CidrIpv6') return property;
  return `${direction === 'Ingress' ? 'Source' : 'Destination'}${property}`;
};

/** `group.addIngressRule(peer, port, description)` */
export const ruleCode = (
  group: Code,
  { peer, traffic, description }: GroupRule,
  direction: 'Ingress' | 'Egress',
): Code => invoke(group, `add${direction}Rule`, peer.code, portCode(traffic), text(description));
