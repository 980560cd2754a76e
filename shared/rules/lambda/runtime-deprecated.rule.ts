import { addDays } from '../days.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { moveToSuccessor, runtimeOfZip } from './runtime-support.ts';

/** About as long as AWS itself warns before. */
const notice = 180;

const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

export const lambdaRuntimeDeprecated = defineRule({
  meta: {
    id: 'lambda/runtime-deprecated',
    severity: 'warning',
    messages: {
      soon: '{node}: {runtime} loses support on {date}; move to {successor}.',
      over: '{node}: {runtime} has been without support since {date}; move to {successor}.',
    },
    explain:
      'After the deprecation date AWS applies no more security patches to the runtime and gives no support for it. Upgrading early avoids the later phase in which you cannot even update the function any more.',
    docs: {
      title: 'Lambda runtimes',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy',
    },
    overlaps: ['W2531', 'AwsSolutions-L1', 'CKV_AWS_363'],
  },
  on: nodes('lambda'),
  check(fn, graph, report, { today }) {
    const found = runtimeOfZip(graph, fn);
    if (!found?.dates || found.dates.createBlocked <= today) return;
    const { runtime, dates } = found;
    const { deprecated: date, successor = 'a newer one' } = dates;
    // Most have years to go: that needs no reckoning with days.
    if (date >= nextYear(today) || date > addDays(today, notice)) return;
    report({
      message: date <= today ? 'over' : 'soon',
      property: 'runtime',
      data: { node: named(fn), runtime, date, successor },
      fixes: moveToSuccessor(fn, dates),
    });
  },
  examples: {
    good: [
      {
        title: 'a new runtime',
        design: design(node('lambda', 'worker', { runtime: 'python3.14' })),
      },
      {
        title: 'a runtime set by a parameter',
        design: design(node('lambda', 'worker', { runtime: { Ref: 'Runtime' } })),
      },
      {
        title: 'one whose end is far',
        today: '2026-10-31',
        design: design(node('lambda', 'worker', { runtime: 'nodejs22.x' })),
      },
    ],
    bad: [
      {
        title: 'half a year before the end',
        today: '2026-11-01',
        design: design(node('lambda', 'worker', { runtime: 'nodejs22.x' })),
        expect: ['soon'],
      },
      {
        title: 'after the end',
        design: design(node('lambda', 'worker', { runtime: 'nodejs20.x' })),
        expect: ['over'],
      },
    ],
  },
});
