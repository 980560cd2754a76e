import { describe, expect, it } from 'vitest';
import { choice, record, text } from '../../../../shared/catalog/property.ts';
import { withField } from './record.ts';

const key = record({
  fields: {
    name: text({ required: true }),
    type: choice(['S', 'N'], { default: 'S', required: true }),
  },
});
const partitionKey = record({ ...key, default: { name: 'pk', type: 'S' } });

describe('an object of known fields', () => {
  it('is whole as soon as one field is set', () => {
    expect(withField(key, undefined, 'name', 'sk')).toEqual({ name: 'sk', type: 'S' });
    expect(withField(partitionKey, undefined, 'type', 'N')).toEqual({ name: 'pk', type: 'N' });
  });

  it('keeps the other fields, those nobody knows included', () => {
    expect(withField(key, { name: 'sk', extra: 1 }, 'type', 'N')).toEqual({
      name: 'sk',
      extra: 1,
      type: 'N',
    });
  });

  it('is unset when nothing is left but what it would have by itself', () => {
    expect(withField(key, { name: 'sk', type: 'S' }, 'name', undefined)).toBeUndefined();
    expect(withField(key, undefined, 'name', undefined)).toBeUndefined();
    expect(withField(key, { name: 'sk', type: 'S', extra: 1 }, 'name', undefined)).toEqual({
      type: 'S',
      extra: 1,
    });
  });
});
