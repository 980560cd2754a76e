import { array, flag } from '../../lib/typescript/syntax.ts';
import type { ConnectionScope } from '../connection.ts';
import { portOf as containerPort } from '../ecs/task.ts';
import { listenerPort } from '../elb/listener.ts';
import { join, pseudo } from '../expression.ts';
import { refuseUnknown } from '../known.ts';
import { physicalNameCode } from '../log-groups.ts';
import { networkOf } from '../network/placement.ts';
import {
  allowConnection,
  emitOwnSecurityGroup,
  securityGroupCodes,
  securityGroupIds,
  tcp,
} from '../network/security-groups.ts';
import type { LinkScope, NodeScope } from '../service.ts';

/** What an API reaches through a VPC link. */
export interface LinkedTarget {
  readonly to: 'load-balancer' | 'container';
  /** Links of the first version lead to it, too. */
  readonly byFirstVersion?: true;
}

/** A link of v2 as REST APIs of the CDK take it. */
export const restLinkId = ({ id }: NodeScope): string => `${id}ForRest`;

/** True for a link of the first version, which is a private link to one Network Load Balancer. */
export const isFirstVersion = (link: NodeScope): boolean => link.read('version') === 'v1';

const targetsOf = (link: NodeScope): readonly LinkScope[] =>
  link.links('out', { mechanism: 'private-access' });

/** How a target is reached; rows of `private-access` that start at a link have these options. */
export const linkedTarget = ({ options }: LinkScope): LinkedTarget => options as LinkedTarget;

/** The link in the subnets of its VPC, or the older one to a load balancer. */
export const emitVpcLink = (scope: NodeScope): void => {
  if (refuseUnknown(scope, 'version')) return;
  const { out, id } = scope;
  const linkName = scope.value('name') ?? join(pseudo('StackName'), `-${id.slice(0, 60)}`);
  if (isFirstVersion(scope)) emitFirstVersion(scope, linkName);
  else {
    const network = networkOf(scope, { onePerZone: true });
    if (!network) {
      if (!scope.graph.vpc(scope.node))
        out.problem(`"${scope.node.name}" is in no VPC. Put it into the one that it leads to.`);
      return;
    }
    emitOwnSecurityGroup(scope, network.vpc);
    out.resource(id, {
      type: 'AWS::ApiGatewayV2::VpcLink',
      properties: {
        Name: linkName,
        SubnetIds: network.subnetIds,
        SecurityGroupIds: securityGroupIds(scope),
      },
      cdk: scope.l2('apigwv2.VpcLink', {
        vpcLinkName: physicalNameCode(linkName),
        vpc: network.vpc.construct,
        subnets: network.selection,
        securityGroups: array(securityGroupCodes(scope)),
      }),
    });
  }
};

const emitFirstVersion = (scope: NodeScope, linkName: ReturnType<typeof join>): void => {
  const { out, id, node } = scope;
  const [first, another] = targetsOf(scope).filter(
    (link) => linkedTarget(link).byFirstVersion === true,
  );
  if (first === undefined || another !== undefined) {
    out.problem(
      `"${node.name}" is a VPC link of version v1, which leads to one Network Load Balancer. Connect ${first === undefined ? 'one' : 'one only'}, or set version to v2.`,
    );
    return;
  }
  out.resource(id, {
    type: 'AWS::ApiGateway::VpcLink',
    properties: { Name: linkName, TargetArns: [first.target.attribute('arn')] },
    cdk: scope.l2('apigw.VpcLink', {
      vpcLinkName: physicalNameCode(linkName),
      targets: array([first.target.construct]),
    }),
  });
};

/** Lets a VPC link in at what it leads to. */
export const openVpcLink = (scope: ConnectionScope): void => {
  const { source, target, graph } = scope;
  const { to, byFirstVersion } = linkedTarget(scope);
  const problem = (reason: string): void =>
    source.out.problem(`"${source.node.name}" cannot lead to "${target.node.name}": ${reason}`);
  if (isFirstVersion(source)) {
    if (byFirstVersion !== true)
      problem('a VPC link of version v1 leads to Network Load Balancers only. Set version to v2.');
    else {
      // What comes over a private link has none of the addresses that the rules know.
      target.out.set(target.id, 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic', 'off');
      target.out.props(target.id, {
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: flag(false),
      });
    }
    return;
  }
  const mine = graph.vpc(source.node);
  const other = graph.vpc(target.node);
  if (mine && other && mine.id !== other.id) {
    problem(`they are in two VPCs. Put the link into "${other.name}".`);
    return;
  }
  if (
    String(target.service?.properties.listenerProtocol && target.read('listenerProtocol')).includes(
      'UDP',
    )
  ) {
    problem('APIs speak HTTP, and it listens to UDP. Set listenerProtocol to TCP or TLS.');
    return;
  }
  allowConnection({
    from: source,
    to: target,
    traffic: tcp(to === 'container' ? containerPort(target) : listenerPort(target)),
    description: `${source.id} to ${target.id}`,
    peers: securityGroupCodes(source),
  });
};

/** What a route that ends at a VPC link leads to: the named target, else the only one. */
export const routedTo = (route: LinkScope): LinkScope | undefined => {
  const targets = targetsOf(route.target);
  const wanted = route.read('target');
  const [found, another] =
    typeof wanted === 'string' && wanted !== ''
      ? targets.filter(({ target }) => target.node.id === wanted)
      : targets;
  return another === undefined ? found : undefined;
};

interface Takes {
  readonly versions: readonly string[];
  /** It asks Cloud Map for containers. */
  readonly containers?: true;
}

/** Says why a route cannot use its VPC link; true when there is a reason. */
export const refuseLink = (route: LinkScope, takes: Takes): boolean => {
  const reason = whyNoLink(route, takes);
  if (reason === undefined) return false;
  route.source.out.problem(`The route from "${route.source.node.name}" ${reason}`);
  return true;
};

/** Why a route cannot use its VPC link; undefined when it can. */
const whyNoLink = (route: LinkScope, takes: Takes): string | undefined => {
  const version = String(route.target.read('version'));
  if (!takes.versions.includes(version))
    return `leads to a VPC link of version ${version}; this sort of API takes ${takes.versions.join(' and ')}.`;
  const found = routedTo(route);
  if (found === undefined)
    return targetsOf(route.target).length === 0
      ? `ends at "${route.target.node.name}", which leads to nothing. Connect the link to a load balancer.`
      : `ends at "${route.target.node.name}", which leads to several targets. Say which one is meant.`;
  return linkedTarget(found).to === 'container' && takes.containers !== true
    ? `leads to "${found.target.node.name}" through AWS Cloud Map, which only HTTP APIs ask. Put a load balancer in between.`
    : undefined;
};
