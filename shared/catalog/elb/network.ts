import { name } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, isToken, join } from '../expression.ts';
import { type Traffic, tcp } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { emitBalancer, listenerId } from './balancer.ts';
import { listenerCertificates } from './certificates.ts';
import { forwardAction, forwardCode, listenerPort, speaksTls, tlsPolicyCode } from './listener.ts';

/** What clients send: TCP, UDP, or both. */
const trafficOf = (scope: NodeScope): readonly Traffic[] => {
  const port = listenerPort(scope);
  const udp = { protocol: 'udp', from: port, to: port };
  switch (scope.read('listenerProtocol')) {
    case 'UDP':
      return [udp];
    case 'TCP_UDP':
      return [tcp(port), udp];
    default:
      return [tcp(port)];
  }
};

/** Host and port, for clients that speak something else than HTTP. */
const addressOf = (scope: NodeScope): Expression => {
  const port = listenerPort(scope);
  return join(scope.attribute('dnsName'), ':', isToken(port) ? port : String(port));
};

/** The load balancer with its one listener. */
export const emitNetworkBalancer = (scope: NodeScope): void => {
  const { out, id } = scope;
  const attribute = (key: string, property: string, prop: string) => ({
    key,
    value: scope.value(property),
    prop,
    code: scope.code(property),
  });
  const network = emitBalancer(scope, {
    class: 'elbv2.NetworkLoadBalancer',
    type: 'network',
    attributes: [
      attribute('deletion_protection.enabled', 'deletionProtection', 'deletionProtection'),
      attribute('load_balancing.cross_zone.enabled', 'crossZone', 'crossZoneEnabled'),
    ],
    traffic: trafficOf(scope),
  });
  if (!network) return;
  writeListener(scope);
  out.output(`${id}Address`, addressOf(scope), `Host and port of ${scope.node.name}.`);
};

const writeListener = (scope: NodeScope): void => {
  const { out, node } = scope;
  const links = scope.links('out', { mechanism: 'target-group' });
  if (links.length === 0) {
    out.problem(
      `"${node.name}" forwards to nothing, and its listener needs a target. Connect a service, a server or addresses.`,
    );
    return;
  }
  const protocol = String(scope.read('listenerProtocol') ?? 'TCP');
  const isTls = speaksTls(scope);
  const certificates = isTls ? listenerCertificates(scope) : undefined;
  const policy = scope.value('sslPolicy');
  out.resource(listenerId(scope), {
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    properties: {
      LoadBalancerArn: scope.attribute('arn'),
      Port: listenerPort(scope),
      Protocol: protocol,
      Certificates: certificates?.first,
      SslPolicy: isTls ? policy : undefined,
      DefaultActions: [forwardAction(links)],
    },
    cdk: {
      class: 'elbv2.NetworkListener',
      props: {
        loadBalancer: constructRef(scope.id),
        port: scope.code('listenerPort') ?? codeOf(listenerPort(scope)),
        protocol: name(`elbv2.Protocol.${protocol}`),
        certificates: certificates?.code,
        sslPolicy: isTls ? tlsPolicyCode(policy) : undefined,
        defaultAction: forwardCode('elbv2.NetworkListenerAction', links),
      },
      attributes: { '': 'listenerArn' },
    },
  });
  certificates?.writeOthers();
};
