import {
  array,
  type Code,
  create,
  invoke,
  member,
  name,
  object,
  text,
} from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { containerId, containerName } from '../ecs/ids.ts';
import { portOf as containerPort } from '../ecs/task.ts';
import { type Expression, type ExpressionObject, refOf } from '../expression.ts';
import { networkOf } from '../network/placement.ts';
import { allowConnection, type Traffic, tcp } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { attachedBy } from './forwards.ts';
import {
  networkProtocol,
  type TargetGroup,
  targetGroupAttributes,
  targetGroupId,
} from './target-group.ts';

type Scope = ConnectionScope<TargetGroup>;

/** Targets that are reached by an address and a port inside the VPC. */
interface Servers {
  readonly type: 'ip' | 'instance';
  readonly port: Expression;
  readonly portCode: Code;
  readonly isHttps?: boolean;
  /** Targets that are known now; a service registers its tasks itself. */
  readonly targets?: readonly { readonly cfn: ExpressionObject; readonly code: Code }[];
}

const writeGroup = (scope: Scope, vpc: NodeScope, servers: Servers): void => {
  const { source, options } = scope;
  const { type, port, portCode, isHttps = false, targets } = servers;
  const isApplication = options.balancer === 'application';
  const health = healthOf(scope);
  const http = isHttps ? 'HTTPS' : 'HTTP';
  source.out.resource(targetGroupId(scope), {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    properties: {
      TargetType: type,
      Port: port,
      Protocol: isApplication ? http : networkProtocol(scope).cfn,
      VpcId: vpc.attribute('id'),
      Targets: targets?.map(({ cfn }) => cfn),
      ...health.cfn,
      TargetGroupAttributes: isApplication
        ? [{ Key: 'stickiness.enabled', Value: 'false' }]
        : undefined,
    },
    cdk: {
      class: isApplication ? 'elbv2.ApplicationTargetGroup' : 'elbv2.NetworkTargetGroup',
      props: {
        vpc: vpc.construct,
        targetType: name(`elbv2.TargetType.${type.toUpperCase()}`),
        port: portCode,
        protocol: isApplication
          ? name(`elbv2.ApplicationProtocol.${http}`)
          : networkProtocol(scope).code,
        targets: targets && array(targets.map(({ code }) => code)),
        healthCheck: health.code,
      },
      attributes: targetGroupAttributes,
    },
  });
};

/** The addresses of the connection; a parameter for each that is not known before deployment. */
const addressesOf = (scope: Scope): readonly Expression[] => {
  const { source, target } = scope;
  const given = scope.value('ipAddresses');
  if (Array.isArray(given) && given.length > 0) return given as readonly Expression[];
  const count = Math.max(1, networkOf(target, { onePerZone: true })?.subnets.length ?? 1);
  return Array.from({ length: count }, (_, index) =>
    source.out.parameter(`${scope.resourceId('Address')}${index + 1}`, {
      description: `Private IP address ${index + 1} of ${target.node.name} that ${source.node.name} sends to.`,
      example: `10.0.0.${10 + index}`,
    }),
  );
};

/** Addresses, of which some may be outside the VPC. */
export const writeAddresses = (scope: Scope): void => {
  const { source, target, graph } = scope;
  const vpc = graph.vpc(source.node);
  if (!vpc) return;
  const port = scope.value('port') ?? 80;
  const portCode = scope.code('port') ?? codeOf(80);
  // Addresses outside the VPC belong to none of its zones.
  const zone = graph.vpc(target.node)?.id === vpc.id ? undefined : 'all';
  writeGroup(scope, source.scopeOf(vpc), {
    type: 'ip',
    port,
    portCode,
    isHttps: scope.options.balancer === 'application' && scope.read('protocol') === 'HTTPS',
    targets: addressesOf(scope).map((address) => ({
      cfn: { Id: address, Port: port, AvailabilityZone: zone },
      code: create(
        'elbv2Targets.IpTarget',
        codeOf(address),
        portCode,
        zone === undefined ? undefined : text(zone),
      ),
    })),
  });
};

/** The VPC of both ends; undefined, and a problem said, when they are in two. */
const commonVpc = ({ source, target, graph }: Scope): NodeScope | undefined => {
  const mine = graph.vpc(source.node);
  const other = graph.vpc(target.node);
  // Whoever is in no VPC says so itself.
  if (!mine || !other) return undefined;
  if (mine.id === other.id) return source.scopeOf(mine);
  source.out.problem(
    `"${source.node.name}" is in the VPC "${mine.name}" and "${target.node.name}" in "${other.name}"; a target group holds servers of one VPC. Put both into one.`,
  );
  return undefined;
};

/** What passes between a load balancer and its targets. */
const trafficTo = (scope: Scope, port: Expression): readonly Traffic[] => {
  if (scope.options.balancer === 'application') return [tcp(port)];
  const protocol = networkProtocol(scope).cfn;
  const udp = { protocol: 'udp', from: port, to: port };
  // Health checks come by TCP.
  return protocol === 'TCP' ? [tcp(port)] : [tcp(port), udp];
};

const letBalancerIn = (scope: Scope, port: Expression, isBrought: boolean): void => {
  for (const traffic of trafficTo(scope, port))
    allowConnection({
      from: scope.source,
      to: scope.target,
      traffic,
      description: 'Load balancer to target',
      isBrought,
    });
};

/** An instance, by its id. */
export const writeInstance = (scope: Scope): void => {
  const vpc = commonVpc(scope);
  if (vpc === undefined) return;
  const { target } = scope;
  const port = target.value('appPort') ?? 80;
  const portCode = target.code('appPort') ?? codeOf(80);
  writeGroup(scope, vpc, {
    type: 'instance',
    port,
    portCode,
    targets: [
      {
        cfn: { Id: target.attribute('id'), Port: port },
        code: create('elbv2Targets.InstanceTarget', target.construct, portCode),
      },
    ],
  });
  letBalancerIn(scope, port, false);
};

/** What ECS waits for a new task to be well, as the construct of the CDK says it. */
const gracePeriod = 60;

const networkTakesUdp = (scope: Scope): boolean =>
  scope.options.balancer === 'network' && networkProtocol(scope).cfn !== 'TCP';

/** The tasks of a service, which ECS puts into the group and takes out of it. */
export const writeService = (scope: Scope): void => {
  const vpc = commonVpc(scope);
  if (vpc === undefined) return;
  const { target, options } = scope;
  const { out } = target;
  if (networkTakesUdp(scope)) {
    scope.source.out.problem(
      `"${scope.source.node.name}" listens to UDP, and the container of "${target.node.name}" to TCP. Set listenerProtocol to TCP or TLS.`,
    );
    return;
  }
  const port = containerPort(target);
  const group = targetGroupId(scope);
  const container = constructRef(containerId(target));
  writeGroup(scope, vpc, {
    type: 'ip',
    port,
    portCode: target.code('containerPort') ?? codeOf(port),
  });
  out.append(target.id, 'LoadBalancers', {
    ContainerName: containerName,
    ContainerPort: port,
    TargetGroupArn: refOf(group),
  });
  out.set(target.id, 'HealthCheckGracePeriodSeconds', gracePeriod);
  // ECS refuses a group that no load balancer sends to yet.
  out.dependsOn(target.id, attachedBy(scope));
  out.statement(
    invoke(
      constructRef(group),
      'addTarget',
      invoke(
        target.construct,
        'loadBalancerTarget',
        object({
          containerName: member(container, 'containerName'),
          containerPort: member(container, 'containerPort'),
        }),
      ),
    ),
  );
  letBalancerIn(scope, port, options.balancer === 'application');
};

/** The health check of a connection that has properties for one. */
const healthOf = ({
  definition,
  value,
  code,
}: Scope): { readonly cfn: ExpressionObject; readonly code?: Code } => {
  if (!('healthCheckPath' in definition.properties)) return { cfn: {} };
  const codes = 'healthyHttpCodes' in definition.properties ? value('healthyHttpCodes') : undefined;
  const path = value('healthCheckPath');
  const interval = value('healthCheckInterval');
  return {
    cfn: {
      HealthCheckPath: path,
      HealthCheckIntervalSeconds: interval,
      Matcher: codes === undefined ? undefined : { HttpCode: codes },
    },
    ...(path === undefined && interval === undefined && codes === undefined
      ? {}
      : {
          code: object({
            path: path === undefined ? undefined : codeOf(path),
            interval: interval === undefined ? undefined : code('healthCheckInterval'),
            healthyHttpCodes: codes === undefined ? undefined : codeOf(codes),
          }),
        }),
  };
};
