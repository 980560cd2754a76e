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
