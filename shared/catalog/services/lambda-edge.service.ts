import { kindNotExported } from '../not-exported.ts';
import { choice, megabytes, numeric, seconds, text } from '../property.ts';
import { defineService } from '../service.ts';

export const lambdaEdge = defineService({
  kind: 'lambda-edge',
  title: 'Lambda@Edge function',
  category: 'compute',
  icon: 'AWSLambda',
  cloudFormation: ['AWS::Lambda::Function', 'AWS::Lambda::Version'],
  placement: {
    parents: ['region'],
    scope: 'global',
    vpc: 'none',
    subnet: 'none',
    pinnedRegion: 'us-east-1',
  },
  properties: {
    functionName: text({ maxLength: 64, cfn: 'FunctionName' }),
    runtime: choice(['nodejs24.x', 'nodejs22.x', 'python3.14', 'python3.13', 'python3.12'], {
      default: 'nodejs24.x',
      help: 'Node.js and Python only.',
      cfn: 'Runtime',
    }),
    handler: text({ default: 'index.handler', cfn: 'Handler' }),
    codeUri: text({ default: './edge', cfn: 'Code' }),
    memorySize: megabytes({
      default: 128,
      min: 128,
      max: 10240,
      help: 'Viewer events: exactly 128 MB maximum.',
      cfn: 'MemorySize',
    }),
    timeout: seconds({
      default: 5,
      min: 1,
      max: 30,
      help: 'Viewer events 5 s, origin events 30 s.',
      cfn: 'Timeout',
    }),
    eventType: choice(
      ['viewer-request', 'viewer-response', 'origin-request', 'origin-response'],
      {
        default: 'origin-request',
        required: true,
        help: 'Held by the connection to the distribution when one function serves several events.',
      } /* AWS::CloudFront::Distribution#DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations.EventType */,
    ),
    codeSizeMb: numeric({ min: 0, unit: 'MB' }),
  },
  explain:
    'Logs appear in CloudWatch Logs of the region in which the edge location executed the function.',
  limits: [
    'Package: viewer events 50 MB zipped per current quota page, historic 1 MB limit for viewer code; origin 50 MB',
    'Generated response: 40 KB viewer events, 1 MB origin events',
    'No environment variables, layers, VPC, X-Ray, DLQ, container images, arm64, provisioned concurrency or /tmp above 512 MB',
  ],
  docs: 'https://docs.aws.amazon.com/',
  emit: kindNotExported,
});
