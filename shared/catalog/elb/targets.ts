import { array, create, flag, name, object, text } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import type { ConnectionScope } from '../connection.ts';
import { refOf } from '../expression.ts';
import { allowConnection, tcp } from '../network/security-groups.ts';
import { listenerId } from './balancer.ts';
import { listenerPort } from './listener.ts';
import { writeAddresses, writeInstance, writeService } from './server-targets.ts';
import { type TargetGroup, targetGroupAttributes, targetGroupId } from './target-group.ts';

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
      attributes: targetGroupAttributes,
      // The target of the CDK would let the load balancers of every account call the function.
      overrides: [{ path: 'Targets', value: [{ Id: target.attribute('arn') }] }],
    },
  });
};

/** A network load balancer in front of an application load balancer. */
const writeLoadBalancer = (scope: ConnectionScope<TargetGroup>): void => {
  const { source, target, graph } = scope;
  const { out } = source;
  const vpcNode = graph.vpc(source.node);
  if (!vpcNode) return;
  const vpc = source.scopeOf(vpcNode);
  if (source.read('listenerProtocol') !== 'TCP') {
    out.problem(
      `"${source.node.name}" forwards to the load balancer "${target.node.name}", and does that with TCP only. Set listenerProtocol to TCP.`,
    );
    return;
  }
  const isHttps = target.read('listenerProtocol') === 'HTTPS';
  const protocol = isHttps ? 'HTTPS' : 'HTTP';
  const port = listenerPort(target);
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
        port: target.code('listenerPort') ?? codeOf(port),
        protocol: name('elbv2.Protocol.TCP'),
        targets: array([
          create('elbv2Targets.AlbListenerTarget', constructRef(listenerId(target))),
        ]),
        healthCheck: object({
          protocol: name(`elbv2.Protocol.${protocol}`),
          healthyHttpCodes: text('200-499'),
        }),
      },
      attributes: targetGroupAttributes,
    },
  });
  allowConnection({
    from: source,
    to: target,
    traffic: tcp(port),
    description: `${source.id} to ${target.id}`,
  });
};

const writers: Readonly<Record<TargetGroup['of'], (scope: ConnectionScope<TargetGroup>) => void>> =
  {
    function: writeFunction,
    addresses: writeAddresses,
    service: writeService,
    instance: writeInstance,
    'load-balancer': writeLoadBalancer,
  };
