import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { outOfRange } from '../range.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html */
const ranges = [
  { property: 'reservedConcurrency', min: 0, max: Number.POSITIVE_INFINITY },
  { property: 'provisionedConcurrency', min: 1, max: Number.POSITIVE_INFINITY },
];

export const concurrencyProvisionedLeReserved = defineRule({
  meta: {
    id: 'concurrency/provisioned-le-reserved',
    severity: 'error',
    messages: {
      more: '{node}: {provisioned} provisioned, but only {reserved} reserved; lower the one or raise the other.',
      outside: '{node}: {property} {value} is no whole number of {range}; correct it.',
    },
    explain:
      'Provisioned environments are started in advance and count against the reservation of the function, or against the common pool of the account. More warm environments than may run at once make no sense, and AWS refuses them.',
    docs: {
      title: 'Configuring provisioned concurrency for a function',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    let isInRange = true;
    for (const range of ranges) {
      const wrong = outOfRange(graph, fn, range);
      if (!wrong) continue;
      isInRange = false;
      const { property } = wrong;
      // What is less than one environment is meant as none.
      const fixes =
        (graph.number(fn, property) ?? 0) < range.min
          ? [{ title: `Remove ${property}`, edit: unsetProperty(fn.id, property) }]
          : wrong.fixes;
      const data = { node: named(fn), property, value: wrong.value, range: wrong.range };
      report({ message: 'outside', property, data, fixes });
    }
    const provisioned = graph.number(fn, 'provisionedConcurrency');
    const reserved = graph.number(fn, 'reservedConcurrency');
    if (!isInRange || provisioned === undefined || reserved === undefined) return;
    if (provisioned <= reserved) return;
    report({
      message: 'more',
      property: 'provisionedConcurrency',
      data: { node: named(fn), provisioned, reserved },
      fixes: [
        ...(reserved === 0
          ? []
          : [
              {
                title: `Provision ${reserved}`,
                edit: setProperty(fn.id, 'provisionedConcurrency', reserved),
              },
            ]),
        {
          title: `Reserve ${provisioned}`,
          edit: setProperty(fn.id, 'reservedConcurrency', provisioned),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'fewer than reserved',
        design: design(
          node('lambda', 'worker', {
            reservedConcurrency: 20,
            provisionedConcurrency: 10,
            autoPublishAlias: 'live',
          }),
        ),
      },
      {
        title: 'a reservation set by a parameter',
        design: design(
          node('lambda', 'worker', {
            reservedConcurrency: { Ref: 'Most' },
            provisionedConcurrency: 10,
            autoPublishAlias: 'live',
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'more than reserved',
        design: design(
          node('lambda', 'worker', {
            reservedConcurrency: 5,
            provisionedConcurrency: 10,
            autoPublishAlias: 'live',
          }),
        ),
        expect: ['more'],
      },
      {
        title: 'half an environment',
        design: design(
          node('lambda', 'worker', { provisionedConcurrency: 0.5, autoPublishAlias: 'live' }),
        ),
        expect: ['outside'],
      },
    ],
  },
});
