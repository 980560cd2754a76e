import { keepsUndelivered } from '../dead-letters.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { connections } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';

/** Targets that take whatever comes. */
const safe = new Set(['sqs-queue', 'log-group']);

const ruleToFunction = (properties: Parameters<typeof connection>[3] = {}) => [
  node('event-rule', 'placed', { eventPattern: { source: ['shop'] } }),
  node('lambda', 'worker'),
  connection('event-rule--lambda', 'placed', 'worker', properties, 'delivery'),
];

export const eventsTargetNoDlq = defineRule({
  meta: {
    id: 'events/target-no-dlq',
    severity: 'warning',
    messages: {
      none: '{source} to {target}: events that cannot be delivered within 24 hours are dropped; add a dead-letter queue.',
      noneKept:
        '{source} to {target}: events that cannot be delivered within {time} are dropped unseen; add a dead-letter queue.',
    },
    explain:
      'EventBridge tries a failed delivery again up to 185 times within 24 hours, then it discards the event. A subscriber of a Custom Event Bus gives up after five minutes unless more is set. Usual reasons are missing permissions, a target that was deleted, or long throttling. The queue needs a policy that lets EventBridge send to it; the export writes it.',
    docs: {
      title: 'Using dead-letter queues to process undelivered events in EventBridge',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html',
    },
  },
  on: connections({
    from: ['event-rule', 'schedule', 'event-subscriber'],
    mechanism: ['eventbridge-target', 'scheduler-target', 'subscriber-target'],
  }),
  check({ connection, source, target }, graph, report, { catalog }) {
    if (safe.has(target.kind) || keepsUndelivered(graph, catalog, connection, 'target')) return;
    const names = { source: named(source), target: named(target) };
    const fixes = addNear(
      graph,
      catalog,
      'Add a dead-letter queue',
      source,
      { kind: 'sqs-queue', name: `${source.name} undelivered` },
      (id) => [
        {
          type: `${source.kind}--sqs-queue--dead-letter`,
          from: source.id,
          to: id,
          properties: source.kind === 'event-rule' ? { target: connection.id } : {},
        },
      ],
    );
    if (source.kind !== 'event-subscriber') report({ message: 'none', data: names, fixes });
    else {
      const seconds = graph.number(source, 'maxEventAge');
      const time = seconds === undefined ? 'its maximum event age' : `${seconds} s`;
      report({ message: 'noneKept', data: { ...names, time }, fixes });
    }
  },
  examples: {
    good: [
      {
        title: 'a dead-letter queue of the target',
        design: design(
          ...ruleToFunction({ deadLetterQueue: 'failures' }),
          node('sqs-queue', 'failures'),
        ),
      },
      {
        title: 'a dead-letter queue for all targets of the rule',
        design: design(
          ...ruleToFunction(),
          node('sqs-queue', 'failures'),
          connection('event-rule--sqs-queue--dead-letter', 'placed', 'failures'),
        ),
      },
      {
        title: 'a dead-letter queue of a schedule',
        design: design(
          node('schedule', 'nightly', { scheduleExpression: { Ref: 'Rhythm' } }),
          node('lambda', 'worker'),
          node('sqs-queue', 'failures'),
          connection('schedule--lambda', 'nightly', 'worker'),
          connection('schedule--sqs-queue--dead-letter', 'nightly', 'failures'),
        ),
      },
      {
        title: 'a queue as the target',
        design: design(
          node('event-rule', 'placed', { eventPattern: { source: ['shop'] } }),
          node('sqs-queue', 'orders'),
          connection('event-rule--sqs-queue', 'placed', 'orders'),
        ),
      },
    ],
    bad: [
      {
        title: 'a subscriber',
        design: design(
          node('custom-event-bus', 'orders'),
          node('event-subscriber', 'placed', { maxEventAge: { Ref: 'Age' } }),
          node('lambda', 'worker'),
          connection('custom-event-bus--event-subscriber', 'orders', 'placed'),
          connection('event-subscriber--lambda', 'placed', 'worker'),
        ),
        expect: ['noneKept'],
      },
      { title: 'a rule', design: design(...ruleToFunction()), expect: ['none'] },
      {
        title: 'a schedule',
        design: design(
          node('schedule', 'nightly'),
          node('lambda', 'worker'),
          connection('schedule--lambda', 'nightly', 'worker'),
        ),
        expect: ['none'],
      },
      {
        title: 'a dead-letter queue for another target',
        design: design(
          ...ruleToFunction(),
          node('sqs-queue', 'orders'),
          node('sqs-queue', 'failures'),
          connection('event-rule--sqs-queue', 'placed', 'orders', {}, 'other'),
          connection('event-rule--sqs-queue--dead-letter', 'placed', 'failures', {
            target: 'other',
          }),
        ),
        expect: ['none'],
      },
    ],
  },
});
