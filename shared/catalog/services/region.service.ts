import { choice } from '../property.ts';
import { regions } from '../regions.ts';
import { defineService } from '../service.ts';

export const region = defineService({
  kind: 'region',
  title: 'AWS Region',
  words: 'aws region eu us location',
  category: 'container',
  icon: 'container-region',
  cloudFormation: [],
  placement: {
    isContainer: true,
    parents: ['canvas'],
    scope: 'regional',
    vpc: 'none',
    subnet: 'none',
  },
  properties: {
    code: choice(
      regions.map(({ code }) => code),
      {
        default: 'us-east-1',
        required: true,
        help: 'Where everything inside is deployed. Regions with newer codes must be switched on for an account first.',
      },
    ),
    role: choice(['primary', 'secondary', 'edge-us-east-1'], {
      default: 'primary',
      help: 'For the drawing: where users are served, where a copy stands by, or what CloudFront wants in us-east-1.',
    }),
  },
  summary: (read) => String(read('code')),
  explain:
    'A Region is a place in the world where AWS has several data centres, the Availability Zones. What is deployed in one Region stays there, and mostly talks only to what is in the same one. Everything inside the box becomes one CloudFormation stack of that Region; what is in no such box belongs to the Region of the design. Some things are in us-east-1 wherever they are drawn, such as Lambda@Edge functions and certificates for CloudFront.',
  cost: 'Prices differ from Region to Region, and traffic between Regions costs money.',
  limits: [
    'Stacks of different Regions hand values to each other when they are deployed, in one direction only.',
  ],
  docs: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
});
