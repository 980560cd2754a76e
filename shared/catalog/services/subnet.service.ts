import { kindNotExported } from '../not-exported.ts';
import { choice, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const subnet = defineService({
  kind: 'subnet',
  title: 'Subnet',
  category: 'container',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: [
    'AWS::EC2::Subnet',
    'AWS::EC2::RouteTable',
    'AWS::EC2::SubnetRouteTableAssociation',
  ],
  placement: {
    isContainer: true,
    parents: ['vpc'],
    scope: 'zonal',
    vpc: 'required',
    subnet: 'none',
  },
  properties: {
    subnetType: choice(['public', 'private-with-egress', 'isolated'], {
      default: 'private-with-egress',
      required: true,
      help: 'CDK SubnetType.PUBLIC, PRIVATE_WITH_EGRESS, PRIVATE_ISOLATED.',
    }),
    cidrBlock: text({
      help: 'Netmask between /16 and /28; AWS reserves 5 addresses in every subnet.',
      cfn: 'CidrBlock',
    }),
    availabilityZone: text({
      help: 'Emit Fn::Select of Fn::GetAZs, not a literal zone.',
      cfn: 'AvailabilityZone',
    }),
    mapPublicIpOnLaunch: yesNo({
      default: false,
      when: (read) => read('subnetType') === 'public',
      cfn: 'MapPublicIpOnLaunch',
    }),
    replicatePerAz: yesNo({
      default: true,
      help: 'One drawn subnet stands for one subnet in each of vpc.maxAzs zones.',
    }),
  },
  explain: 'Subnet',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
