import { deleteItems } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

export const scheduleOneTarget = defineRule({
  meta: {
    id: 'schedule/one-target',
    severity: 'error',
    messages: {
      several:
        '{schedule} has more than one target, and EventBridge Scheduler allows one; make a schedule for {target}, or let a rule or a topic tell several.',
    },
    explain:
      'A schedule of EventBridge Scheduler calls exactly one target, with its own input and role. To start several things at the same time, draw several schedules, or let the schedule publish to a topic.',
    docs: {
      title: 'Managing targets in EventBridge Scheduler',
      url: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets.html',
    },
  },
  on: connections({ from: 'schedule', mechanism: 'scheduler-target' }),
  check({ connection, source, target }, graph, report) {
    const [first] = graph.outgoing(source, { mechanism: 'scheduler-target' });
    if (!first || first.id === connection.id) return;
    report({
      message: 'several',
      data: { schedule: named(source), target: named(target) },
      fixes: [
        {
          title: `Remove the connection to ${named(target)}`,
          edit: deleteItems([connection.id], { isReference: () => false }),
        },
      ],
    });
  },
  examples: {
    good: [
      {
        title: 'one target at a time that a parameter gives',
        design: design(
          node('schedule', 'nightly', { scheduleExpression: { Ref: 'When' } }),
          node('lambda', 'clean'),
          connection('schedule--lambda', 'nightly', 'clean'),
        ),
      },
    ],
    bad: [
      {
        title: 'two targets',
        design: design(
          node('schedule', 'nightly'),
          node('lambda', 'clean'),
          node('lambda', 'report'),
          connection('schedule--lambda', 'nightly', 'clean', {}, 'a'),
          connection('schedule--lambda', 'nightly', 'report', {}, 'b'),
        ),
        expect: ['several'],
      },
    ],
  },
});
