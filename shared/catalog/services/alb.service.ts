import { codeOf } from '../code.ts';
import { emitApplicationBalancer } from '../elb/application.ts';
import { balancerAttributes, listenerArnCode, listenerId } from '../elb/balancer.ts';
import { addressOf, tlsPolicies } from '../elb/listener.ts';
import { refOf } from '../expression.ts';
import { choice, integer, seconds, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const alb = defineService({
  kind: 'alb',
  title: 'Application Load Balancer',
  words: 'load balancer elb application http listener target group',
  category: 'network',
  icon: 'ElasticLoadBalancing',
  cloudFormation: [
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    'AWS::ElasticLoadBalancingV2::Listener',
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  ],
  placement: {
    parents: ['subnet', 'vpc'],
    scope: 'regional',
    vpc: 'required',
    subnet: 'required',
    minAzs: 2,
  },
  properties: {
    scheme: choice(['internet-facing', 'internal'], {
      default: 'internet-facing',
      help: 'Internet-facing: with public addresses, in public subnets. Internal: for callers inside the VPC.',
    }),
    listenerProtocol: choice(['HTTP', 'HTTPS'], {
      default: 'HTTPS',
      help: 'HTTPS needs a certificate of the same Region; connect one.',
    }),
    listenerPort: integer({
      default: 443,
      emitDefault: true,
      min: 1,
      max: 65_535,
      help: 'Where clients connect: usually 443 for HTTPS, 80 for HTTP.',
    }),
    redirectHttp: yesNo({
      default: true,
      when: (read) => read('listenerProtocol') === 'HTTPS',
      help: 'Who comes to port 80 is told to come back with https.',
    }),
    sslPolicy: choice(Object.keys(tlsPolicies), {
      default: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      emitDefault: true,
      when: (read) => read('listenerProtocol') === 'HTTPS',
      advanced: true,
      help: 'The versions of TLS and the ciphers that clients may use. PQ adds keys that quantum computers do not break.',
    }),
    idleTimeout: seconds({
      default: 60,
      min: 1,
      max: 4000,
      help: 'A connection on which nothing moves for so long is closed.',
    }),
    dropInvalidHeaders: yesNo({
      default: true,
      emitDefault: true,
      advanced: true,
      help: "Leaves out headers with names that HTTP does not allow, which attackers use to confuse servers. AWS's own default is no.",
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
    url: {
      cfn: addressOf,
      cdk: (_construct, scope) => codeOf(addressOf(scope)),
    },
  },
  summary: (read) =>
    [
      String(read('scheme')),
      `${String(read('listenerProtocol') ?? 'HTTPS')} ${String(read('listenerPort') ?? '')}`.trim(),
    ].join(' · '),
  explain:
    'An Application Load Balancer takes HTTP requests and spreads them over containers, instances, addresses or functions, in several zones, and leaves out those that are not well. Rules look at the path of a request and choose where it goes. It can end TLS and sign people in before a request gets through. Against API Gateway it has no limit of 29 seconds and a low price for much traffic, but costs money when nobody calls, and knows no API keys, throttles or models.',
  cost: 'By the hour, and by the load: new and open connections, bytes and rules.',
  limits: [
    'Subnets in two Availability Zones at least.',
    '100 rules for a load balancer by default (adjustable).',
    '1,000 targets for a load balancer by default (adjustable).',
    'A function as target: 1 MB for request and answer, and no WebSocket.',
  ],
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html',
  emit: emitApplicationBalancer,
});
