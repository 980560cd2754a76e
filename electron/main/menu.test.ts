import { expect, test } from 'vitest';
import type { Menu } from '../../shared/host/host-api.ts';
import { acceleratorOf, menuShape, menuTemplate } from './menu.ts';

test.each([
  ['Mod+S', 'CmdOrCtrl+S'],
  ['mod+shift+s', 'CmdOrCtrl+Shift+S'],
  ['Mod+Alt+ArrowUp', 'CmdOrCtrl+Alt+Up'],
  ['F2', 'F2'],
  ['Delete', 'Delete'],
  ['Mod++', 'CmdOrCtrl+Plus'],
  ['Mod+-', 'CmdOrCtrl+-'],
  ['Mod+,', 'CmdOrCtrl+,'],
  ['Mod+0', 'CmdOrCtrl+0'],
])('%s is %s in Electron', (keys, accelerator) => {
  expect(acceleratorOf(keys)).toBe(accelerator);
});

test.each(['Mod+Banana', 'F99', '', 'Mod+'])(
  '%j, which Electron would throw at, is left out',
  (keys) => expect(acceleratorOf(keys)).toBeUndefined(),
);

const menus: readonly Menu[] = [
  {
    label: 'File',
    entries: [
      { kind: 'command', id: 'file.save', label: 'Save A&B', keys: 'Mod+S', enabled: false },
      { kind: 'command', id: 'view.snap', label: 'Snap', enabled: true, checked: true },
      { kind: 'separator' },
      { kind: 'role', role: 'quit' },
    ],
  },
];
const sent: string[] = [];
const options = { name: 'Isobar', send: (id: string) => sent.push(id) };

test('a menu bar is made of commands, whose keys are shown and not taken', () => {
  const [file] = menuTemplate(menus, { ...options, mac: false });
  expect(file).toMatchObject({
    label: 'File',
    submenu: [
      {
        id: 'file.save',
        label: 'Save A&&B',
        enabled: false,
        accelerator: 'CmdOrCtrl+S',
        registerAccelerator: false,
      },
      { id: 'view.snap', type: 'checkbox', checked: true },
      { type: 'separator' },
      { role: 'quit' },
    ],
  });
  const submenu = Array.isArray(file?.submenu) ? file.submenu : [];
  const click = submenu[0]?.click as () => void;
  click();
  expect(sent).toEqual(['file.save']);
});

test('macOS has quit in the menu of the app, and editing of text somewhere', () => {
  const [app, file, ...rest] = menuTemplate(menus, { ...options, mac: true });
  const inApp = Array.isArray(app?.submenu) ? app.submenu : [];
  expect(app?.label).toBe('Isobar');
  expect(inApp.map(({ role }) => role)).toEqual(
    expect.arrayContaining(['about', 'copy', 'paste', 'selectAll', 'quit']),
  );
  const inFile = Array.isArray(file?.submenu) ? file.submenu : [];
  expect(inFile.map(({ id, role }) => id ?? role)).toEqual(['file.save', 'view.snap']);
  expect(rest).toEqual([{ role: 'windowMenu' }]);
});

test('macOS is given no bare letters, which it would take from whoever types', () => {
  const keysOf = (keys: string, mac: boolean) => {
    const entries = [{ kind: 'command', id: 'a', label: 'A', keys, enabled: true }] as const;
    const bar = menuTemplate([{ label: 'Edit', entries }], { ...options, mac });
    const submenu = bar[mac ? 1 : 0]?.submenu;
    return Array.isArray(submenu) ? submenu[0]?.accelerator : undefined;
  };
  for (const keys of ['C', 'Delete', '/', 'Shift+1', 'Enter'])
    expect([keysOf(keys, true), typeof keysOf(keys, false)]).toEqual([undefined, 'string']);
  for (const keys of ['Mod+S', 'Alt+Shift+C', 'F2']) expect(keysOf(keys, true)).toBeDefined();
});

test('what can be chosen and what is ticked changes no shape', () => {
  const change = (from: string, to: string): readonly Menu[] =>
    JSON.parse(JSON.stringify(menus).replace(from, to));
  expect(menuShape(change('"enabled":false', '"enabled":true'))).toBe(menuShape(menus));
  expect(menuShape(change('"checked":true', '"checked":false'))).toBe(menuShape(menus));
  expect(menuShape(change('Save', 'Keep'))).not.toBe(menuShape(menus));
  expect(menuShape(change(',"checked":true', ''))).not.toBe(menuShape(menus));
});
