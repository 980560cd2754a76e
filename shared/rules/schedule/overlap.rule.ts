import { parseSchedule, shortestInterval } from '../../catalog/schedules/schedule.ts';
import { setProperty } from '../../model/edits/index.ts';
import { connection, design, node } from '../examples.ts';
import { connections } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { formatDuration, named } from '../text.ts';

const every = (scheduleExpression: Json, worker: object) =>
  design(
    node('schedule', 'clock', { scheduleExpression }),
    node('lambda', 'worker', { ...worker }),
    connection('schedule--lambda', 'clock', 'worker'),
  );

export const scheduleOverlap = defineRule({
  meta: {
    id: 'schedule/overlap',
    severity: 'warning',
    messages: {
      overlap:
        '{schedule} starts {target} every {interval}, but one run may take {timeout}: two can work at the same time.',
    },
    explain:
      'The clock does not wait for the run before. Two runs at the same time can handle the same rows twice. Let only one run at a time (a reserved concurrency of 1), write the code so that a repetition does no harm, or make the interval longer.',
    docs: {
      title: 'Best practices for working with AWS Lambda functions',
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html',
    },
  },
  on: connections({
    from: ['schedule', 'event-rule'],
    to: ['lambda', 'state-machine'],
    mechanism: ['scheduler-target', 'eventbridge-target'],
  }),
  check({ source, target }, graph, report) {
    const expression = graph.text(source, 'scheduleExpression');
    if (expression === undefined) return;
    const isFunction = target.kind === 'lambda';
    const timeout = graph.number(target, isFunction ? 'timeout' : 'timeoutSeconds');
    if (timeout === undefined) return;
    if (isFunction && graph.isSet(target, 'reservedConcurrency')) {
      const reserved = graph.number(target, 'reservedConcurrency');
      if (reserved === undefined || reserved <= 1) return;
    }
    const scheduler = source.kind === 'schedule' ? 'scheduler' : 'rule';
    const interval = shortestInterval(parseSchedule(expression, scheduler));
    if (interval === undefined || interval >= timeout) return;
    const canBeAlone = isFunction && (graph.number(target, 'provisionedConcurrency') ?? 0) <= 1;
    report({
      message: 'overlap',
      data: {
        schedule: named(source),
        target: named(target),
        interval: formatDuration(interval),
        timeout: formatDuration(timeout),
      },
      fixes: canBeAlone
        ? [
            {
              title: `Let ${named(target)} run once at a time`,
              edit: setProperty(target.id, 'reservedConcurrency', 1),
            },
          ]
        : [],
    });
  },
  examples: {
    good: [
      { title: 'a short run', design: every('rate(15 minutes)', { timeout: 60 }) },
      {
        title: 'one at a time',
        design: every('rate(1 minute)', { timeout: 300, reservedConcurrency: 1 }),
      },
      {
        title: 'a timeout set by a parameter',
        design: every('rate(1 minute)', { timeout: { Ref: 'S' } }),
      },
      {
        title: 'a time of day, once',
        design: every('at(2027-01-31T09:00:00)', { timeout: 900 }),
      },
    ],
    bad: [
      {
        title: 'every minute for up to five',
        design: every('rate(1 minute)', { timeout: 300 }),
        expect: ['overlap'],
      },
      {
        title: 'a workflow of an hour, twice an hour',
        design: design(
          node('schedule', 'clock', { scheduleExpression: 'cron(0/30 * * * ? *)' }),
          node('state-machine', 'report', { timeoutSeconds: 3600 }),
          connection('schedule--state-machine', 'clock', 'report'),
        ),
        expect: ['overlap'],
      },
    ],
  },
});
