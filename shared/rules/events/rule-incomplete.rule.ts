import { isPlainObject, parsedJson } from '../../catalog/json-text.ts';
import { connection, design, node } from '../examples.ts';
import { addNear } from '../fixes.ts';
import { nodes } from '../on.ts';
import { defineRule } from '../rule.ts';
import { named } from '../text.ts';
import { isScheduled } from './pattern.ts';

const toFunction = (rule: object) =>
  design(
    node('event-rule', 'placed', { ...rule }),
    node('lambda', 'worker'),
    connection('event-rule--lambda', 'placed', 'worker'),
  );

export const eventsRuleIncomplete = defineRule({
  meta: {
    id: 'events/rule-incomplete',
    severity: 'error',
    messages: {
      noPattern: '{node} has an empty pattern; say which events it wants, or when it runs.',
      noTarget: {
        text: '{node} has no target, so it does nothing; connect it to what it should start.',
        severity: 'warning',
      },
    },
    explain:
      'A rule belongs to one event bus, describes which events it wants and names up to five targets. AWS refuses a rule without a pattern or a schedule; a rule without a target does nothing.',
    docs: {
      title: 'Rules in Amazon EventBridge',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html',
    },
    overlaps: ['E3017'],
  },
  on: nodes('event-rule'),
  check(rule, graph, report, { catalog }) {
    const pattern = parsedJson(graph.value(rule, 'eventPattern'));
    const isEmpty =
      pattern === undefined ||
      pattern === '' ||
      (isPlainObject(pattern) && Object.keys(pattern).length === 0);
    if (isEmpty && !isScheduled(graph, rule))
      report({ message: 'noPattern', property: 'eventPattern', data: { node: named(rule) } });
    if (graph.outgoing(rule, { mechanism: 'eventbridge-target' }).length === 0)
      report({
        message: 'noTarget',
        data: { node: named(rule) },
        fixes: addNear(
          graph,
          catalog,
          'Add a function as its target',
          rule,
          { kind: 'lambda', name: `${rule.name} handler` },
          (id) => [{ type: 'event-rule--lambda', from: rule.id, to: id }],
        ),
      });
  },
  examples: {
    good: [
      {
        title: 'a pattern and a target',
        design: toFunction({ eventPattern: { source: ['shop'] } }),
      },
      {
        title: 'a schedule instead of a pattern',
        design: toFunction({ eventPattern: {}, scheduleExpression: { Ref: 'Rhythm' } }),
      },
    ],
    bad: [
      {
        title: 'an empty pattern',
        design: toFunction({ eventPattern: {} }),
        expect: ['noPattern'],
      },
      {
        title: 'no target',
        design: design(node('event-rule', 'placed', { eventPattern: { source: ['shop'] } })),
        expect: ['noTarget'],
      },
    ],
  },
});
