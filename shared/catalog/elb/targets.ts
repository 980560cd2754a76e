import { array, type Code, create, flag, name, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { type Expression, type ExpressionObject, refOf } from '../expression.ts';
import { networkOf } from '../network/placement.ts';
import type { LinkScope } from '../service.ts';
import { listenerId } from './balancer.ts';

/** What a load balancer hands requests to. */
export interface TargetGroup {
  readonly balancer: 'application' | 'network';
  readonly of: 'function' | 'addresses' | 'load-balancer';
}

export const targetGroupOptions = (link: LinkScope): TargetGroup => link.options as TargetGroup;

/** The target group of a connection. */
export const targetGroupId = (link: LinkScope): string => link.resourceId('TargetGroup');

/** Writes the target group of a connection; the load balancer itself writes listeners and rules. */
export const writeTargetGroup = (scope: ConnectionScope<TargetGroup>): void => {
  const { source, target, options } = scope;
  if (options.of !== 'addresses' && target.region !== source.region) {
    source.out.problem(
      `"${source.node.name}" is in ${source.region} and "${target.node.name}" in ${target.region}; a load balancer reaches targets of its own Region only.`,
    );
    return;
  }
  writers[options.of](scope);
};

const writeFunction = (scope: ConnectionScope<TargetGroup>): void => {
  const { source, target } = scope;
  const { out } = source;
  const permission = scope.resourceId('Permission');
  const [statement] = scope.statements('target-policy');
  if (statement !== undefined)
    out.resource(permission, {
      type: 'AWS::Lambda::Permission',
      properties: {
        FunctionName: target.attribute('arn'),
        Action: 'lambda:InvokeFunction',
        Principal: 'elasticloadbalancing.amazonaws.com',
        // The target group cannot be named: it registers the function, so it comes after this permission.
        SourceArn: scope.fill(
          'arn:{partition}:elasticloadbalancing:{region}:{account}:targetgroup/*',
        ),
      },
    });
  const path = scope.value('healthCheckPath');
  const isMulti = scope.read('multiValueHeaders') === true;
  out.resource(targetGroupId(scope), {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    properties: {
      TargetType: 'lambda',
      Targets: [{ Id: target.attribute('arn') }],
      HealthCheckEnabled: path === undefined ? undefined : true,
      HealthCheckPath: path,
      TargetGroupAttributes: isMulti
        ? [{ Key: 'lambda.multi_value_headers.enabled', Value: 'true' }]
        : undefined,
    },
    dependsOn: statement === undefined ? [] : [permission],
    cdk: {
      class: 'elbv2.ApplicationTargetGroup',
      props: {
        targetType: name('elbv2.TargetType.LAMBDA'),
        multiValueHeadersEnabled: isMulti ? flag(true) : undefined,
        healthCheck:
          path === undefined ? undefined : object({ enabled: flag(true), path: codeOf(path) }),
      },
      // The target of the CDK would let the load balancers of every account call the function.
      overrides: [{ path: 'Targets', value: [{ Id: target.attribute('arn') }] }],
    },
  });
};

/** The addresses of the connection; a parameter for each that is not known before deployment. */
const addressesOf = (scope: ConnectionScope<TargetGroup>): readonly Expression[] => {
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

const writeAddresses = (scope: ConnectionScope<TargetGroup>): void => {
  const { source, target, options, graph } = scope;
  const { out } = source;
  const vpcNode = graph.vpc(source.node);
  if (!vpcNode) return;
  const vpc = source.scopeOf(vpcNode);
  const port = scope.value('port') ?? 80;
  const isHttps = scope.read('protocol') === 'HTTPS';
  // Addresses outside the VPC belong to none of its zones.
  const zone = graph.vpc(target.node)?.id === vpcNode.id ? undefined : 'all';
  const addresses = addressesOf(scope);
  const health = healthOf(scope);
  const isApplication = options.balancer === 'application';
  out.resource(targetGroupId(scope), {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    properties: {
      TargetType: 'ip',
      Port: port,
      Protocol: isApplication ? (isHttps ? 'HTTPS' : 'HTTP') : networkProtocol(scope).cfn,
      VpcId: vpc.attribute('id'),
      Targets: addresses.map((Id) => ({ Id, Port: port, AvailabilityZone: zone })),
      ...health.cfn,
      TargetGroupAttributes: isApplication
        ? [{ Key: 'stickiness.enabled', Value: 'false' }]
        : undefined,
    },
    cdk: {
      class: isApplication ? 'elbv2.ApplicationTargetGroup' : 'elbv2.NetworkTargetGroup',
      props: {
        vpc: vpc.construct,
        targetType: name('elbv2.TargetType.IP'),
        port: portNumber(scope),
        protocol: isApplication
          ? name(`elbv2.ApplicationProtocol.${isHttps ? 'HTTPS' : 'HTTP'}`)
          : networkProtocol(scope).code,
        targets: array(
          addresses.map((address) =>
            create(
              'elbv2Targets.IpTarget',
              codeOf(address),
              portNumber(scope),
              zone === undefined ? undefined : text(zone),
            ),
          ),
        ),
        healthCheck: health.code,
      },
    },
  });
};

const portNumber = (scope: LinkScope): Code => scope.code('port') ?? codeOf(80);

/** The health check of a connection that has properties for one. */
const healthOf = ({
  definition,
  value,
  code,
}: ConnectionScope<TargetGroup>): { readonly cfn: ExpressionObject; readonly code?: Code } => {
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

/** TLS ends at the load balancer; behind it is plain TCP. */
export const networkProtocol = ({
  source,
}: LinkScope): { readonly cfn: string; readonly code: Code } => {
  const protocol = String(source.read('listenerProtocol'));
  const behind = protocol === 'UDP' || protocol === 'TCP_UDP' ? protocol : 'TCP';
  return { cfn: behind, code: name(`elbv2.Protocol.${behind}`) };
};

/** A network load balancer in front of an application load balancer. */
const writeLoadBalancer = (scope: ConnectionScope<TargetGroup>): void => {
  const { source, target, graph } = scope;
  const { out } = source;
  const vpcNode = graph.vpc(source.node);
  if (!vpcNode) return;
  const vpc = source.scopeOf(vpcNode);
  const isHttps = target.read('listenerProtocol') === 'HTTPS';
  const protocol = isHttps ? 'HTTPS' : 'HTTP';
  const port = target.value('listenerPort') ?? 443;
  out.resource(targetGroupId(scope), {
    type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    properties: {
      TargetType: 'alb',
      Port: port,
      Protocol: 'TCP',
      VpcId: vpc.attribute('id'),
      Targets: [{ Id: refOf(target.id), Port: port }],
      HealthCheckProtocol: protocol,
      // Any answer shows that the load balancer behind is there.
      Matcher: { HttpCode: '200-499' },
    },
    dependsOn: [listenerId(target)],
    cdk: {
      class: 'elbv2.NetworkTargetGroup',
      props: {
        vpc: vpc.construct,
        targetType: name('elbv2.TargetType.ALB'),
        port: target.code('listenerPort') ?? codeOf(443),
        protocol: name('elbv2.Protocol.TCP'),
        targets: array([
          create('elbv2Targets.AlbListenerTarget', constructRef(listenerId(target))),
        ]),
        healthCheck: object({
          protocol: name(`elbv2.Protocol.${protocol}`),
          healthyHttpCodes: text('200-499'),
        }),
      },
    },
  });
};

const writers: Readonly<Record<TargetGroup['of'], (scope: ConnectionScope<TargetGroup>) => void>> =
  {
    function: writeFunction,
    addresses: writeAddresses,
    'load-balancer': writeLoadBalancer,
  };
