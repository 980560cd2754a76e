import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix } from '../rule.ts';
import { listOf, named } from '../text.ts';
import { hasSnapStart } from './snap-start.ts';

/** In MB. https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html */
const mostStorage = 512;

const java = (properties: object) =>
  design(
    node('lambda', 'worker', {
      runtime: 'java21',
      snapStart: 'PublishedVersions',
      autoPublishAlias: 'live',
      ...properties,
    }),
  );

export const lambdaSnapstartConflicts = defineRule({
  meta: {
    id: 'lambda/snapstart-conflicts',
    severity: 'error',
    messages: {
      conflict: '{node}: SnapStart cannot be combined with {conflicts}; give up one of them.',
    },
    explain:
      'The snapshot has to contain the whole state of the function. A mounted file system, a large /tmp or environments that are kept warm in another way break that, so AWS refuses the combination.',
    docs: {
      title: 'Improving startup performance with Lambda SnapStart',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    if (!hasSnapStart(graph, fn)) return;
    const conflicts: { readonly name: string; readonly fix: Fix }[] = [];
    if ((graph.number(fn, 'provisionedConcurrency') ?? 0) > 0)
      conflicts.push({
        name: 'provisioned concurrency',
        fix: {
          title: 'Remove the provisioned concurrency',
          edit: unsetProperty(fn.id, 'provisionedConcurrency'),
        },
      });
    if ((graph.number(fn, 'ephemeralStorageSize') ?? 0) > mostStorage)
      conflicts.push({
        name: 'a /tmp of more than 512 MB',
        fix: {
          title: 'Set /tmp to 512 MB',
          edit: setProperty(fn.id, 'ephemeralStorageSize', mostStorage),
        },
      });
    const [only, ...others] = conflicts;
    if (!only) return;
    report({
      message: 'conflict',
      property: 'snapStart',
      data: {
        node: named(fn),
        conflicts: listOf(
          conflicts.map(({ name }) => name),
          'or',
        ),
      },
      fixes: [
        { title: 'Turn SnapStart off', edit: setProperty(fn.id, 'snapStart', 'None') },
        ...(others.length === 0 ? [only.fix] : []),
      ],
    });
  },
  examples: {
    good: [
      { title: 'the /tmp that is free', design: java({ ephemeralStorageSize: 512 }) },
      {
        title: 'a size set by a parameter',
        design: java({ ephemeralStorageSize: { Ref: 'Size' } }),
      },
      {
        title: 'without SnapStart',
        design: design(node('lambda', 'worker', { ephemeralStorageSize: 1024 })),
      },
    ],
    bad: [
      {
        title: 'warm environments',
        design: java({ provisionedConcurrency: 5 }),
        expect: ['conflict'],
      },
      {
        title: 'both',
        design: java({ provisionedConcurrency: 5, ephemeralStorageSize: 1024 }),
        expect: ['conflict'],
      },
    ],
  },
});
