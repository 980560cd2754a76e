import type { MenuItemConstructorOptions } from 'electron';
import type { Menu, MenuEntry } from '../../shared/host/host-api.ts';

const keyNames: Readonly<Record<string, string>> = {
  mod: 'CmdOrCtrl',
  ctrl: 'Ctrl',
  shift: 'Shift',
  alt: 'Alt',
  enter: 'Return',
  escape: 'Escape',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
  backspace: 'Backspace',
  delete: 'Delete',
  space: 'Space',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  '+': 'Plus',
  plus: 'Plus',
};

/** `Mod+Shift+S` in Electron's words. Undefined for what Electron does not know, since it would throw. */
export const acceleratorOf = (keys: string): string | undefined => {
  const parts = keys
    .replace(/\+\+$/, '+plus')
    .split('+')
    .map((key) => {
      const known = keyNames[key.toLowerCase()];
      if (known !== undefined) return known;
      return /^(?:[a-z0-9]|f(?:[1-9]|1\d|2[0-4])|[,./;'[\]\\`=-])$/i.test(key)
        ? key.toUpperCase()
        : undefined;
    });
  return parts.includes(undefined) ? undefined : parts.join('+');
};

const roles = { togglefullscreen: 'togglefullscreen', toggleDevTools: 'toggleDevTools' } as const;

/**
 * macOS takes the keys of a menu whatever it is told, after the page. A bare letter or Delete would then be taken from
 * whoever types; there such keys are left to the window alone.
 */
const isSafeOnMac = (accelerator: string): boolean =>
  /^(?:CmdOrCtrl|Ctrl|Alt)\+|^F\d/.test(accelerator);

const itemOf = (
  entry: MenuEntry,
  { mac, send }: { mac: boolean; send: (id: string) => void },
): MenuItemConstructorOptions | undefined => {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: entry.role in roles ? roles[entry.role as keyof typeof roles] : entry.role };
    case 'command': {
      const { id, label, keys, enabled, checked } = entry;
      const known = keys === undefined ? undefined : acceleratorOf(keys);
      const accelerator = mac && known && !isSafeOnMac(known) ? undefined : known;
      return {
        id,
        // A single `&` marks a letter for Alt; a name of a design may hold one.
        label: label.replaceAll('&', '&&'),
        enabled,
        ...(checked === undefined ? {} : { type: 'checkbox', checked }),
        // Shown only: the window itself handles keys, so that text fields get theirs first.
        ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
        click: () => send(id),
      };
    }
  }
};

/**
 * macOS edits text only through a menu: without these, Cmd+C does nothing in a text field. They come after the page,
 * which keeps what it handles itself.
 */
const textEditing = (['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const).map(
  (role): MenuItemConstructorOptions => ({
    role,
    visible: false,
    acceleratorWorksWhenHidden: true,
  }),
);

/** The native menu bar of a window, from its list of commands. */
export const menuTemplate = (
  menus: readonly Menu[],
  { mac, name, send }: { mac: boolean; name: string; send: (id: string) => void },
): MenuItemConstructorOptions[] => {
  // On macOS these stand in the menu of the app.
  const inAppMenu = (entry: MenuEntry): boolean =>
    mac && entry.kind === 'role' && (entry.role === 'quit' || entry.role === 'about');
  const own = menus.map(({ label, entries }): MenuItemConstructorOptions => {
    const items = entries.filter((entry) => !inAppMenu(entry));
    // A separator with nothing after it is left when the last entry went elsewhere.
    while (items.at(-1)?.kind === 'separator') items.pop();
    return {
      label: label.replaceAll('&', '&&'),
      submenu: items.flatMap((entry) => itemOf(entry, { mac, send }) ?? []),
    };
  });
  if (!mac) return own;
  const app: MenuItemConstructorOptions = {
    label: name,
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      ...textEditing,
      { type: 'separator' },
      { role: 'quit' },
    ],
  };
  return [app, ...own, { role: 'windowMenu' }];
};

/** What of a menu bar cannot change while it is shown: all but which entries can be chosen, and which are ticked. */
export const menuShape = (menus: readonly Menu[]): string =>
  JSON.stringify(menus, (key, value: unknown) =>
    key === 'enabled' ? undefined : key === 'checked' ? 'can be ticked' : value,
  );
