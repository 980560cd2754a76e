import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text } from '../property.ts';
import { defineService } from '../service.ts';

export const onPremises = defineService({
  kind: 'on-premises',
  title: 'On-premises network',
  words: 'data center datacenter office vpn direct connect corporate network actor',
  category: 'actor',
  icon: 'actor-on-premises',
  cloudFormation: [
    'AWS::EC2::VPNGateway',
    'AWS::EC2::CustomerGateway',
    'AWS::EC2::VPNConnection',
    'AWS::EC2::VPCGatewayAttachment',
  ],
  placement: { parents: ['canvas'], scope: 'external', vpc: 'none', subnet: 'none' },
  properties: {
    connectivity: choice(['site-to-site-vpn', 'direct-connect', 'internet'], {
      default: 'site-to-site-vpn',
    }),
    cidr: text(
      {
        when: (read) => read('connectivity') === 'site-to-site-vpn',
      } /* AWS::EC2::VPNConnectionRoute#DestinationCidrBlock */,
    ),
    customerGatewayIp: text(
      {
        when: (read) => read('connectivity') === 'site-to-site-vpn',
      } /* AWS::EC2::CustomerGateway#IpAddress */,
    ),
    bgpAsn: integer(
      {
        default: 65000,
        min: 1,
        max: 4294967295,
        when: (read) => read('connectivity') === 'site-to-site-vpn',
      } /* AWS::EC2::CustomerGateway#BgpAsn */,
    ),
  },
  explain:
    'Direct Connect itself cannot be created from a template; only the virtual private gateway side is exported.',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
