/** The rest of `electron`: what a test replaces (dialogs) or looks at (menu, opened pages, clipboard). */
const { EventEmitter } = require('node:events');

const createMenus = (shim) => {
  let applicationMenu = null;
  const roleActions = {
    quit: () => shim.app.quit(),
    close: (window) => window?.close(),
  };

  class MenuItem {
    constructor(options) {
      Object.assign(this, { enabled: true, visible: true, checked: false, ...options });
      this.type = options.type ?? (options.submenu ? 'submenu' : 'normal');
      this.label = options.label ?? options.role ?? '';
      if (options.submenu) this.submenu = Menu.buildFromTemplate(options.submenu);
      this.click = (event, window = shim.windows.focused()) => {
        if (!this.enabled) return;
        if (this.type === 'checkbox') this.checked = !this.checked;
        if (options.click) options.click(this, window, event ?? {});
        else roleActions[options.role]?.(window);
      };
    }
  }

  class Menu {
    constructor(items) {
      this.items = items;
    }

    getMenuItemById(id) {
      for (const item of this.items) {
        const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
        if (found) return found;
      }
      return null;
    }

    static buildFromTemplate(template) {
      return new Menu(template.map((options) => new MenuItem(options)));
    }

    static setApplicationMenu(menu) {
      applicationMenu = menu;
    }

    static getApplicationMenu() {
      return applicationMenu;
    }
  }
  return { Menu, MenuItem };
};

/** Every dialog is closed at once, unless a test replaced it. */
const dialog = {
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  showMessageBox: (...args) =>
    Promise.resolve({ response: args.at(-1).cancelId ?? 0, checkboxChecked: false }),
  showErrorBox: (title, text) => console.error(title, text),
};

const createSession = () => {
  const session = Object.assign(new EventEmitter(), {
    beforeRequest: undefined,
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    setSpellCheckerEnabled: () => {},
    webRequest: {
      onBeforeRequest: (listener) => {
        session.beforeRequest = listener;
      },
    },
  });
  return { defaultSession: session };
};

const createTheme = (shim) => {
  let source = 'system';
  return Object.assign(new EventEmitter(), {
    get shouldUseDarkColors() {
      return source === 'dark';
    },
    get themeSource() {
      return source;
    },
    set themeSource(value) {
      source = value;
      for (const { webContents } of shim.windows.all())
        webContents.devtools
          .send('Emulation.setEmulatedMedia', {
            features: [{ name: 'prefers-color-scheme', value: value === 'system' ? '' : value }],
          })
          .catch(() => {});
    },
  });
};

const createClipboard = () => {
  let text = '';
  return {
    readText: () => text,
    writeText: (given) => {
      text = given;
    },
  };
};

const createShell = () => {
  const opened = [];
  return {
    opened,
    openExternal: (url) => {
      opened.push(url);
      return Promise.resolve();
    },
  };
};

const area = { x: 0, y: 0, width: 2560, height: 1440 };
const display = { id: 1, bounds: area, workArea: area, scaleFactor: 1 };
const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] };

exports.createSmallParts = (shim) => ({
  ...createMenus(shim),
  dialog,
  session: createSession(),
  nativeTheme: createTheme(shim),
  clipboard: createClipboard(),
  shell: createShell(),
  screen,
});
