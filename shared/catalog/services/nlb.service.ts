import { codeOf } from '../code.ts';
import { balancerAttributes, listenerArnCode, listenerId } from '../elb/balancer.ts';
import { addressOf, tlsPolicies } from '../elb/listener.ts';
import { emitNetworkBalancer } from '../elb/network.ts';
import { refOf } from '../expression.ts';
import { choice, integer, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const nlb = defineService({
  kind: 'nlb',
  title: 'Network Load Balancer',
  words: 'load balancer elb nlb network tcp udp tls listener target group static address',
  category: 'network',
  icon: 'ElasticLoadBalancing',
  cloudFormation: [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::ElasticLoadBalancingV2::Listener',
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  ],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 1,
  },
  properties: {
    scheme: choice(['internet-facing', 'internal'], {
      default: 'internal',
      help: 'Internet-facing: with public addresses, in public subnets. Internal: for callers inside the VPC and for VPC links.',
    }),
    listenerProtocol: choice(['TCP', 'TLS', 'UDP', 'TCP_UDP'], {
      default: 'TCP',
      help: 'TLS ends at the load balancer and needs a certificate of the same Region; with TCP whatever comes is passed on as it is.',
    }),
    listenerPort: integer({
      default: 80,
      emitDefault: true,
      min: 1,
      max: 65_535,
      help: 'Where clients connect.',
    }),
    sslPolicy: choice(Object.keys(tlsPolicies), {
      default: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      emitDefault: true,
      when: (read) => read('listenerProtocol') === 'TLS',
      advanced: true,
      help: 'The versions of TLS and the ciphers that clients may use. PQ adds keys that quantum computers do not break.',
    }),
    crossZone: yesNo({
      default: false,
      advanced: true,
      help: 'The node of each zone also sends to targets in other zones, which costs for the traffic between zones.',
    }),
    deletionProtection: yesNo({
      default: false,
      emitDefault: true,
      help: 'AWS refuses to delete it until this is switched off.',
    }),
  },
  attributes: {
    ...balancerAttributes,
    /** The listener that clients connect to. */
    listenerArn: {
      cfn: (scope) => refOf(listenerId(scope)),
      cdk: (_construct, scope) => listenerArnCode(scope),
    },
    /** Where programs behind it that speak HTTP are called. */
    url: {
      cfn: addressOf,
      cdk: (_construct, scope) => codeOf(addressOf(scope)),
    },
  },
  summary: (read) =>
    [
      String(read('scheme')),
      `${String(read('listenerProtocol') ?? 'TCP')} ${String(read('listenerPort') ?? '')}`.trim(),
    ].join(' · '),
  explain:
    'A Network Load Balancer hands TCP and UDP connections on as they come, without looking into them: millions a second, with one fixed address in each zone. It knows nothing of paths and headers, so for HTTP an Application Load Balancer is usually the better choice. It is right for protocols of your own, for fixed addresses, for clients that end TLS at the server itself, and in front of servers outside AWS.',
  cost: 'By the hour, and by the load: new and open connections and bytes.',
  limits: [
    'One subnet in each Availability Zone, in one zone at least.',
    '50 listeners for a load balancer by default (adjustable).',
    '500 targets for a load balancer and zone by default (adjustable).',
    'A connection on which nothing moves for 350 seconds is closed.',
  ],
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html',
  emit: emitNetworkBalancer,
});
