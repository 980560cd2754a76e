import { describe, expect, it } from 'vitest';
import { pairsOf, readPairs } from './pairs.ts';

describe('names with values', () => {
  it('come back as they were, in their order', () => {
    const map = { B: '1', a: { Ref: 'X' }, c: '' };
    const read = readPairs(pairsOf(map));
    expect(read).toEqual({ map, problem: undefined });
    expect(Object.keys(read.map)).toEqual(['B', 'a', 'c']);
  });

  it('count as soon as they have a name', () => {
    expect(readPairs([{ name: 'A', value: undefined }]).map).toEqual({ A: '' });
    expect(readPairs([{ name: '', value: undefined }])).toEqual({ map: {}, problem: undefined });
    expect(readPairs([{ name: '', value: 'x' }])).toEqual({
      map: {},
      problem: 'Every value needs a name.',
    });
  });

  it('keep the first of two equal names, and say so', () => {
    const read = readPairs([
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
    ]);
    expect(read).toEqual({
      map: { A: '1' },
      problem: 'Two have the name A; only the first counts.',
    });
  });

  it('take names that mean something to JavaScript', () => {
    expect(Object.keys(readPairs([{ name: '__proto__', value: 'x' }]).map)).toEqual(['__proto__']);
  });
});
