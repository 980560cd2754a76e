import { expect, test } from 'vitest';
import { createGraph } from '../graph/incremental-graph.ts';
import { catalogFacts } from './catalog.ts';
import { design, node } from './examples.ts';
import { outOfRange, type Range } from './range.ts';

const check = (memorySize: number | string | { Ref: string }, range: Partial<Range> = {}) => {
  const before = design(node('lambda', 'worker', { memorySize }));
  const graph = createGraph(catalogFacts, before);
  const [fn] = graph.nodes();
  if (!fn) throw new Error('the function is gone');
  const found = outOfRange(graph, fn, { property: 'memorySize', min: 128, max: 10_240, ...range });
  return found && { ...found, fixed: found.fixes[0]?.edit(before).nodes[0]?.properties.memorySize };
};

test('is silent within the range and about what it cannot know', () => {
  for (const value of [128, 512, 10_240, { Ref: 'Memory' }, 'much'])
    expect(check(value)).toBeUndefined();
  expect(check(512.5, { isFractional: true })).toBeUndefined();
});

test('says what is wrong and offers the nearest value', () => {
  expect(check(64, { unit: 'MB' })).toMatchObject({
    property: 'memorySize',
    value: '64 MB',
    range: '128 to 10,240 MB',
    fixed: 128,
  });
  expect(check(20_000)).toMatchObject({ value: '20,000', fixed: 10_240 });
  expect(check(512.4)).toMatchObject({ value: '512.4', fixed: 512 });
  expect(check(1, { min: 2, max: Number.POSITIVE_INFINITY })).toMatchObject({
    range: '2 or more',
    fixed: 2,
  });
  expect(check(0.1, { min: 0.2, max: 3, isFractional: true })).toMatchObject({ fixed: 0.2 });
});
