import { wrapScalars } from '../../catalog/event-pattern.ts';
import { isPlainObject, parsedJson } from '../../catalog/json-text.ts';
import { setProperty, unsetProperty } from '../../model/edits/index.ts';
import { isIntrinsic } from '../../model/value.ts';
import { connection, design, node, settings } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Json } from '../rule.ts';
import { named } from '../text.ts';
import { filterPolicyFacts } from './filter-policy.ts';

/** https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html */
const mostKeys = 5;
const mostCombinations = 150;

const filtered = (filterPolicy: Json, more: object = {}) =>
  design(
    node('sns-topic', 'placed'),
    node('lambda', 'worker'),
    connection('sns-topic--lambda', 'placed', 'worker', { filterPolicy, ...more }),
  );
const values = (count: number) => Array.from({ length: count }, (_, at) => `value-${at}`);
const manyFiltered = (count: number) => [
  node('sns-topic', 'placed'),
  ...Array.from({ length: count }, (_, at) => [
    node('lambda', `worker-${at}`),
    connection('sns-topic--lambda', 'placed', `worker-${at}`, { filterPolicy: { type: ['a'] } }),
  ]).flat(),
];

export const snsFilterPolicy = defineRule({
  meta: {
    id: 'sns/filter-policy',
    severity: 'error',
    messages: {
      notObject: '{topic} to {target}: a filter policy is a JSON object, such as {example}.',
      single:
        '{topic} to {target}: the values of "{field}" in the filter policy have to be a list, even a single one.',
      nested:
        '{topic} to {target}: the filter policy looks into nested fields, which attributes do not have; filter by the message body.',
      tooManyKeys: '{topic} to {target}: the filter policy has {count} keys, five are the most.',
      tooComplex:
        '{topic} to {target}: the filter policy allows {count} combinations of values, 150 are the most; simplify it.',
      tooManyPolicies:
        '{topic} has {count} subscriptions with a filter policy, the account has {limit} for a topic.',
      manyPolicies: {
        text: '{topic} has {count} subscriptions with a filter policy, the default is {limit} for a topic (adjustable).',
        severity: 'warning',
      },
    },
    explain:
      'Filters let a subscriber receive only a part of the messages, so that its function is not invoked for nothing. SNS looks at them for each message and therefore limits their size. It looks at the attributes of a message unless it is told to look at the body.',
    docs: {
      title: 'Filter policy constraints in Amazon SNS',
      url: 'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html',
    },
  },
  on: nodes('sns-topic'),
  check(topic, graph, report, context) {
    let policies = 0;
    for (const subscription of graph.outgoing(topic, { mechanism: 'subscription' })) {
      const table = context.catalog.properties(subscription.type);
      if (!table || !Object.hasOwn(table, 'filterPolicy')) continue;
      const policy = parsedJson(graph.value(subscription, 'filterPolicy'));
      if (policy === undefined || policy === null || policy === '') continue;
      policies++;
      if (isIntrinsic(policy)) continue;
      const ends = { topic: named(topic), target: named(graph.target(subscription)) };
      const place = { at: subscription, property: 'filterPolicy' };
      const set = (title: string, property: string, value: Json) => ({
        title,
        edit: setProperty(subscription.id, property, value),
      });
      if (!isPlainObject(policy)) {
        report({
          message: 'notObject',
          data: { ...ends, example: '{"type": ["order"]}' },
          ...place,
          fixes: [
            {
              title: 'Remove the filter policy',
              edit: unsetProperty(subscription.id, 'filterPolicy'),
            },
          ],
        });
        continue;
      }
      const { keys, combinations, isNested, single } = filterPolicyFacts(policy);
      if (single !== undefined)
        report({
          message: 'single',
          data: { ...ends, field: single },
          ...place,
          fixes: [set('Put single values into lists', 'filterPolicy', wrapScalars(policy))],
        });
      if (isNested && graph.text(subscription, 'filterPolicyScope') === 'MessageAttributes')
        report({
          message: 'nested',
          data: ends,
          ...place,
          fixes: [set('Filter by the message body', 'filterPolicyScope', 'MessageBody')],
        });
      if (keys > mostKeys)
        report({ message: 'tooManyKeys', data: { ...ends, count: keys }, ...place });
      if (combinations !== undefined && combinations > mostCombinations)
        report({ message: 'tooComplex', data: { ...ends, count: combinations }, ...place });
    }
    const limit = context.limit('filterPoliciesPerTopic');
    if (policies > limit)
      report({
        message: context.isEntered('filterPoliciesPerTopic') ? 'tooManyPolicies' : 'manyPolicies',
        data: { topic: named(topic), count: policies, limit },
      });
  },
  examples: {
    good: [
      { title: 'one attribute', design: filtered({ type: ['order'] }) },
      { title: 'JSON as text', design: filtered('{"type":["order"]}') },
      {
        title: 'a body of two keys that have values, and three that hold them',
        design: filtered(
          { a: { b: { c: ['1', '2', '3', '4'] } }, d: { e: ['1', '2', '3'] } },
          { filterPolicyScope: 'MessageBody' },
        ),
      },
      {
        title: 'a nested body',
        design: filtered({ order: { type: ['new'] } }, { filterPolicyScope: 'MessageBody' }),
      },
      { title: 'values from a parameter', design: filtered({ type: { Ref: 'Types' } }) },
    ],
    bad: [
      { title: 'a list', design: filtered(['order']), expect: ['notObject'] },
      { title: 'text that is no JSON', design: filtered('type = order'), expect: ['notObject'] },
      { title: 'a single value', design: filtered({ type: 'order' }), expect: ['single'] },
      {
        title: 'nested attributes',
        design: filtered({ order: { type: ['new'] } }),
        expect: ['nested'],
      },
      {
        title: 'seven keys',
        design: filtered(Object.fromEntries(values(7).map((key) => [key, ['x']]))),
        expect: ['tooManyKeys'],
      },
      {
        title: 'six keys inside of one',
        design: filtered(
          { order: Object.fromEntries(values(6).map((key) => [key, ['x']])) },
          { filterPolicyScope: 'MessageBody' },
        ),
        expect: ['tooManyKeys'],
      },
      {
        title: 'many values of two keys',
        design: filtered({ a: values(20), b: values(10) }),
        expect: ['tooComplex'],
      },
      {
        title: 'very many filtered subscriptions',
        design: design(...manyFiltered(201)),
        expect: ['manyPolicies'],
      },
      {
        title: 'more than the account has',
        design: design(settings({ limits: { filterPoliciesPerTopic: 2 } }), ...manyFiltered(3)),
        expect: ['tooManyPolicies'],
      },
    ],
  },
});
