import { expect, test } from 'vitest';
import { addNode, rename } from '../../shared/model/edits/index.ts';
import { asNodeId } from '../../shared/model/ids.ts';
import { newDesign } from '../../shared/model/new-design.ts';
import { applyEdit, endMerge, isDirty, openDocument, redo, undo } from './document.ts';

const id = asNodeId('work')!;
const start = addNode({
  id,
  kind: 'lambda',
  name: 'Work',
  position: { x: 0, y: 0 },
  properties: {},
})(newDesign({ name: 'D', region: 'eu-west-1' }));
const opened = openDocument('k', start, {
  opened: {
    file: { id: 'f', name: 'd.isobar.json', folder: '' },
    text: '',
    version: '1',
    writable: true,
  },
});

test('a step back gives the very design that was there, and a step forth the very next', () => {
  const once = applyEdit(opened, 'Rename', rename(id, 'A'));
  const twice = applyEdit(once, 'Rename', rename(id, 'B'));
  expect(undo(twice).design).toBe(once.design);
  expect(undo(undo(twice)).design).toBe(start);
  expect(redo(undo(twice)).design).toBe(twice.design);
  expect(undo(opened)).toBe(opened);
  expect(redo(twice)).toBe(twice);
});

test('what changes nothing is no step', () => {
  expect(applyEdit(opened, 'Rename', rename(id, 'Work'))).toBe(opened);
});

test('a new step forgets what was undone', () => {
  const undone = undo(applyEdit(opened, 'Rename', rename(id, 'A')));
  expect(undone.future).toHaveLength(1);
  expect(applyEdit(undone, 'Rename', rename(id, 'C')).future).toEqual([]);
});

test('the keys of one visit are one step, those of the next another', () => {
  const typed = ['A', 'AB', 'ABC'].reduce(
    (document, name) => applyEdit(document, 'Type', rename(id, name), 'name'),
    opened,
  );
  expect(typed.past).toHaveLength(1);
  expect(undo(typed).design).toBe(start);
  const again = applyEdit(endMerge(typed), 'Type', rename(id, 'ABCD'), 'name');
  expect(again.past).toHaveLength(2);
  // A step that was undone and done again is complete: nothing joins it.
  expect(applyEdit(redo(undo(typed)), 'Type', rename(id, 'X'), 'name').past).toHaveLength(2);
});

test('it is dirty while it differs from the file, by undo as well', () => {
  expect(isDirty(opened)).toBe(false);
  const changed = applyEdit(opened, 'Rename', rename(id, 'A'));
  expect(isDirty(changed)).toBe(true);
  expect(isDirty(undo(changed))).toBe(false);
  expect(isDirty({ ...changed, saved: changed.design })).toBe(false);
  expect(isDirty(openDocument('n', start))).toBe(false);
  expect(isDirty(applyEdit(openDocument('n', start), 'Rename', rename(id, 'A')))).toBe(true);
});

test('what is read-only stays as it is', () => {
  const locked = { ...opened, readOnly: 'Newer.' };
  expect(applyEdit(locked, 'Rename', rename(id, 'A'))).toBe(locked);
});
