import { emitVpcLink } from '../api/vpc-link.ts';
import { choice, text } from '../property.ts';
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
      help: 'v2 leads to load balancers of both sorts and to containers, for HTTP and REST APIs. v1 leads to one Network Load Balancer, for REST and WebSocket APIs; AWS advises against new ones.',
    }),
    name: text({
      maxLength: 128,
      advanced: true,
      help: 'Empty: made of the names of the stack and of this link.',
    }),
  },
  attributes: {
    id: { cfn: 'Ref', cdk: 'vpcLinkId' },
  },
  summary: (read) => (read('version') === 'v1' ? 'v1 · one load balancer' : 'v2'),
  explain:
    'API Gateway lives outside your VPC. A VPC link puts network interfaces into your subnets, and through them an API reaches load balancers and containers that have no public address. One link serves many APIs and many targets of a VPC, and nothing has to be opened to the internet.',
  cost: 'A link of v2 is free; the load balancer behind it is not. A link of v1 costs nothing either, but needs a Network Load Balancer.',
  limits: [
    '10 VPC links of v2 in a Region by default (adjustable), and 20 of v1.',
    'Subnets and security groups cannot be changed; the link is made anew.',
    'A link without traffic for 60 days becomes inactive and needs some minutes to wake up.',
  ],
  docs: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html',
  emit: emitVpcLink,
});
