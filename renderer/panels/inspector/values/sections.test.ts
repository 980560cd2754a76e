import { describe, expect, it } from 'vitest';
import { integer, type PropertyTable, text, yesNo } from '../../../../shared/catalog/property.ts';
import { baseOf, findProperties, sectionsOf } from './sections.ts';

const table: PropertyTable = {
  memorySize: integer({ cfn: 'MemorySize' }),
  fifoQueue: yesNo(),
  deduplication: yesNo({ when: (read) => read('fifoQueue') === true }),
  tracing: yesNo({ advanced: true, help: 'Sends traces to X-Ray.' }),
  tag: text({ advanced: true }),
};
const facts = (set: readonly string[], isFifo = false) => ({
  set: new Set(set),
  counts: ({ when }: { readonly when?: (read: () => boolean) => boolean }) =>
    when?.(() => isFifo) ?? true,
});
const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

describe('the parts of a form', () => {
  it('fold what is rarely used, and hide what does not count', () => {
    const { main, advanced, waiting, unknown } = sectionsOf(table, facts([]));
    expect(names(main)).toEqual(['memorySize', 'fifoQueue']);
    expect(names(advanced)).toEqual(['tracing', 'tag']);
    expect([...waiting, ...unknown]).toEqual([]);
  });

  it('show a property as soon as it counts', () => {
    expect(names(sectionsOf(table, facts([], true)).main)).toContain('deduplication');
  });

  it('keep what is set but does not count, and what nobody knows', () => {
    const { waiting, unknown } = sectionsOf(table, facts(['deduplication', 'colour']));
    expect(names(waiting)).toEqual(['deduplication']);
    expect(unknown).toEqual(['colour']);
  });

  it('fold nothing when all would be folded', () => {
    const { main, advanced } = sectionsOf({ tag: text({ advanced: true }) }, facts([]));
    expect(names(main)).toEqual(['tag']);
    expect(advanced).toEqual([]);
  });
});

it('knows which property a place is in', () => {
  expect(baseOf('globalSecondaryIndexes[0].name')).toBe('globalSecondaryIndexes');
  expect(baseOf('timeout')).toBe('timeout');
  expect(baseOf('environment.KEY')).toBe('environment');
});

it('finds properties by label, name, AWS’s name and help, folded or not', () => {
  const sections = sectionsOf(table, facts([]));
  expect(names(findProperties(sections, 'mem'))).toEqual(['memorySize']);
  expect(names(findProperties(sections, 'MemorySize'))).toContain('memorySize');
  expect(names(findProperties(sections, 'traces'))).toEqual(['tracing']);
  expect(names(findProperties(sections, 'x-ray'))).toEqual(['tracing']);
  expect(names(findProperties(sections, 'queue fifo'))).toEqual(['fifoQueue']);
  expect(findProperties(sections, 'qqq')).toEqual([]);
});
