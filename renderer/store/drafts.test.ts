import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDrafts } from './drafts.ts';

test('drafts belong to a document and a field, and go into a text and back', () => {
  const drafts = createDrafts();
  drafts.set('a', 'fn.timeout', { typed: 'soon', over: 60 });
  drafts.set('a', 'fn.tags', { typed: [{ key: 1, name: '' }], over: undefined });
  expect(drafts.get('b', 'fn.timeout')).toBeUndefined();
  expect(drafts.serialise('b')).toBeUndefined();
  const again = createDrafts();
  again.restore('c', drafts.serialise('a') ?? '');
  expect(again.get('c', 'fn.timeout')).toEqual({ typed: 'soon', over: 60 });
  expect(again.get('c', 'fn.tags')).toEqual({ typed: [{ key: 1, name: '' }], over: undefined });
});

test('whoever listens hears of each change, and of nothing else', () => {
  const drafts = createDrafts();
  let heard = 0;
  const stop = drafts.subscribe(() => {
    heard += 1;
  });
  drafts.set('a', 'x', { typed: 'y', over: undefined });
  drafts.set('a', 'x', undefined);
  drafts.set('a', 'x', undefined);
  drafts.forget('a');
  drafts.forget('a');
  expect(heard).toBe(3);
  expect(drafts.serialise('a')).toBeUndefined();
  stop();
  drafts.set('a', 'x', { typed: 'y', over: undefined });
  expect(heard).toBe(3);
});

test('a text of any sort can be taken back', () => {
  const drafts = createDrafts();
  drafts.restore('a', '[{"field":"x","typed":5},{"field":"y","typed":"z"},7,null]');
  expect(drafts.get('a', 'x')).toBeUndefined();
  expect(drafts.get('a', 'y')).toEqual({ typed: 'z', over: undefined });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      createDrafts().restore('a', text);
    }),
  );
});
