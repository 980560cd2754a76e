import type { Json } from '../../lib/json.ts';
import { design, node } from '../examples.ts';
import { design as wholeDesign } from '../on.ts';
import { defineRule, type TemplateSize } from '../rule.ts';
import { formatNumber } from '../text.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const limits = [
  { of: 'resources', most: 500, words: 'resources' },
  { of: 'parameters', most: 200, words: 'parameters' },
  { of: 'outputs', most: 200, words: 'outputs' },
  { of: 'bytes', most: 1_048_576, words: 'bytes' },
] as const satisfies readonly {
  readonly of: keyof TemplateSize;
  readonly most: number;
  readonly words: string;
}[];

/** Above this a design soon stops growing. */
const manyResources = 400;

const queues = (count: number, properties: (place: number) => { readonly [name: string]: Json }) =>
  design(
    ...Array.from({ length: count }, (_, place) =>
      node('sqs-queue', `queue${place}`, properties(place)),
    ),
  );

export const exportTemplateLimits = defineRule({
  meta: {
    id: 'export/template-limits',
    severity: 'error',
    messages: {
      tooMany:
        'The template for {region} would have {count} {what}, and CloudFormation takes {limit}; split the design.',
      many: {
        severity: 'warning',
        text: 'The template for {region} would have {count} resources, and CloudFormation takes {limit}; split the design before it grows further.',
      },
    },
    explain:
      'CloudFormation deploys a template as one stack, and a stack holds 500 resources, 200 parameters and 200 outputs in a template of 1 MB. A function quickly makes five of them: itself, its role, its log group, a permission and an event source mapping. Large systems are several stacks, one for each part that is deployed on its own, with shared values in Parameter Store.',
    docs: {
      title: 'Understand CloudFormation quotas',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
    },
    overlaps: ['E3010', 'E1002', 'E2010', 'E6010', 'I3010'],
  },
  on: wholeDesign(),
  check(_subject, graph, report, context) {
    // Everything adds to the template: the answer depends on all nodes and connections.
    graph.nodes();
    graph.connections();
    for (const size of context.predicted().sizes) {
      const { region, resources } = size;
      for (const { of, most, words } of limits)
        if (size[of] > most)
          report({
            message: 'tooMany',
            data: { region, count: size[of], what: words, limit: formatNumber(most) },
          });
      if (resources > manyResources && resources <= 500)
        report({ message: 'many', data: { region, count: resources, limit: 500 } });
    }
  },
  examples: {
    good: [
      {
        title: 'a design of usual size',
        design: queues(20, () => ({ delaySeconds: { Ref: 'Delay' } })),
      },
    ],
    bad: [
      { title: 'more than 400 resources', design: queues(210, () => ({})), expect: ['many'] },
      { title: 'more than 500 resources', design: queues(260, () => ({})), expect: ['tooMany'] },
      {
        title: 'more than 200 parameters',
        design: queues(110, (place) => ({
          delaySeconds: { Ref: `Delay${place}` },
          visibilityTimeout: { Ref: `Visibility${place}` },
        })),
        expect: ['tooMany'],
      },
    ],
  },
});
