import { kindNotExported } from '../not-exported.ts';
import { list, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const securityGroup = defineService({
  kind: 'security-group',
  title: 'Security group',
  category: 'network',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: [
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::EC2::SecurityGroupEgress',
  ],
  placement: { parents: ['vpc'], scope: 'regional', vpc: 'required', subnet: 'none' },
  properties: {
    groupName: text({ maxLength: 255, cfn: 'GroupName' }),
    groupDescription: text({
      default: 'Managed by Isobar',
      required: true,
      maxLength: 255,
      cfn: 'GroupDescription',
    }),
    ingressRules: list({
      help: 'Items {protocol, fromPort, toPort, source: cidr or security-group}.',
      cfn: 'SecurityGroupIngress',
    }),
    egressRules: list({ cfn: 'SecurityGroupEgress' }),
    allowAllOutbound: yesNo({
      default: true,
      help: 'CDK allowAllOutbound; CloudFormation also adds an allow-all egress rule when SecurityGroupEgress is absent.',
    }),
  },
  explain: 'Security group',
  limits: [
    '60 inbound and 60 outbound rules per group by default',
    '5 security groups per network interface by default',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
