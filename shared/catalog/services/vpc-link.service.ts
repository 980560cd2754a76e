import { kindNotExported } from '../not-exported.ts';
import { choice, list, text } from '../property.ts';
import { defineService } from '../service.ts';

export const vpcLink = defineService({
  kind: 'vpc-link',
  title: 'API Gateway VPC link',
  words: 'private integration link api gateway vpc',
  category: 'network',
  icon: 'AmazonAPIGateway',
  cloudFormation: ['AWS::ApiGatewayV2::VpcLink', 'AWS::ApiGateway::VpcLink'],
  placement: { parents: ['subnet', 'vpc'], scope: 'regional', vpc: 'required', subnet: 'required' },
  properties: {
    version: choice(['v2', 'v1'], {
      default: 'v2',
      help: 'v2 = AWS::ApiGatewayV2::VpcLink (ALB, NLB, Cloud Map for HTTP APIs; ALB or NLB for REST APIs). v1 = AWS::ApiGateway::VpcLink (REST API to NLB only).',
    }),
    name: text({ required: true, maxLength: 128, cfn: 'Name' }),
    subnetIds: list({
      when: (read) => read('version') === 'v2',
      help: 'Cannot be changed after creation.',
      cfn: 'SubnetIds',
    }),
    securityGroupIds: list({
      when: (read) => read('version') === 'v2',
      help: 'Cannot be changed after creation.',
      cfn: 'SecurityGroupIds',
    }),
  },
  explain: 'API Gateway VPC link',
  limits: ['10 VPC links per region by default (V2), 20 (V1)'],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
