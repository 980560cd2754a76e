import { kindNotExported } from '../not-exported.ts';
import { choice, integer, list, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const nlb = defineService({
  kind: 'nlb',
  title: 'Network Load Balancer',
  words: 'load balancer elb network tcp listener target group',
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
    scheme: choice(['internet-facing', 'internal'], { default: 'internal', cfn: 'Scheme' }),
    listenerProtocol: choice(
      ['TCP', 'TLS', 'UDP', 'TCP_UDP'],
      { default: 'TCP' } /* AWS::ElasticLoadBalancingV2::Listener#Protocol */,
    ),
    listenerPort: integer(
      { default: 80, min: 1, max: 65535 } /* AWS::ElasticLoadBalancingV2::Listener#Port */,
    ),
    crossZone: yesNo(
      { default: false } /* LoadBalancerAttributes[load_balancing.cross_zone.enabled] */,
    ),
    deletionProtection: yesNo(
      { default: false } /* LoadBalancerAttributes[deletion_protection.enabled] */,
    ),
    securityGroups: list({
      help: 'Can only be attached when the NLB is created with at least one group.',
      cfn: 'SecurityGroups',
    }),
  },
  explain: 'Network Load Balancer',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
