import { describe, expect, test } from 'vitest';
import { exportCdk } from './cdk/cdk.ts';
import type { SourceRange } from './exported.ts';
import { planDesign } from './plan/plan.ts';
import { exportSam } from './sam/sam.ts';
import { exportWithSources, ownerAt, rangesOf } from './source-map.ts';
import { exportCases } from './testing/cases/index.ts';
import { templateFiles } from './testing/templates.ts';

const targets = ['sam', 'cdk'] as const;
const cases = [...templateFiles, ...exportCases].map((item) => [item.title, item.design] as const);

describe.each(targets)('lines of %s', (target) => {
  test.each(cases)('are told without changing the export: %s', (_title, whole) => {
    const plan = planDesign(whole);
    const mapped = exportWithSources(plan, target);
    const plain = (target === 'sam' ? exportSam : exportCdk)(planDesign(whole));
    expect(mapped.files).toEqual(plain.files);

    const known = new Set<string>([...whole.nodes, ...whole.connections].map(({ id }) => id));
    const lines = new Map(
      mapped.files.map(({ path, text }) => [path, text.split('\n').length - 1]),
    );
    for (const { path, first, last, owner } of mapped.ranges) {
      expect(known).toContain(owner);
      expect(first).toBeGreaterThanOrEqual(1);
      expect(last).toBeGreaterThanOrEqual(first);
      expect(last).toBeLessThanOrEqual(lines.get(path) ?? 0);
    }

    const owners = new Set(mapped.ranges.map(({ owner }) => owner));
    const nodes = new Set<string>(whole.nodes.map(({ id }) => id));
    // The CDK writes some of what connections bring by itself.
    for (const { resources } of plan.stacks)
      for (const { owner, id } of resources.values())
        if (target === 'sam' || nodes.has(owner))
          expect(owners, `${target} has lines of ${owner}, which brings ${id}`).toContain(owner);
  });

  test.each(cases)('begin with what the node is called there: %s', (_title, whole) => {
    const plan = planDesign(whole);
    const { files, ranges } = exportWithSources(plan, target);
    const text = new Map(files.map((file) => [file.path, file.text.split('\n')]));
    for (const node of whole.nodes) {
      const id = plan.logicalId(node);
      const stack = plan.stacks.find((item) => item.resources.get(id)?.owner === node.id);
      if (!stack?.resources.has(id)) continue;
      const own = ranges.filter(({ owner }) => owner === node.id);
      const heads = own.map(({ path, first, last }) =>
        (text.get(path) ?? []).slice(first - 1, last).join('\n'),
      );
      const isHead = (head: string): boolean =>
        target === 'sam' ? head.startsWith(`  ${id}:`) : head.includes(`'${id}'`);
      if (target === 'sam' || stack.constructs.has(id)) expect(heads.some(isHead), id).toBe(true);
    }
  });
});

test('a connection has the event, the statement and the variable that it brings', () => {
  const [template] = templateFiles.filter(({ title }) => title.includes('serverless-rest-api'));
  if (!template) throw new Error('There is no such template.');
  const plan = planDesign(template.design);
  const { ranges, files } = exportWithSources(plan, 'sam');
  const text = files.find(({ path }) => path === 'template.yaml')?.text.split('\n') ?? [];
  const connection = template.design.connections.find(({ to }) => to === 'orders');
  const own = rangesOf(ranges, new Set([connection?.id ?? '']));
  const heads = own.map(({ first }) => text[first - 1]?.trim());
  expect(heads).toEqual(['TABLE_NAME: !Ref Orders', '- Effect: Allow']);
  const [variable] = own;
  expect(ownerAt(ranges, 'template.yaml', variable?.first ?? 0)).toBe(connection?.id);
  expect(ownerAt(ranges, 'template.yaml', (variable?.first ?? 0) - 1)).toBe(connection?.from);
});

const range = (first: number, last: number, owner: string, path = 'a'): SourceRange => ({
  path,
  first,
  last,
  owner,
});

test('lines that touch are one range, those of other files are not', () => {
  const ranges = [range(1, 9, 'a'), range(3, 4, 'b'), range(10, 12, 'b'), range(1, 2, 'b', 'z')];
  expect(rangesOf(ranges, new Set(['b']))).toEqual([ranges[1], ranges[2], ranges[3]]);
  expect(rangesOf(ranges, new Set(['a', 'b']))).toEqual([range(1, 12, 'a'), ranges[3]]);
  expect(rangesOf(ranges, new Set())).toEqual([]);
});

test('a line belongs to the narrowest range around it', () => {
  const ranges = [range(1, 9, 'a'), range(3, 4, 'b')];
  expect(ownerAt(ranges, 'a', 3)).toBe('b');
  expect(ownerAt(ranges, 'a', 5)).toBe('a');
  expect(ownerAt(ranges, 'a', 10)).toBeUndefined();
  expect(ownerAt(ranges, 'z', 3)).toBeUndefined();
});
