import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { hasSnapStart, lacksAlias } from './snap-start.ts';

const java = (properties: object) =>
  design(
    node('lambda', 'worker', { runtime: 'java21', snapStart: 'PublishedVersions', ...properties }),
  );

export const lambdaSnapstartNeedsVersion = defineRule({
  meta: {
    id: 'lambda/snapstart-needs-version',
    severity: 'warning',
    messages: {
      noVersion:
        '{node}: SnapStart acts only on published versions; publish one and call the function through an alias.',
    },
    explain:
      'The snapshot is taken when a version is published. The unpublished function ($LATEST) never has one, so calling it still pays for the whole start. An alias that is published at every deployment does both steps.',
    docs: {
      title: 'Improving startup performance with Lambda SnapStart',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html',
    },
    overlaps: ['W2530'],
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    if (!hasSnapStart(graph, fn) || !lacksAlias(graph, fn)) return;
    report({
      message: 'noVersion',
      property: 'autoPublishAlias',
      data: { node: named(fn) },
      fixes: [
        {
          title: 'Publish a version as "live" at every deployment',
          edit: setProperty(fn.id, 'autoPublishAlias', 'live'),
        },
      ],
    });
  },
  examples: {
    good: [
      { title: 'an alias', design: java({ autoPublishAlias: 'live' }) },
      {
        title: 'an alias set by a parameter',
        design: java({ autoPublishAlias: { Ref: 'Alias' } }),
      },
    ],
    bad: [{ title: 'no alias', design: java({}), expect: ['noVersion'] }],
  },
});
