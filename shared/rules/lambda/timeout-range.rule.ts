import { setProperty } from '../../model/edits/index.ts';
import { design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** In seconds. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const shortest = 1;
const longest = 900;

export const lambdaTimeoutRange = defineRule({
  meta: {
    id: 'lambda/timeout-range',
    severity: 'error',
    messages: {
      outside:
        '{node}: timeout {timeout} s is outside 1-900 s; shorten it or move long work to Step Functions or Fargate.',
      notWhole: '{node}: timeout {timeout} s is no whole number; Lambda counts in seconds.',
    },
    explain:
      'Lambda ends an invocation when the timeout is reached, whatever it is doing. 900 seconds (15 minutes) is the hard ceiling for ordinary functions. Work that takes longer is split into steps with a state machine or run in a container. (Lambda Managed Instances, which Isobar does not model, allow more.)',
    docs: {
      title: 'Lambda quotas',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    },
    overlaps: ['E3034', 'E3717'],
  },
  on: nodes('lambda'),
  check(node, graph, report) {
    const timeout = graph.number(node, 'timeout');
    if (timeout === undefined) return;
    const isInside = timeout >= shortest && timeout <= longest;
    if (isInside && Number.isInteger(timeout)) return;
    const wanted = Math.min(Math.max(Math.round(timeout), shortest), longest);
    report({
      message: isInside ? 'notWhole' : 'outside',
      property: 'timeout',
      data: { node: named(node), timeout },
      fixes: [
        { title: `Set the timeout to ${wanted} s`, edit: setProperty(node.id, 'timeout', wanted) },
      ],
    });
  },
  examples: {
    good: [
      { title: 'the longest there is', design: design(node('lambda', 'worker', { timeout: 900 })) },
      { title: 'the default', design: design(node('lambda', 'worker')) },
      {
        title: 'a timeout set by a parameter',
        design: design(node('lambda', 'worker', { timeout: { Ref: 'Seconds' } })),
      },
    ],
    bad: [
      {
        title: 'twenty minutes',
        design: design(node('lambda', 'worker', { timeout: 1200 })),
        expect: ['outside'],
      },
      {
        title: 'no time at all',
        design: design(node('lambda', 'worker', { timeout: 0 })),
        expect: ['outside'],
      },
      {
        title: 'half a second',
        design: design(node('lambda', 'worker', { timeout: 1.5 })),
        expect: ['notWhole'],
      },
    ],
  },
});
