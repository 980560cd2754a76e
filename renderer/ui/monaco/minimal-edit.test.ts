import { expect, test } from 'vitest';
import { minimalEdit } from './minimal-edit.ts';

const apply = (before: string, after: string): string => {
  const edit = minimalEdit(before, after);
  return edit ? before.slice(0, edit.start) + edit.text + before.slice(edit.end) : before;
};

test('changes only the lines that differ', () => {
  expect(minimalEdit('a\nbc\nd\n', 'a\nbX\nY\nd\n')).toEqual({ start: 2, end: 4, text: 'bX\nY' });
  expect(minimalEdit('a\nb\nc', 'a\nb\nd')).toEqual({ start: 4, end: 5, text: 'd' });
  expect(minimalEdit('a\n', 'a\n')).toBeUndefined();
});

test('cuts no character in half', () => {
  const edit = minimalEdit('x: 😀\n', 'x: 😁\n');
  expect(edit).toEqual({ start: 0, end: 5, text: 'x: 😁' });
});

const texts = [
  '',
  'a',
  '\n',
  'a\na',
  'a\na\na',
  'a\nb',
  'b\na',
  'a\nb\na\nb',
  'ab\nab\n',
  'aab\nb\n',
];
test.each(texts.flatMap((before) => texts.map((after) => [before, after] as const)))(
  'leads from %j to %j',
  (before, after) => expect(apply(before, after)).toBe(after),
);
