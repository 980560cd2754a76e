import { parseSchedule } from '../../catalog/schedules/schedule.ts';
import { mayBeTimeZone } from '../../catalog/schedules/time-zone.ts';
import { setProperty } from '../../model/edits/index.ts';
import { addDays } from '../days.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

const schedule = (properties: object) =>
  design(
    node('schedule', 'nightly', { ...properties }),
    node('lambda', 'clean'),
    connection('schedule--lambda', 'nightly', 'clean'),
  );

export const scheduleExpression = defineRule({
  meta: {
    id: 'schedule/expression',
    severity: 'error',
    messages: {
      invalid: '{node}: "{expression}" is no valid schedule: {problem}. An example is {example}.',
      timeZone:
        '{node}: "{zone}" is no name of a time zone; use one such as Europe/Berlin, which also knows summer time.',
      past: {
        text: '{node}: {time} is in the past, so it would never run.',
        severity: 'warning',
      },
    },
    explain:
      'AWS cron has six fields, the last one is the year, and one of the two day fields has to be a question mark. The finest step is one minute. Rules of an event bus always use UTC; only EventBridge Scheduler knows time zones and summer time, and only it runs once at a time.',
    docs: {
      title: 'Schedule types in EventBridge Scheduler',
      url: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html',
    },
    overlaps: ['E3027'],
  },
  on: nodes('schedule', 'event-rule'),
  check(node, graph, report, { today }) {
    const expression = graph.text(node, 'scheduleExpression');
    if (expression === undefined) return;
    const scheduler = node.kind === 'schedule' ? 'scheduler' : 'rule';
    const parsed = parseSchedule(expression, scheduler);
    const property = 'scheduleExpression';
    if (parsed.kind === 'invalid') {
      const { problem, corrected } = parsed;
      report({
        message: 'invalid',
        property,
        data: {
          node: named(node),
          expression,
          problem,
          example: corrected ?? 'cron(0 8 ? * MON-FRI *)',
        },
        fixes:
          corrected === undefined
            ? []
            : [{ title: `Write ${corrected}`, edit: setProperty(node.id, property, corrected) }],
      });
    }
    if (scheduler === 'rule') return;
    const zone = graph.text(node, 'scheduleExpressionTimezone');
    if (zone !== undefined && !mayBeTimeZone(zone))
      report({
        message: 'timeZone',
        property: 'scheduleExpressionTimezone',
        data: { node: named(node), zone },
        fixes: [
          { title: 'Use UTC', edit: setProperty(node.id, 'scheduleExpressionTimezone', 'UTC') },
        ],
      });
    // Somewhere on earth it is still yesterday.
    if (parsed.kind === 'at' && parsed.time.slice(0, 10) < addDays(today, -1))
      report({ message: 'past', property, data: { node: named(node), time: parsed.time } });
  },
  examples: {
    good: [
      { title: 'every hour', design: schedule({ scheduleExpression: 'rate(1 hour)' }) },
      {
        title: 'working days in Berlin',
        design: schedule({
          scheduleExpression: 'cron(0 8 ? * MON-FRI *)',
          scheduleExpressionTimezone: 'Europe/Berlin',
        }),
      },
      { title: 'once', design: schedule({ scheduleExpression: 'at(2027-01-31T09:00:00)' }) },
      {
        title: 'a time from a parameter',
        design: schedule({ scheduleExpression: { Ref: 'When' } }),
      },
      {
        title: 'a rule with a pattern',
        design: design(node('event-rule', 'placed', { eventPattern: { source: ['shop'] } })),
      },
    ],
    bad: [
      {
        title: 'cron as Unix has it',
        design: schedule({ scheduleExpression: 'cron(0 * * * *)' }),
        expect: ['invalid'],
      },
      {
        title: 'the wrong number',
        design: design(node('event-rule', 'hourly', { scheduleExpression: 'rate(1 hours)' })),
        expect: ['invalid'],
      },
      {
        title: 'seconds',
        design: schedule({ scheduleExpression: 'rate(30 seconds)' }),
        expect: ['invalid'],
      },
      {
        title: 'an offset for a time zone',
        design: schedule({ scheduleExpressionTimezone: '+01:00' }),
        expect: ['timeZone'],
      },
      {
        title: 'once, last year',
        design: schedule({ scheduleExpression: 'at(2025-12-24T18:00:00)' }),
        expect: ['past'],
      },
    ],
  },
});
