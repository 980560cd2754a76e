import { expect, test } from 'vitest';
import { catalogFacts } from './catalog.ts';
import { design as example, node } from './examples.ts';
import { design, nodes } from './on.ts';
import { defineRule } from './rule.ts';
import { validateOnce } from './validator.ts';

const meta = {
  severity: 'warning',
  explain: 'Only for this test.',
  docs: { title: 'Rules', url: 'docs/rules.md' },
} as const;
const examples = { good: [], bad: [] };

test('the data of a report has the slots of its message, or does not compile', () => {
  const rule = defineRule({
    meta: {
      ...meta,
      id: 'test/slots',
      messages: {
        two: '{node} is {size} large',
        none: 'nothing to fill',
        grave: { text: '{why}', severity: 'error' },
      },
    },
    on: nodes('lambda'),
    check(subject, _graph, report) {
      report({ message: 'two', data: { node: subject.name, size: 1200 } });
      report({ message: 'none' });
      report({ message: 'grave', data: { why: 'because' }, at: 'design' });
      const never = () => {
        // @ts-expect-error a slot is missing
        report({ message: 'two', data: { node: 'a' } });
        // @ts-expect-error a slot is misspelt
        report({ message: 'two', data: { node: 'a', sise: 1 } });
        // @ts-expect-error a slot too many
        report({ message: 'grave', data: { why: 'a', more: 'b' } });
        // @ts-expect-error no data
        report({ message: 'two' });
        // @ts-expect-error no such message
        report({ message: 'three' });
      };
      expect(never).toBeTypeOf('function');
    },
    examples,
  });
  const found = validateOnce(example(node('lambda', 'worker')), [rule], catalogFacts, {
    today: '2026-01-01',
  });
  expect(found.map(({ severity, message, at }) => [severity, message, at.kind])).toEqual([
    ['error', 'because', 'design'],
    ['warning', 'worker is 1,200 large', 'node'],
    ['warning', 'nothing to fill', 'node'],
  ]);
});

test('an example may expect only messages of its rule, or does not compile', () => {
  const rule = defineRule({
    meta: { ...meta, id: 'test/expect', messages: { one: 'one' } },
    on: design(),
    check() {},
    examples: {
      good: [],
      bad: [
        { title: 'known', design: example(), expect: ['one'] },
        // @ts-expect-error no such message
        { title: 'unknown', design: example(), expect: ['other'] },
      ],
    },
  });
  expect(rule.examples.bad).toHaveLength(2);
});
