import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const image = (properties: object) =>
  design(
    node('lambda', 'worker', { packageType: 'Image', imageUri: 'repository:1', ...properties }),
  );

export const lambdaImageRuntimeApi = defineRule({
  meta: {
    id: 'lambda/image-runtime-api',
    severity: 'info',
    messages: {
      noClient:
        '{node}: not every Docker image runs on Lambda; use a Lambda base image, add the runtime interface client, or run it on Fargate.',
    },
    explain:
      'Lambda does not start your container as a server. It expects a process that fetches events from the Lambda Runtime API. AWS base images contain that client, to other images you add it. For images that stay as they are, ECS with Fargate is the better home.',
    docs: {
      title: 'Create a Lambda function using a container image',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    if (graph.text(fn, 'packageType') !== 'Image' || graph.text(fn, 'imageBase') !== 'other')
      return;
    if (graph.boolean(fn, 'runtimeInterfaceClient') !== false) return;
    report({
      message: 'noClient',
      property: 'runtimeInterfaceClient',
      data: { node: named(fn) },
      fixes: [
        {
          title: 'Say that the image has the runtime interface client',
          edit: setProperty(fn.id, 'runtimeInterfaceClient', true),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'a Lambda base image', design: image({}) },
      {
        title: 'another base with the client',
        design: image({ imageBase: 'other', runtimeInterfaceClient: true }),
      },
      { title: 'a base that nobody knows', design: image({ imageBase: { Ref: 'Base' } }) },
    ],
    bad: [
      {
        title: 'any other image',
        design: image({ imageBase: 'other' }),
        expect: ['noClient'],
      },
    ],
  },
});
