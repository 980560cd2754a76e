import { describe, expect, test } from 'vitest';
import { addNode, deleteItems, type Edit, setProperty } from '../model/edits/index.ts';
import type { NodeId } from '../model/ids.ts';
import { applyFixes } from './apply-fixes.ts';
import { design, node } from './examples.ts';
import type { Finding } from './rule.ts';

const at = (id: string): NodeId => id as NodeId;

const finding = (rule: string, id: string, edit: Edit | undefined, severity: Finding['severity']) =>
  ({
    rule,
    severity,
    messageKey: 'key',
    message: `${rule} at ${id}`,
    at: { kind: 'node', id },
    data: {},
    fixes: edit ? [{ title: `Mend ${id}`, edit }] : [],
  }) satisfies Finding;

/** Every queue wants to be encrypted; one that is named "odd" then has an error of its own. */
const validator = {
  validate: (checked: ReturnType<typeof design>): readonly Finding[] =>
    checked.nodes.flatMap(({ id, name, properties }) => {
      if (properties.sse !== true)
        return [
          finding('sqs/sse', id, setProperty(at(id), 'sse', true), 'warning'),
          finding('sqs/none', id, deleteItems([at(id)]), 'info'),
        ];
      return name === 'odd' ? [finding('sqs/odd', id, undefined, 'error')] : [];
    }),
};

const three = design(
  node('sqs-queue', 'one'),
  node('sqs-queue', 'odd'),
  node('sqs-queue', 'two', { sse: true }),
);

describe('fixes of one rule', () => {
  test('are applied one upon the other, and those of other rules are not', () => {
    const { design: after, applied } = applyFixes(validator, three, {
      only: 'sqs/sse',
      mayDelete: true,
    });
    expect(applied).toEqual([{ rule: 'sqs/sse', title: 'Mend one' }]);
    expect(after.nodes.map(({ properties }) => properties.sse)).toEqual([true, undefined, true]);
  });

  test('are left out where they would bring an error', () => {
    const { left } = applyFixes(validator, three, { only: 'sqs/sse', mayDelete: true });
    expect(left.map(({ rule, at: place }) => [rule, place])).toContainEqual([
      'sqs/sse',
      { kind: 'node', id: 'odd' },
    ]);
  });
});

test('hundreds of fixes that have nothing to do with one another cost one check', () => {
  const many = design(...Array.from({ length: 300 }, (_, at) => node('sqs-queue', `q${at}`)));
  let checks = 0;
  const counting = {
    validate: (checked: typeof many) => {
      checks += 1;
      return validator.validate(checked);
    },
  };
  const { applied, design: after } = applyFixes(counting, many, {
    only: 'sqs/sse',
    mayDelete: true,
  });
  expect(applied).toHaveLength(300);
  expect(after.nodes.every(({ properties }) => properties.sse === true)).toBe(true);
  expect(checks).toBe(2);
});

test('two fixes that would add the same thing add it once', () => {
  const addQueue = addNode({
    id: at('dlq'),
    kind: 'sqs-queue',
    name: 'Failed',
    position: { x: 0, y: 0 },
    properties: { sse: true },
  });
  const wanting = {
    validate: (checked: typeof three): readonly Finding[] =>
      checked.nodes.some(({ name }) => name === 'Failed')
        ? []
        : ['one', 'two'].map((id) => finding('sqs/none', id, addQueue, 'warning')),
  };
  const { applied } = applyFixes(wanting, three, { only: 'sqs/none', mayDelete: true });
  expect(applied).toHaveLength(1);
});

test('a fix that deletes waits until that is asked for', () => {
  const careful = applyFixes(validator, three, { only: 'sqs/none', mayDelete: false });
  expect(careful.design).toBe(three);
  expect(careful.deleting).toHaveLength(2);
  const asked = applyFixes(validator, three, { only: 'sqs/none', mayDelete: true });
  expect(asked.design.nodes.map(({ id }) => id)).toEqual(['two']);
});

test('what somebody set aside is not fixed', () => {
  const aside = {
    validate: (checked: typeof three) =>
      validator.validate(checked).map((it) => ({ ...it, suppressed: { reason: 'known' } })),
  };
  expect(applyFixes(aside, three, { mayDelete: true }).applied).toEqual([]);
});
