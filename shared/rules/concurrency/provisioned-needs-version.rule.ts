import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { lacksAlias } from '../lambda/snap-start.ts';
import { nodes } from '../on.ts';
import { defineRule, type Fix, type Node } from '../rule.ts';
import { named } from '../text.ts';

const warm = (properties: object) =>
  design(node('lambda', 'worker', { provisionedConcurrency: 5, ...properties }));

const publish = (fn: Node): Fix => ({
  title: 'Publish a version as "live" at every deployment',
  edit: setProperty(fn.id, 'autoPublishAlias', 'live'),
});

const scaled = (fn: Parameters<typeof node>[2], scaling: Parameters<typeof node>[2] = {}) =>
  design(
    node('lambda', 'worker', fn),
    node('app-auto-scaling', 'scaling', scaling),
    connection('app-auto-scaling--lambda', 'scaling', 'worker'),
  );

export const concurrencyProvisionedNeedsVersion = defineRule({
  meta: {
    id: 'concurrency/provisioned-needs-version',
    severity: 'error',
    messages: {
      noVersion:
        '{node}: provisioned concurrency works on a version or an alias, not on the unpublished function; publish an alias.',
      scaled:
        '{scaling} keeps environments of {node} warm, which works on an alias only; publish one.',
      least:
        '{scaling} may keep no environment of {node} warm; AWS takes 1 at least as the lower limit.',
      share:
        '{scaling} keeps {share} % of the warm environments of {node} busy; AWS takes 10 to 90 %.',
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
    for (const link of graph.incoming(fn, { mechanism: 'scaling' })) {
      const scaling = graph.source(link);
      if (scaling === undefined) continue;
      const data = { node: named(fn), scaling: named(scaling) };
      if (lacksAlias(graph, fn))
        report({ message: 'scaled', property: 'autoPublishAlias', data, fixes: [publish(fn)] });
      const least = graph.number(scaling, 'minCapacity');
      if (least !== undefined && least < 1)
        report({
          message: 'least',
          at: scaling,
          property: 'minCapacity',
          data,
          fixes: [
            { title: 'Set minCapacity to 1', edit: setProperty(scaling.id, 'minCapacity', 1) },
          ],
        });
      const share = graph.number(scaling, 'targetValue');
      if (share !== undefined && (share < 10 || share > 90))
        report({
          message: 'share',
          at: scaling,
          property: 'targetValue',
          data: { ...data, share },
          fixes: [
            { title: 'Set targetValue to 70', edit: setProperty(scaling.id, 'targetValue', 70) },
          ],
        });
    }
    const provisioned = graph.number(fn, 'provisionedConcurrency');
    if (provisioned === undefined || provisioned <= 0 || !lacksAlias(graph, fn)) return;
    report({
      message: 'noVersion',
      property: 'autoPublishAlias',
      data: { node: named(fn) },
      fixes: [publish(fn)],
    });
  },
  examples: {
    good: [
      { title: 'an alias', design: warm({ autoPublishAlias: 'live' }) },
      {
        title: 'an alias set by a parameter',
        design: warm({ autoPublishAlias: { Ref: 'Alias' } }),
      },
      { title: 'a scaling of an alias', design: scaled({ autoPublishAlias: 'live' }) },
      { title: 'nothing provisioned', design: design(node('lambda', 'worker')) },
    ],
    bad: [
      { title: 'no alias', design: warm({}), expect: ['noVersion'] },
      { title: 'a scaling without an alias', design: scaled({}), expect: ['scaled'] },
      {
        title: 'a scaling down to nothing',
        design: scaled({ autoPublishAlias: 'live' }, { minCapacity: 0 }),
        expect: ['least'],
      },
      {
        title: 'a scaling at the last moment',
        design: scaled({ autoPublishAlias: 'live' }, { targetValue: 95 }),
        expect: ['share'],
      },
    ],
  },
});
