import type { BrowserWindowConstructorOptions } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import type { HostServices } from '../host/electron-host.ts';
import type { KeptJson } from '../host/kept-json.ts';
import { openAppWindow, type WindowContext } from './app-window.ts';
import { firstState, type WindowState } from './window-state.ts';

/*
 * A window as it is really made, with Electron's parts replaced by ones that keep what they are told.
 */

const made: { options: BrowserWindowConstructorOptions; loaded: string[] }[] = [];

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  class BrowserWindow extends EventEmitter {
    static getFocusedWindow = () => null;
    static getAllWindows = () => [];
    webContents = Object.assign(new EventEmitter(), { id: made.length + 1 });
    loaded: string[] = [];
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      made.push({ options, loaded: this.loaded });
    }
    loadURL(url: string) {
      this.loaded.push(url);
      return Promise.resolve();
    }
    isDestroyed = () => false;
  }
  return {
    BrowserWindow,
    app: { name: 'Isobar' },
    clipboard: {},
    dialog: {},
    Menu: {},
    nativeTheme: { shouldUseDarkColors: false },
    screen: { getAllDisplays: () => [] },
    shell: {},
  };
});

beforeEach(() => {
  made.length = 0;
  vi.stubGlobal('__dirname', '/app/.vite/build');
});

const open = async (): Promise<(typeof made)[number]> => {
  const context: WindowContext = {
    services: { chosen: new Set() } as Partial<HostServices> as HostServices,
    state: { read: () => Promise.resolve(firstState) } as Partial<
      KeptJson<WindowState>
    > as KeptJson<WindowState>,
    dev: undefined,
    windows: new Map(),
    quitting: false,
    open: () => undefined,
  };
  await openAppWindow(context, undefined);
  const [window] = made;
  if (!window) throw new Error('no window was made');
  return window;
};

test('a page runs in the sandbox, in a world apart, without Node.js', async () => {
  const { webPreferences = {} } = (await open()).options;
  expect(webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
  });
  // Everything that would take from the safety of the defaults is left as it is.
  for (const option of [
    'webSecurity',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'disableBlinkFeatures',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'navigateOnDragDrop',
    'additionalArguments',
    'session',
    'partition',
    'plugins',
  ])
    expect(webPreferences, option).not.toHaveProperty(option);
  expect(webPreferences.preload).toMatch(/[\\/]preload\.cjs$/);
});

test('a window shows our own page, by our own protocol', async () => {
  expect((await open()).loaded).toEqual(['app://isobar/index.html']);
});
