import { connectionsFrom } from '../connection.ts';
import { codeSource } from '../mechanisms/code-source.mechanism.ts';
import { eventSource } from '../mechanisms/event-source.mechanism.ts';
import { list, text } from '../property.ts';
import type { Kind } from '../services/index.ts';

const tag = text({
  default: 'latest',
  required: true,
  maxLength: 128,
  pattern: '^[A-Za-z0-9_][A-Za-z0-9._-]*$',
  help: 'The tag of the image; push it before the first deployment. A tag for each version, such as 1.4.2, says what runs.',
});

export const fromEcrRepository = connectionsFrom<Kind>('ecr-repository', {
  'fargate-service': codeSource({
    label: 'provides the image of',
    delivery: 'config',
    reversible: true,
    properties: { tag },
    statements: [
      {
        side: 'target-role',
        actions: ['ecr:GetAuthorizationToken'],
        resources: ['*'],
        byMechanism: true,
      },
      {
        side: 'target-role',
        actions: [
          'ecr:BatchCheckLayerAvailability',
          'ecr:GetDownloadUrlForLayer',
          'ecr:BatchGetImage',
        ],
        resources: ['{source.arn}'],
        byMechanism: true,
      },
    ],
    explain:
      'Fargate pulls the image with the execution role of the task, not with the role that the program runs under.',
    docs: 'Using Amazon ECR images with Amazon ECS',
    options: { by: 'image' },
  }),
  lambda: codeSource({
    label: 'provides the image of',
    delivery: 'config',
    reversible: true,
    properties: {
      tag: text({
        default: 'latest',
        required: true,
        maxLength: 128,
        pattern: '^([A-Za-z0-9_][A-Za-z0-9._-]*|sha256:[a-f0-9]{64})$',
        help: 'The tag or the digest of the image; push it before the first deployment. A tag for each version, such as 1.4.2, makes the function new when the tag changes.',
      }),
    },
    statements: [
      {
        side: 'source-policy',
        actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        resources: [],
        principal: 'lambda.amazonaws.com',
        conditions: {
          ArnLike: { 'aws:SourceArn': 'arn:{partition}:lambda:{region}:{account}:function:*' },
        },
      },
    ],
    explain:
      'Lambda fetches the image when the function is made, and keeps a copy of its own. The policy of the repository lets it in, for functions of this account. The image must be for the processor of the function, arm64 or x86_64, and speak the runtime API, as the base images of AWS do. A new image under the same tag does not reach the function.',
    docs: 'Create a Lambda function using a container image',
    options: { by: 'image' },
  }),
  'event-bus': eventSource({
    variant: 'service-events',
    label: 'publishes image events to',
    delivery: 'async',
    properties: {
      detailTypes: list({
        default: ['ECR Image Action'],
        help: 'The kinds of events to look at: ECR Image Action, ECR Image Scan.',
      }),
    },
    docs: 'Amazon ECR events and EventBridge',
  }),
});
