import { kindNotExported } from '../not-exported.ts';
import { choice, integer, seconds, text, yesNo } from '../property.ts';
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
      help: 'internet-facing needs public subnets.',
      cfn: 'Scheme',
    }),
    listenerProtocol: choice(
      ['HTTP', 'HTTPS'],
      { default: 'HTTPS' } /* AWS::ElasticLoadBalancingV2::Listener#Protocol */,
    ),
    listenerPort: integer(
      { default: 443, min: 1, max: 65535 } /* AWS::ElasticLoadBalancingV2::Listener#Port */,
    ),
    sslPolicy: text(
      {
        default: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
        when: (read) => read('listenerProtocol') === 'HTTPS',
      } /* AWS::ElasticLoadBalancingV2::Listener#SslPolicy */,
    ),
    idleTimeout: seconds(
      { default: 60, min: 1, max: 4000 } /* LoadBalancerAttributes[idle_timeout.timeout_seconds] */,
    ),
    deletionProtection: yesNo(
      { default: false } /* LoadBalancerAttributes[deletion_protection.enabled] */,
    ),
    dropInvalidHeaders: yesNo(
      {
        default: false,
      } /* LoadBalancerAttributes[routing.http.drop_invalid_header_fields.enabled] */,
    ),
    ipAddressType: choice(['ipv4', 'dualstack', 'dualstack-without-public-ipv4'], {
      default: 'ipv4',
      cfn: 'IpAddressType',
    }),
    healthCheckPath: text(
      { default: '/' } /* AWS::ElasticLoadBalancingV2::TargetGroup#HealthCheckPath */,
    ),
    healthCheckInterval: seconds(
      {
        default: 30,
        min: 5,
        max: 300,
        help: 'Default is 35 s for Lambda targets.',
      } /* AWS::ElasticLoadBalancingV2::TargetGroup#HealthCheckIntervalSeconds */,
    ),
  },
  explain: 'Application Load Balancer',
  limits: [
    'At least two subnets in different Availability Zones',
    '100 rules per listener by default',
    '1000 targets per load balancer by default',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
