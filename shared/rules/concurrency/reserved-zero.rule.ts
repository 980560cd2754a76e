import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const concurrencyReservedZero = defineRule({
  meta: {
    id: 'concurrency/reserved-zero',
    severity: 'warning',
    messages: {
      blocked:
        '{node}: a reserved concurrency of 0 lets no invocation through; remove it or set at least 1.',
    },
    explain:
      'Zero is the emergency brake: all calls are refused with error 429, and asynchronous events wait for up to six hours and are then lost or go to the failure destination. It is useful to stop a function that runs wild, not in a design.',
    docs: {
      title: 'Configuring reserved concurrency for a function',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report) {
    if (graph.number(fn, 'reservedConcurrency') !== 0) return;
    report({
      message: 'blocked',
      property: 'reservedConcurrency',
      data: { node: named(fn) },
      fixes: [
        { title: 'Remove the reservation', edit: unsetProperty(fn.id, 'reservedConcurrency') },
        { title: 'Reserve 1', edit: setProperty(fn.id, 'reservedConcurrency', 1) },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'ten at once',
        design: design(node('lambda', 'worker', { reservedConcurrency: 10 })),
      },
      { title: 'no reservation', design: design(node('lambda', 'worker')) },
      {
        title: 'a reservation set by a parameter',
        design: design(node('lambda', 'worker', { reservedConcurrency: { Ref: 'Most' } })),
      },
    ],
    bad: [
      {
        title: 'none at once',
        design: design(node('lambda', 'worker', { reservedConcurrency: 0 })),
        expect: ['blocked'],
      },
    ],
  },
});
