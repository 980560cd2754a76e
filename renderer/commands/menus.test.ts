import { expect, test } from 'vitest';
import type { App } from '../store/app-store.ts';
import { type Command, defineCommand } from './command.ts';
import { menusOf, nativeMenus } from './menus.ts';

const run = () => undefined;
const commands: readonly Command[] = [
  defineCommand({ id: 'help.a', title: 'A', group: 'help', run }),
  defineCommand({ id: 'file.b', title: 'B', group: 'file', keys: ['mod+b', 'f3'], run }),
  defineCommand({ id: 'file.c', title: 'C', group: 'file', hidden: true, run }),
  defineCommand({
    id: 'file.d',
    title: 'D',
    group: 'file',
    startsSection: true,
    when: () => false,
    checked: () => true,
    run,
  }),
];

test('menus have their order, sections and no hidden commands', () => {
  expect(
    menusOf(commands).map(({ title, sections }) => [
      title,
      sections.map((section) => section.map(({ id }) => id)),
    ]),
  ).toEqual([
    ['File', [['file.b'], ['file.d']]],
    ['Help', [['help.a']]],
  ]);
});

test('the native menu says keys, state and what the system has of its own', () => {
  const [file] = nativeMenus({} as App, commands);
  expect(file?.entries).toEqual([
    { kind: 'command', id: 'file.b', label: 'B', enabled: true, keys: 'mod+b' },
    { kind: 'separator' },
    { kind: 'command', id: 'file.d', label: 'D', enabled: false, checked: true },
    { kind: 'separator' },
    { kind: 'role', role: 'close' },
    { kind: 'role', role: 'quit' },
  ]);
});
