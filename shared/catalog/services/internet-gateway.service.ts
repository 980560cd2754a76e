import { kindNotExported } from '../not-exported.ts';
import { text } from '../property.ts';
import { defineService } from '../service.ts';

export const internetGateway = defineService({
  kind: 'internet-gateway',
  title: 'Internet gateway',
  words: 'igw internet gateway public',
  category: 'network',
  icon: 'AmazonVirtualPrivateCloud',
  cloudFormation: ['AWS::EC2::InternetGateway', 'AWS::EC2::VPCGatewayAttachment'],
  placement: { parents: ['vpc'], scope: 'regional', vpc: 'required', subnet: 'none' },
  properties: {
    name: text({ cfn: 'Tags' }),
  },
  explain: 'Internet gateway',
  limits: ['1 internet gateway per VPC'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
