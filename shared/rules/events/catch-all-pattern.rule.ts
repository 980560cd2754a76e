import { isCatchAll } from '../../catalog/event-pattern.ts';
import { connection, design, node } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { ownPattern } from './pattern.ts';

/** Targets that are there to take everything. */
const collectors = new Set(['log-group', 'event-bus']);

const toFunction = (eventPattern: Json) =>
  design(
    node('event-rule', 'all', { eventPattern }),
    node('lambda', 'worker'),
    connection('event-rule--lambda', 'all', 'worker'),
  );

export const eventsCatchAllPattern = defineRule({
  meta: {
    id: 'events/catch-all-pattern',
    severity: 'warning',
    messages: {
      everything: '{node} picks every event on {bus}; pick by source and detail-type.',
    },
    explain:
      'A rule that picks everything starts its target for events that have nothing to do with it, also for those that the target itself sends, which makes a loop likely. Each of them is billed at the target.',
    docs: {
      title: 'Best practices when defining Amazon EventBridge event patterns',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html',
    },
  },
  on: nodes('event-rule'),
  check(rule, graph, report) {
    const pattern = ownPattern(graph, rule);
    // events/rule-incomplete speaks of an empty one.
    if (!pattern || Object.keys(pattern).length === 0 || !isCatchAll(pattern)) return;
    const targets = graph.targets(rule, { mechanism: 'eventbridge-target' });
    if (!targets.some(({ kind }) => !collectors.has(kind))) return;
    const [bus] = graph.sources(rule, { mechanism: 'event-routing' });
    report({
      message: 'everything',
      property: 'eventPattern',
      data: { node: named(rule), bus: bus ? named(bus) : 'the default bus' },
    });
  },
  examples: {
    good: [
      {
        title: 'a source and a type',
        design: toFunction({ source: ['shop'], 'detail-type': ['Placed'] }),
      },
      { title: 'a source from a parameter', design: toFunction({ source: { Ref: 'Source' } }) },
      {
        title: 'everything into a log',
        design: design(
          node('event-rule', 'all', { eventPattern: { account: ['123456789012'] } }),
          node('log-group', 'events'),
          connection('event-rule--log-group', 'all', 'events'),
        ),
      },
    ],
    bad: [
      {
        title: 'every event of an account',
        design: toFunction({ account: ['123456789012'] }),
        expect: ['everything'],
      },
      {
        title: 'any source',
        design: toFunction({ source: [{ prefix: '' }] }),
        expect: ['everything'],
      },
    ],
  },
});
