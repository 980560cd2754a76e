import { kindNotExported } from '../not-exported.ts';
import { choice, seconds } from '../property.ts';
import { defineService } from '../service.ts';

export const natGateway = defineService({
  kind: 'nat-gateway',
  title: 'NAT gateway',
  category: 'network',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: ['AWS::EC2::NatGateway', 'AWS::EC2::EIP'],
  placement: { parents: ['subnet', 'vpc'], scope: 'zonal', vpc: 'required', subnet: 'required' },
  properties: {
    connectivityType: choice(['public', 'private'], { default: 'public', cfn: 'ConnectivityType' }),
    availabilityMode: choice(['zonal', 'regional'], {
      default: 'zonal',
      help: 'regional spans all zones and is attached to the VPC (VpcId) instead of a subnet.',
      cfn: 'AvailabilityMode',
    }),
    maxDrainDurationSeconds: seconds({
      default: 350,
      min: 1,
      max: 4000,
      cfn: 'MaxDrainDurationSeconds',
    }),
  },
  explain: 'NAT gateway',
  limits: ['5 NAT gateways per Availability Zone by default'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
