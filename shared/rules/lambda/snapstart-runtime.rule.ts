import { sequence, setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Graph, type Node } from '../rule.ts';
import { named } from '../text.ts';
import { hasSnapStart, supportsSnapStart } from './snap-start.ts';

const fixesFor = (graph: Graph, fn: Node): readonly Fix[] => {
  const off = setProperty(fn.id, 'snapStart', 'None');
  const keepWarm: Fix = {
    title: 'Keep one environment warm instead',
    edit: sequence(
      off,
      setProperty(fn.id, 'autoPublishAlias', 'live'),
      setProperty(fn.id, 'provisionedConcurrency', 1),
    ),
  };
  return [
    { title: 'Turn SnapStart off', edit: off },
    ...(graph.isSet(fn, 'reservedConcurrency') ? [] : [keepWarm]),
  ];
};

export const lambdaSnapstartRuntime = defineRule({
  meta: {
    id: 'lambda/snapstart-runtime',
    severity: 'error',
    messages: {
      unsupported:
        '{node}: SnapStart does not work with {runtime}; use Java 11 or later, Python 3.12 or later or .NET 8 or later, or provisioned concurrency.',
    },
    explain:
      'SnapStart starts the function once when a version is published, stores a snapshot of memory and disk, and begins new environments from it. That needs support in the managed runtime, so Node.js, Ruby, OS-only runtimes and container images are excluded.',
    docs: {
      title: 'Improving startup performance with Lambda SnapStart',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html',
    },
    overlaps: ['E2530', 'I2530'],
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    if (!hasSnapStart(graph, fn)) return;
    const isImage = graph.text(fn, 'packageType') === 'Image';
    const runtime = isImage ? 'a container image' : graph.text(fn, 'runtime');
    if (runtime === undefined || (!isImage && supportsSnapStart(runtime) !== false)) return;
    report({
      message: 'unsupported',
      property: 'snapStart',
      data: { node: named(fn), runtime },
      fixes: fixesFor(graph, fn),
    });
  },
  examples: {
    good: [
      {
        title: 'Java',
        design: design(
          node('lambda', 'worker', { runtime: 'java21', snapStart: 'PublishedVersions' }),
        ),
      },
      {
        title: 'a runtime set by a parameter',
        design: design(
          node('lambda', 'worker', { runtime: { Ref: 'Runtime' }, snapStart: 'PublishedVersions' }),
        ),
      },
      { title: 'Node.js without SnapStart', design: design(node('lambda', 'worker')) },
    ],
    bad: [
      {
        title: 'Node.js',
        design: design(node('lambda', 'worker', { snapStart: 'PublishedVersions' })),
        expect: ['unsupported'],
      },
      {
        title: 'an old Python',
        design: design(
          node('lambda', 'worker', { runtime: 'python3.11', snapStart: 'PublishedVersions' }),
        ),
        expect: ['unsupported'],
      },
      {
        title: 'a container image',
        design: design(
          node('lambda', 'worker', {
            packageType: 'Image',
            imageUri: 'repository:1',
            snapStart: 'PublishedVersions',
          }),
        ),
        expect: ['unsupported'],
      },
    ],
  },
});
