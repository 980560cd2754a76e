import { kindNotExported } from '../not-exported.ts';
import { integer, text, yesNo } from '../property.ts';
import { defineService } from '../service.ts';

export const ec2Instance = defineService({
  kind: 'ec2-instance',
  title: 'EC2 instance',
  words: 'ec2 vm virtual machine server instance autoscaling',
  category: 'compute',
  icon: 'AmazonEC2',
  cloudFormation: ['AWS::EC2::Instance'],
  placement: { parents: ['subnet', 'vpc'], scope: 'regional', vpc: 'required', subnet: 'required' },
  properties: {
    instanceType: text({ default: 't4g.micro', required: true, cfn: 'InstanceType' }),
    imageId: text({
      default:
        '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}',
      cfn: 'ImageId',
    }),
    keyName: text({ help: 'Prefer Session Manager to key pairs.', cfn: 'KeyName' }),
    associatePublicIp: yesNo(
      { default: false } /* NetworkInterfaces[0].AssociatePublicIpAddress */,
    ),
    rootVolumeSize: integer(
      { default: 8, min: 1, max: 65536, unit: 'GiB' } /* BlockDeviceMappings[0].Ebs.VolumeSize */,
    ),
    userData: text({ help: '16 KB raw.', cfn: 'UserData' }),
    requireImdsv2: yesNo({
      default: true,
      help: 'CDK requireImdsv2.',
      cfn: 'MetadataOptions.HttpTokens',
    }),
    appPort: integer({ default: 80, min: 1, max: 65535 }),
  },
  explain: 'EC2 instance',
  limits: [],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
