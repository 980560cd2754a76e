import { setProperty } from '../../model/edits/index.ts';
import { design, node, settings } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { keptUnreserved } from './unreserved.ts';

/** Requests a second for each unit of concurrency. https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html */
const requestsPerUnit = 10;

export const concurrencyExpectedPeak = defineRule({
  meta: {
    id: 'concurrency/expected-peak',
    severity: 'warning',
    messages: {
      tooFew:
        '{node}: {rps} requests a second of {duration} ms need about {needed} executions at once, {available} are available; raise the limit (adjustable) or make the function faster.',
      tooFast:
        '{node}: {rps} requests a second are more than ten for each of the {available} executions that are available; raise the limit (adjustable).',
    },
    explain:
      'Concurrency equals requests a second times the duration in seconds. Besides, a function may be called at most ten times a second for each unit of concurrency. The limit of the account is raised through Service Quotas.',
    docs: {
      title: 'Understanding Lambda function scaling',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html',
    },
  },
  on: nodes('lambda'),
  check(fn, graph, report, context) {
    const rps = graph.number(fn, 'expectedRps');
    if (rps === undefined) return;
    const isReserved = graph.isSet(fn, 'reservedConcurrency');
    const pool = context.limit('accountConcurrency') - keptUnreserved;
    const available = isReserved ? graph.number(fn, 'reservedConcurrency') : pool;
    if (available === undefined) return;
    const duration = graph.number(fn, 'expectedDurationMs');
    const needed = duration === undefined ? 0 : Math.ceil((rps * duration) / 1000);
    const wanted = Math.max(needed, Math.ceil(rps / requestsPerUnit));
    const found = {
      property: isReserved ? 'reservedConcurrency' : 'expectedRps',
      fixes:
        isReserved && wanted <= pool
          ? [
              {
                title: `Reserve ${wanted}`,
                edit: setProperty(fn.id, 'reservedConcurrency', wanted),
              },
            ]
          : [],
    };
    const node = named(fn);
    if (duration !== undefined && needed > available)
      report({ message: 'tooFew', data: { node, rps, duration, needed, available }, ...found });
    else if (rps > requestsPerUnit * available)
      report({ message: 'tooFast', data: { node, rps, available }, ...found });
  },
  examples: {
    good: [
      {
        title: 'a fast function',
        design: design(node('lambda', 'worker', { expectedRps: 100, expectedDurationMs: 200 })),
      },
      {
        title: 'a raised limit',
        design: design(
          settings({ limits: { accountConcurrency: 5000 } }),
          node('lambda', 'worker', { expectedRps: 3000, expectedDurationMs: 500 }),
        ),
      },
      {
        title: 'a reservation set by a parameter',
        design: design(
          node('lambda', 'worker', {
            expectedRps: 3000,
            expectedDurationMs: 500,
            reservedConcurrency: { Ref: 'Most' },
          }),
        ),
      },
    ],
    bad: [
      {
        title: 'more than the default limit',
        design: design(node('lambda', 'worker', { expectedRps: 3000, expectedDurationMs: 500 })),
        expect: ['tooFew'],
      },
      {
        title: 'more than reserved',
        design: design(
          node('lambda', 'worker', {
            expectedRps: 100,
            expectedDurationMs: 500,
            reservedConcurrency: 20,
          }),
        ),
        expect: ['tooFew'],
      },
      {
        title: 'very many short requests',
        design: design(node('lambda', 'worker', { expectedRps: 20_000, expectedDurationMs: 5 })),
        expect: ['tooFast'],
      },
    ],
  },
});
