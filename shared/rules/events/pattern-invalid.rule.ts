import { hasWildcard, patternProblems, wrapScalars } from '../../catalog/event-pattern.ts';
import { filterScopes } from '../../catalog/eventbridge/subscriber.ts';
import { isPlainObject, parsedJson } from '../../catalog/json-text.ts';
import { setProperty } from '../../model/edits/index.ts';
import { hasIntrinsic, isIntrinsic } from '../../model/value.ts';
import { connection, design, node, settings } from '../examples.ts';
import { nodes } from '../on.ts';
import { defineRule, type Graph, type Json, type Node, type Report } from '../rule.ts';
import { named } from '../text.ts';

/** Even when the quota is raised. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const most = 4096;

const rule = (eventPattern: Json) => node('event-rule', 'placed', { eventPattern });
const pipe = (...filterPatterns: readonly Json[]) => node('pipe', 'check', { filterPatterns });
const subscribed = (properties: Readonly<Record<string, Json>>) => [
  node('custom-event-bus', 'orders'),
  node('event-subscriber', 'placed', properties),
  node('sqs-queue', 'inbox'),
  connection('custom-event-bus--event-subscriber', 'orders', 'placed'),
  connection('event-subscriber--sqs-queue', 'placed', 'inbox'),
];
const ids = (count: number): Json => ({
  detail: { id: Array.from({ length: count }, (_, at) => `order-${String(at).padStart(4, '0')}`) },
});

type FilterReport = (
  finding: Parameters<
    Report<{
      readonly notObject: '{node}{example}';
      readonly shape: '{node}{problem}{path}';
      readonly wildcard: '{node}';
    }>
  >[0],
) => void;

/** A subscriber has a pattern for each part of an event. */
const checkFilters = (subject: Node, graph: Graph, report: FilterReport): void => {
  const node = named(subject);
  for (const property of Object.keys(filterScopes)) {
    const pattern = graph.isSet(subject, property)
      ? parsedJson(graph.value(subject, property))
      : undefined;
    if (pattern === undefined || pattern === '' || isIntrinsic(pattern)) continue;
    if (!isPlainObject(pattern)) {
      const example = '{"detail": {"status": ["paid"]}}';
      report({ message: 'notObject', property, data: { node, example } });
      continue;
    }
    const problems = patternProblems(pattern);
    const [first] = problems;
    if (first)
      report({
        message: 'shape',
        property,
        data: { node, path: first.path, problem: first.problem },
        fixes: problems.every(({ isScalar }) => isScalar)
          ? [
              {
                title: 'Put single values into lists',
                edit: setProperty(subject.id, property, wrapScalars(pattern)),
              },
            ]
          : [],
      });
    else if (hasWildcard(pattern)) report({ message: 'wildcard', property, data: { node } });
  }
};

export const eventsPatternInvalid = defineRule({
  meta: {
    id: 'events/pattern-invalid',
    severity: 'error',
    messages: {
      notObject: '{node}: the event pattern is no JSON object, such as {example}.',
      shape: '{node}: the event pattern {problem} at {path}; each field has a list of values.',
      tooLong:
        '{node}: the event pattern has {length} characters, {limit} are the most; make it shorter or split the rule.',
      long: {
        text: '{node}: the event pattern has {length} characters, the default limit is {limit} (adjustable to 4,096); make it shorter or split the rule.',
        severity: 'warning',
      },
      wildcard:
        '{node}: the filters of a subscriber take no wildcards; compare with prefix or suffix instead.',
    },
    explain:
      'In a pattern every field lists the values that it may have, so even one value is written as a list. Besides plain values a list may hold comparisons such as prefix, anything-but or numeric. EventBridge refuses other forms.',
    docs: {
      title: 'Creating Amazon EventBridge event patterns',
      url: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
    },
    overlaps: ['E3031'],
  },
  on: nodes('event-rule', 'pipe', 'event-subscriber'),
  check(subject, graph, report, context) {
    const node = named(subject);
    if (subject.kind === 'pipe') {
      const patterns = graph.value(subject, 'filterPatterns');
      if (!Array.isArray(patterns)) return;
      for (const pattern of patterns.map(parsedJson)) {
        if (isIntrinsic(pattern)) continue;
        const at = { property: 'filterPatterns' } as const;
        if (!isPlainObject(pattern)) {
          report({
            message: 'notObject',
            ...at,
            data: { node, example: '{"body": {"status": ["paid"]}}' },
          });
          continue;
        }
        const problems = patternProblems(pattern);
        const [first] = problems;
        if (first)
          report({
            message: 'shape',
            ...at,
            data: { node, path: first.path, problem: first.problem },
            fixes: problems.every(({ isScalar }) => isScalar)
              ? [
                  {
                    title: 'Put single values into lists',
                    edit: setProperty(
                      subject.id,
                      'filterPatterns',
                      patterns.map((it) => {
                        const parsed = parsedJson(it);
                        return isPlainObject(parsed) ? wrapScalars(parsed) : it;
                      }),
                    ),
                  },
                ]
              : [],
          });
      }
      return;
    }
    if (subject.kind === 'event-subscriber') {
      checkFilters(subject, graph, report);
      return;
    }
    if (!graph.isSet(subject, 'eventPattern')) return;
    const pattern = parsedJson(graph.value(subject, 'eventPattern'));
    if (pattern === undefined || pattern === '' || isIntrinsic(pattern)) return;
    const property = 'eventPattern';
    if (!isPlainObject(pattern)) {
      report({ message: 'notObject', property, data: { node, example: '{"source": ["shop"]}' } });
      return;
    }
    const problems = patternProblems(pattern);
    const [first] = problems;
    if (first) {
      const { path, problem } = first;
      const canWrap = problems.every(({ isScalar }) => isScalar);
      report({
        message: 'shape',
        property,
        data: { node, path, problem },
        fixes: canWrap
          ? [
              {
                title: 'Put single values into lists',
                edit: setProperty(subject.id, property, wrapScalars(pattern)),
              },
            ]
          : [],
      });
    }
    if (hasIntrinsic(pattern)) return;
    const { length } = JSON.stringify(pattern);
    const limit = Math.min(context.limit('eventPatternLength'), most);
    if (length <= limit) return;
    if (length > most || context.isEntered('eventPatternLength'))
      report({
        message: 'tooLong',
        property,
        data: { node, length, limit: context.isEntered('eventPatternLength') ? limit : most },
      });
    else report({ message: 'long', property, data: { node, length, limit } });
  },
  examples: {
    good: [
      { title: 'lists of values', design: design(rule({ detail: { status: ['paid'] } })) },
      {
        title: 'comparisons, as JSON text',
        design: design(
          rule('{"source":[{"prefix":"shop."}],"detail":{"n":[{"numeric":[">",1]}]}}'),
        ),
      },
      { title: 'a value from a parameter', design: design(rule({ source: { Ref: 'Source' } })) },
      {
        title: 'filters of a pipe',
        design: design(
          pipe({ body: { status: ['paid'] } }, '{"body":{"n":[{"numeric":[">",1]}]}}'),
        ),
      },
      {
        title: 'filters of a subscriber',
        design: design(
          ...subscribed({
            eventPattern: { detail: { n: [{ numeric: ['>', 1] }] } },
            systemMetadataPattern: { EventGroupId: [{ Ref: 'Group' }] },
          }),
        ),
      },
      { title: 'the proposed pattern', design: design(node('event-rule', 'placed')) },
    ],
    bad: [
      {
        title: 'a single value',
        design: design(rule({ source: ['shop'], detail: { status: 'paid' } })),
        expect: ['shape'],
      },
      {
        title: 'a comparison that does not exist',
        design: design(rule({ source: [{ contains: 'shop' }] })),
        expect: ['shape'],
      },
      {
        title: 'text that is no JSON',
        design: design(rule('source = shop')),
        expect: ['notObject'],
      },
      {
        title: 'a filter of a pipe with a single value',
        design: design(pipe({ body: { status: 'paid' } })),
        expect: ['shape'],
      },
      {
        title: 'a filter of a pipe that is no JSON',
        design: design(pipe('status = paid')),
        expect: ['notObject'],
      },
      {
        title: 'a filter of a subscriber with a single value',
        design: design(...subscribed({ eventPattern: { detail: { status: 'paid' } } })),
        expect: ['shape'],
      },
      {
        title: 'a filter of a subscriber that is no JSON',
        design: design(...subscribed({ metadataPattern: 'tenant = one' })),
        expect: ['notObject'],
      },
      {
        title: 'a filter of a subscriber with a wildcard',
        design: design(...subscribed({ eventPattern: { source: [{ wildcard: 'shop.*' }] } })),
        expect: ['wildcard'],
      },
      { title: 'far too many values', design: design(rule(ids(400))), expect: ['tooLong'] },
      { title: 'many values', design: design(rule(ids(200))), expect: ['long'] },
      {
        title: 'more than the account has',
        design: design(settings({ limits: { eventPatternLength: 2048 } }), rule(ids(200))),
        expect: ['tooLong'],
      },
    ],
  },
});
