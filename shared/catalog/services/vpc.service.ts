import { kindNotExported } from '../not-exported.ts';
import { choice, integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const vpc = defineService({
  kind: 'vpc',
  title: 'VPC',
  category: 'container',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: ['AWS::EC2::VPC'],
  placement: {
    isContainer: true,
    parents: ['region'],
    scope: 'regional',
    vpc: 'none',
    subnet: 'none',
  },
  properties: {
    cidrBlock: text({
      default: '10.0.0.0/16',
      required: true,
      help: 'Netmask between /16 and /28.',
      cfn: 'CidrBlock',
    }),
    maxAzs: integer({
      default: 2,
      min: 1,
      max: 6,
      help: 'Number of Availability Zones that subnets are spread over (CDK maxAzs).',
    }),
    natGateways: integer({
      default: 1,
      min: 0,
      help: 'CDK natGateways; ignored when NAT gateways are drawn as nodes.',
    }),
    enableDnsSupport: yesNo({ default: true, cfn: 'EnableDnsSupport' }),
    enableDnsHostnames: yesNo({
      default: true,
      help: 'CloudFormation default is false; interface endpoints with private DNS need true.',
      cfn: 'EnableDnsHostnames',
    }),
    instanceTenancy: choice(['default', 'dedicated'], {
      default: 'default',
      cfn: 'InstanceTenancy',
    }),
    flowLogs: yesNo({ default: false } /* AWS::EC2::FlowLog#ResourceId */),
  },
  explain: 'VPC',
  limits: [
    '5 VPCs per region by default (adjustable)',
    '200 subnets per VPC by default',
    '5 IPv4 CIDR blocks per VPC by default',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
