import type { Graph, Node } from '../../graph/graph.ts';
import { own } from '../../graph/property-values.ts';
import type { Json } from '../../lib/json.ts';
import { unsetProperty } from '../../model/edits/index.ts';
import { isIntrinsic } from '../../model/value.ts';
import { design, inside, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix } from '../rule.ts';
import { named } from '../text.ts';

const isFilled = (value: Json): boolean =>
  !isIntrinsic(value) &&
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0;

/** Settings that other functions have and a copy at an edge location cannot keep. The kind does not list them. */
const refused: readonly {
  readonly property: string;
  readonly what: string;
  readonly has: (value: Json) => boolean;
}[] = [
  { property: 'environment', what: 'environment variables', has: isFilled },
  { property: 'layers', what: 'layers', has: isFilled },
  {
    property: 'provisionedConcurrency',
    what: 'provisioned concurrency',
    has: (value) => typeof value === 'number' && value > 0,
  },
];
const doubtful: typeof refused = [
  {
    property: 'ephemeralStorageSize',
    what: 'more than 512 MB of temporary storage',
    has: (value) => typeof value === 'number' && value > 512,
  },
  { property: 'architecture', what: 'Arm processors', has: (value) => value === 'arm64' },
  { property: 'tracing', what: 'X-Ray tracing', has: (value) => value === 'Active' },
];

const found = (graph: Graph, fn: Node, list: typeof refused) =>
  list.filter(({ property, has }) => {
    const value = graph.isSet(fn, property) ? own(fn, property) : undefined;
    return value !== undefined && has(value);
  });
const removing = (fn: Node, property: string, what: string): readonly Fix[] => [
  { title: `Remove ${what}`, edit: unsetProperty(fn.id, property) },
];

const fn = (properties: object) => design(node('lambda-edge', 'rewrite', { ...properties }));

export const edgeLambdaUnsupportedFeature = defineRule({
  meta: {
    id: 'edge/lambda-unsupported-feature',
    severity: 'error',
    messages: {
      unsupported: '{node}: Lambda@Edge does not support {feature}; remove it.',
      doubtful: {
        text: '{node}: Lambda@Edge is not known to support {feature}; remove it.',
        severity: 'warning',
      },
      inVpc: '{node}: Lambda@Edge cannot run in a VPC; move it out of {container}.',
    },
    explain:
      'What runs at an edge location is a copy of one published version, far from your region and your VPC. Settings that refer to a region, such as environment variables, layers or a VPC, cannot travel with the copy. Put configuration into the code when you build it, or into custom headers of the origin.',
    docs: {
      title: 'Restrictions on Lambda@Edge',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
    },
  },
  on: nodes('lambda-edge'),
  check(fn, graph, report) {
    for (const { property, what } of found(graph, fn, refused))
      report({
        message: 'unsupported',
        property,
        data: { node: named(fn), feature: what },
        fixes: removing(fn, property, what),
      });
    for (const { property, what } of found(graph, fn, doubtful))
      report({
        message: 'doubtful',
        property,
        data: { node: named(fn), feature: what },
        fixes: removing(fn, property, what),
      });
    const container = graph.container(fn, 'subnet', 'vpc');
    if (container)
      report({ message: 'inVpc', data: { node: named(fn), container: named(container) } });
  },
  examples: {
    good: [
      { title: 'no settings', design: fn({}) },
      { title: 'settings by parameters', design: fn({ provisionedConcurrency: { Ref: 'Warm' } }) },
      { title: 'no variables', design: fn({ environment: {} }) },
    ],
    bad: [
      {
        title: 'an environment variable',
        design: fn({ environment: { TABLE: 'orders' } }),
        expect: ['unsupported'],
      },
      { title: 'Arm processors', design: fn({ architecture: 'arm64' }), expect: ['doubtful'] },
      {
        title: 'in a VPC',
        design: design(inside(node('vpc', 'net'), node('lambda-edge', 'rewrite'))),
        expect: ['inVpc'],
      },
    ],
  },
});
