import { type Code, flag, invoke, member, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, isToken, type Token, type TypedToken, tokenKind } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { letRangeIn } from '../network/let-range-in.ts';
import type { NodeNetwork } from '../network/placement.ts';
import { networkOf } from '../network/placement.ts';
import {
  emitOwnSecurityGroup,
  securityGroupCodes,
  securityGroupIds,
  securityGroupsOf,
  type Traffic,
} from '../network/security-groups.ts';
import { rangesOf } from '../network/vpn.ts';
import type { NodeScope } from '../service.ts';

/** An attribute of a load balancer, and the property of the L2 construct for it. */
export interface BalancerAttribute {
  readonly key: string;
  /** A truth value or a number of the design; undefined: as AWS has it. */
  readonly value: Expression | undefined;
  readonly prop: string;
  readonly code: Code | undefined;
}

export interface BalancerForm {
  readonly class: 'elbv2.ApplicationLoadBalancer' | 'elbv2.NetworkLoadBalancer';
  readonly type: 'application' | 'network';
  readonly attributes: readonly BalancerAttribute[];
  /** Where clients connect; the own security group lets them in. */
  readonly traffic: readonly Traffic[];
}

export const isInternetFacing = (scope: NodeScope): boolean =>
  scope.read('scheme') === 'internet-facing';

/** The listener that clients connect to. */
export const listenerId = ({ id }: NodeScope): string => `${id}Listener`;

/** A load balancer in its subnets, behind its security groups; undefined, and a problem said, when it has no place. */
export const emitBalancer = (scope: NodeScope, form: BalancerForm): NodeNetwork | undefined => {
  const { out, id, node, graph } = scope;
  if (refuseUnknown(scope, 'scheme', 'listenerProtocol')) return undefined;
  const network = networkOf(scope, { onePerZone: true });
  if (!network) {
    if (!graph.vpc(node)) out.problem(`"${node.name}" is in no VPC. Put it into subnets of one.`);
    return undefined;
  }
  if (isInternetFacing(scope) && !network.hasPublic) {
    out.problem(
      `"${node.name}" is internet-facing, but none of its subnets is public. Put it into public subnets, or set scheme to internal.`,
    );
    return undefined;
  }
  emitOwnSecurityGroup(scope, network.vpc);
  letClientsIn(scope, network.vpc, form.traffic);
  const isOpen = isInternetFacing(scope);
  const attributes = form.attributes.filter(({ value }) => value !== undefined);
  const groups = securityGroupCodes(scope);
  const isNetwork = form.type === 'network';
  out.resource(id, {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    properties: {
      ...scope.cfnProperties(),
      Type: form.type,
      Scheme: isOpen ? 'internet-facing' : 'internal',
      Subnets: network.subnetIds,
      SecurityGroups: securityGroupIds(scope),
      LoadBalancerAttributes: attributes.map(({ key, value }) => ({
        Key: key,
        Value: attributeText(value),
      })),
    },
    // Clients must find a way in and out when it starts.
    dependsOn: isOpen
      ? publicOf(network).flatMap((subnet) => [
          `${subnet.id}DefaultRoute`,
          `${subnet.id}RouteTableAssociation`,
        ])
      : [],
    cdk: scope.l2(form.class, {
      vpc: network.vpc.construct,
      vpcSubnets: network.selection,
      internetFacing: isOpen ? flag(true) : undefined,
      ...(isNetwork
        ? { securityGroups: { kind: 'array', items: groups } }
        : { securityGroup: groups[0] }),
      ...Object.fromEntries(
        attributes.flatMap(({ prop, value, code }) => (isToken(value) ? [] : [[prop, code]])),
      ),
    }),
  });
  if (!isNetwork)
    for (const group of groups.slice(1))
      out.statement(invoke(scope.construct, 'addSecurityGroup', group));
  for (const { key, value } of attributes)
    if (isToken(value))
      out.statement(invoke(scope.construct, 'setAttribute', text(key), codeOf(untyped(value))));
  return network;
};

/** The subnets with a route to the internet gateway. */
const publicOf = ({ plan, subnets }: NodeNetwork) =>
  subnets.filter((subnet) =>
    plan.groups.some((group) => group.type === 'public' && group.subnets.includes(subnet)),
  );

/** A number or a truth value that is known at deployment only, as the text that it comes as. */
const untyped = (value: Token): Expression =>
  tokenKind(value) === 'typed' ? (value as TypedToken).value : value;

/** Attributes are texts, whatever they mean. */
const attributeText = (value: Expression | undefined): Expression =>
  typeof value === 'boolean' || typeof value === 'number' ? String(value) : (value ?? '');

/** The own security group lets in whoever the load balancer is for: the internet, or the VPC. */
const letClientsIn = (scope: NodeScope, vpc: NodeScope, traffic: readonly Traffic[]): void => {
  const [group] = securityGroupsOf(scope);
  if (group === undefined || group.drawn !== undefined) return;
  for (const { source, description } of clientsOf(scope, vpc))
    for (const one of traffic) letRangeIn(scope, group, source, one, description);
};

/** Where clients come from, as ranges of addresses. */
const clientsOf = (
  scope: NodeScope,
  vpc: NodeScope,
): readonly { readonly source: Expression; readonly description: string }[] =>
  isInternetFacing(scope)
    ? [{ source: '0.0.0.0/0', description: 'Clients on the internet' }]
    : [
        { source: vpc.attribute('cidrBlock'), description: 'Clients in the VPC' },
        ...rangesOf(scope.links('in', { mechanism: 'http-call' })).map(({ range, site }) => ({
          source: range,
          description: `Clients in ${site.id}`,
        })),
      ];

/** What the attributes of both kinds of load balancers have in common. */
export const balancerAttributes = {
  arn: { cfn: 'Ref', cdk: 'loadBalancerArn' },
  dnsName: { cfn: 'DNSName', cdk: 'loadBalancerDnsName' },
  hostedZoneId: { cfn: 'CanonicalHostedZoneID', cdk: 'loadBalancerCanonicalHostedZoneId' },
  fullName: { cfn: 'LoadBalancerFullName', cdk: 'loadBalancerFullName' },
  name: { cfn: 'LoadBalancerName', cdk: 'loadBalancerName' },
} as const;

/** The ARN of the listener, as an attribute of the load balancer. */
export const listenerArnCode = (scope: NodeScope): Code =>
  member(constructRef(listenerId(scope)), 'listenerArn');
