import { expect, test } from 'vitest';
import { minimalEdit } from './minimal-edit.ts';

const apply = (before: string, after: string): string => {
  const edit = minimalEdit(before, after);
  if (!edit) return before;
  const lines = before.split('\n');
  lines.splice(edit.first - 1, edit.last - edit.first + 1, ...edit.lines);
  return lines.join('\n');
};

test('changes only the lines that differ', () => {
  expect(minimalEdit('a\nb\nc\n', 'a\nX\nY\nc\n')).toEqual({
    first: 2,
    last: 2,
    lines: ['X', 'Y'],
  });
  expect(minimalEdit('a\nb\nc', 'a\nc')).toEqual({ first: 2, last: 2, lines: [] });
  expect(minimalEdit('a\nc', 'a\nb\nc')).toEqual({ first: 2, last: 1, lines: ['b'] });
  expect(minimalEdit('a\n', 'a\n')).toBeUndefined();
});

test.each([
  ['', 'a'],
  ['a', ''],
  ['a', 'a\na'],
  ['a\na\na', 'a\na'],
  ['a\nb\na\nb', 'a\nb'],
  ['x\n', 'y\n'],
  ['a\nb', 'b\na'],
])('leads from %j to %j', (before, after) => expect(apply(before, after)).toBe(after));
