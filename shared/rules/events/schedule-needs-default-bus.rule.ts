import { connection, design, node } from '../examples.ts';
import { removeConnection } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isScheduled } from './pattern.ts';

const onBus = (bus: object, rule: object) =>
  design(
    node('event-bus', 'shop', { ...bus }),
    node('event-rule', 'nightly', { ...rule }),
    node('lambda', 'worker'),
    connection('event-bus--event-rule', 'shop', 'nightly'),
    connection('event-rule--lambda', 'nightly', 'worker'),
  );

export const eventsScheduleNeedsDefaultBus = defineRule({
  meta: {
    id: 'events/schedule-needs-default-bus',
    severity: 'error',
    messages: {
      customBus:
        '{node} runs by the clock, which only rules of the default bus can; take it off {bus} or use a schedule of EventBridge Scheduler.',
    },
    explain:
      'The clock of scheduled rules belongs to the default bus of the account. EventBridge Scheduler is the newer service: it has time zones, single runs, retries and a dead-letter queue of its own.',
    docs: {
      title: 'Creating a scheduled rule (legacy) in Amazon EventBridge',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html',
    },
  },
  on: connections({ from: 'event-bus', to: 'event-rule', mechanism: 'event-routing' }),
  check({ connection, source: bus, target: rule }, graph, report, { catalog }) {
    if (!isScheduled(graph, rule)) return;
    const type = graph.text(bus, 'busType');
    if (type === undefined || type === 'default') return;
    report({
      message: 'customBus',
      data: { node: named(rule), bus: named(bus) },
      fixes: [removeConnection(catalog, connection, `Take ${named(rule)} off the bus`)],
    });
  },
  examples: {
    good: [
      {
        title: 'on the default bus',
        design: onBus({ busType: 'default' }, { scheduleExpression: 'rate(1 hour)' }),
      },
      {
        title: 'a bus that nobody knows',
        design: onBus({ busType: { Ref: 'Type' } }, { scheduleExpression: 'rate(1 hour)' }),
      },
      { title: 'a pattern', design: onBus({ name: 'shop' }, { eventPattern: { source: ['a'] } }) },
    ],
    bad: [
      {
        title: 'a schedule on a bus of your own',
        design: onBus({ name: 'shop' }, { scheduleExpression: 'rate(1 hour)' }),
        expect: ['customBus'],
      },
    ],
  },
});
