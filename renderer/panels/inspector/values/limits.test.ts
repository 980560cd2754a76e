import { describe, expect, it } from 'vitest';
import { connections, propertiesOf, services } from '../../../../shared/catalog/catalog.ts';
import {
  choice,
  integer,
  list,
  megabytes,
  numeric,
  seconds,
  text,
  yesNo,
} from '../../../../shared/catalog/property.ts';
import { defaultText, limitsOf, overLimits, showValue } from './limits.ts';

describe('limits beside a field', () => {
  it.each([
    [seconds({ min: 1, max: 900 }), '1 to 900 s'],
    [megabytes({ min: 128, max: 10_240 }), '128 to 10,240 MB'],
    [integer({ min: 0 }), undefined],
    [integer({ min: 2 }), '2 at least'],
    [numeric({ max: 5 }), '5 at most'],
    [text({ maxLength: 1024 }), 'up to 1,024 characters'],
    [list({ max: 5 }), '5 at most'],
    [yesNo(), undefined],
  ])('%#', (definition, limits) => {
    expect(limitsOf(definition)).toBe(limits);
  });
});

describe('what counts while nothing is set', () => {
  it.each([
    [seconds({ default: 30, cfn: 'VisibilityTimeout' }), '30 s, AWS’s default'],
    [megabytes({ default: 512, cfn: 'MemorySize', emitDefault: true }), '512 MB, proposed'],
    [choice(['a', 'b'], { default: 'a' }), 'a, default'],
    [list({ default: ['GET', 'POST'] }), 'GET, POST, default'],
    [list(), undefined],
    [text(), undefined],
    [text({ default: '' }), undefined],
    [yesNo({ default: false, cfn: 'X' }), 'no, AWS’s default'],
  ])('%#', (definition, words) => {
    expect(defaultText(definition)).toBe(words);
  });

  it('shows every default of the catalog in one line', () => {
    for (const kind of [...services.map((s) => s.kind), ...connections.map((c) => c.id)])
      for (const definition of Object.values(propertiesOf(kind) ?? {}))
        expect(defaultText(definition) ?? '').not.toMatch(/\n|\[object/);
  });
});

describe('values that do not fit', () => {
  it.each([
    [seconds({ min: 1, max: 900 }), 0, 'At least 1 s.'],
    [seconds({ min: 1, max: 900 }), 901, 'At most 900 s.'],
    [seconds({ min: 1, max: 900 }), 900, undefined],
    [text({ maxLength: 3 }), 'abcd', '4 characters; AWS takes 3 at most.'],
    [text({ pattern: '^/' }), 'orders', 'It has to begin with /.'],
    [text({ pattern: '^x{3}$' }), 'xx', 'It has to look like ^x{3}$.'],
    [text({ pattern: '^/' }), '/orders', undefined],
    [list({ max: 1 }), ['a', 'b'], '2 entries; AWS takes 1 at most.'],
  ])('%#', (definition, value, problem) => {
    expect(overLimits(definition, value)).toBe(problem);
  });

  it('finds nothing wrong with what the catalog itself proposes', () => {
    for (const kind of [...services.map((s) => s.kind), ...connections.map((c) => c.id)])
      for (const [name, definition] of Object.entries(propertiesOf(kind) ?? {}))
        if (definition.default !== undefined)
          expect(overLimits(definition, definition.default), `${kind}.${name}`).toBeUndefined();
  });
});

it('shows values for people', () => {
  expect(showValue({ name: 'pk', type: 'S' })).toBe('name: pk, type: S');
  expect(showValue([1, true])).toBe('1, yes');
  expect(showValue(null)).toBe('nothing');
});
