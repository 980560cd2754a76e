import { expect, test } from 'vitest';
import { fuzzyFind, fuzzyScore } from './fuzzy.ts';

const find = (typed: string, ...texts: string[]) => fuzzyFind(typed, texts, (text) => text);

test('nothing typed finds everything in its order', () => {
  expect(find('  ', 'b', 'a')).toEqual(['b', 'a']);
});

test('a word, then its beginning, then its middle', () => {
  expect(find('log', 'Catalog', 'Logger', 'Log group')).toEqual(['Log group', 'Logger', 'Catalog']);
});

test('initials find, scattered letters do not', () => {
  expect(find('dlq', 'Dead-letter queue', 'Delete all quietly')).toContain('Dead-letter queue');
  expect(fuzzyScore('ooo', 'Orders book')).toBeUndefined();
  expect(fuzzyScore('xyz', 'Orders')).toBeUndefined();
});

test('words in any order, and every one of them', () => {
  expect(find('queue ord', 'Orders queue', 'Orders table')).toEqual(['Orders queue']);
});

test('camel case has words', () => {
  expect(fuzzyScore('rule', 'EventBridgeRule')).toBeGreaterThan(
    fuzzyScore('ule', 'EventBridgeRule') ?? 0,
  );
});

test('more words lead there too, but count less', () => {
  const items = [
    { name: 'Amazon bucket', more: 's3 object storage' },
    { name: 'S3 report', more: '' },
  ];
  const found = fuzzyFind(
    's3',
    items,
    (item) => item.name,
    (item) => item.more,
  );
  expect(found.map(({ name }) => name)).toEqual(['S3 report', 'Amazon bucket']);
});

test('of two that answer alike the shorter one comes first', () => {
  expect(find('zoom', 'Zoom to selection and more', 'Zoom in')).toEqual([
    'Zoom in',
    'Zoom to selection and more',
  ]);
});

test('signs that mean something elsewhere are only letters here', () => {
  expect(find('(.*', 'a(.*b', 'ab')).toEqual(['a(.*b']);
});
