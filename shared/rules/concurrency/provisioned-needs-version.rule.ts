import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { lacksAlias } from '../lambda/snap-start.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const warm = (properties: object) =>
  design(node('lambda', 'worker', { provisionedConcurrency: 5, ...properties }));

export const concurrencyProvisionedNeedsVersion = defineRule({
  meta: {
    id: 'concurrency/provisioned-needs-version',
    severity: 'error',
    messages: {
      noVersion:
        '{node}: provisioned concurrency works on a version or an alias, not on the unpublished function; publish an alias.',
    },
    explain:
      'Only published code can be started in advance, since the unpublished function ($LATEST) may change at any moment. An alias that follows every deployment is the usual way, and callers then call the alias.',
    docs: {
      title: 'Configuring provisioned concurrency for a function',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    const provisioned = graph.number(fn, 'provisionedConcurrency');
    if (provisioned === undefined || provisioned <= 0 || !lacksAlias(graph, fn)) return;
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
      { title: 'an alias', design: warm({ autoPublishAlias: 'live' }) },
      {
        title: 'an alias set by a parameter',
        design: warm({ autoPublishAlias: { Ref: 'Alias' } }),
      },
      { title: 'nothing provisioned', design: design(node('lambda', 'worker')) },
    ],
    bad: [{ title: 'no alias', design: warm({}), expect: ['noVersion'] }],
  },
});
