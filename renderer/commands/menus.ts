import type { Menu, MenuEntry } from '../../shared/host/host-api.ts';
import type { App } from '../store/app-store.ts';
import type { Command, CommandGroup } from './command.ts';

/** The menus of the menu bar, in its order. */
export const menuTitles: Readonly<Record<CommandGroup, string>> = {
  file: 'File',
  edit: 'Edit',
  insert: 'Insert',
  arrange: 'Arrange',
  view: 'View',
  help: 'Help',
};

/** One menu: sections of commands, between which a line is drawn. */
export interface CommandMenu {
  readonly group: CommandGroup;
  readonly title: string;
  readonly sections: readonly (readonly Command[])[];
}

/** The menu bar that a list of commands makes. Menus without commands are left out. */
export const menusOf = (commands: readonly Command[]): readonly CommandMenu[] =>
  (Object.keys(menuTitles) as CommandGroup[]).flatMap((group) => {
    const sections: Command[][] = [];
    for (const command of commands) {
      if (command.group !== group || command.hidden === true) continue;
      const last = sections.at(-1);
      if (last === undefined || command.startsSection === true) sections.push([command]);
      else last.push(command);
    }
    return sections.length === 0 ? [] : [{ group, title: menuTitles[group], sections }];
  });

/** What the system has of its own, at the end of a menu. */
const roles: Readonly<Partial<Record<CommandGroup, readonly MenuEntry[]>>> = {
  file: [
    { kind: 'role', role: 'close' },
    { kind: 'role', role: 'quit' },
  ],
  view: [
    { kind: 'role', role: 'togglefullscreen' },
    { kind: 'role', role: 'toggleDevTools' },
  ],
};

/** The native menu bar as it should be now. */
export const nativeMenus = (app: App, commands: readonly Command[]): readonly Menu[] =>
  menusOf(commands).map(({ group, title, sections }) => ({
    label: title,
    entries: [
      ...sections.flatMap((section, index): MenuEntry[] => [
        ...(index === 0 ? [] : [{ kind: 'separator' } as const]),
        ...section.map((command): MenuEntry => {
          const [keys] = command.keys ?? [];
          return {
            kind: 'command',
            id: command.id,
            label: command.title,
            enabled: command.when?.(app) ?? true,
            ...(keys !== undefined && { keys }),
            ...(command.checked && { checked: command.checked(app) }),
          };
        }),
      ]),
      ...(roles[group] === undefined ? [] : [{ kind: 'separator' } as const, ...roles[group]]),
    ],
  }));
