import { join } from 'node:path';
import { app, BrowserWindow, clipboard, Menu, nativeTheme, screen, shell } from 'electron';
import type { HostEvent, Menu as HostMenu } from '../../shared/host/host-api.ts';
import { hostSignals } from '../../shared/host/host-methods.ts';
import { createWindowHost, type HostServices, type WindowHost } from '../host/electron-host.ts';
import type { KeptJson } from '../host/kept-json.ts';
import { appPage } from './allowed.ts';
import { closeGuard } from './close-guard.ts';
import { askToLose, askToReload, dialogsOf, tellProblem } from './dialogs.ts';
import type { IpcWindow } from './ipc.ts';
import { menuShape, menuTemplate } from './menu.ts';
import { beside, fitToScreens, smallest, type WindowState } from './window-state.ts';

/** A window of the program, with its host. */
export interface AppWindow extends IpcWindow {
  readonly window: BrowserWindow;
  /** The path of the design that is open in it. */
  readonly path: string | undefined;
  /** True when it shows no design and no work would be lost. */
  readonly isFree: boolean;
  focus(): void;
}

/** What a window needs of the program. */
export interface WindowContext {
  readonly services: HostServices;
  readonly state: KeptJson<WindowState>;
  readonly dev: string | undefined;
  readonly windows: Map<number, AppWindow>;
  /** The person is ending the whole program. */
  quitting: boolean;
  /** Opens one more window: empty, or with the file at a path. */
  open(path: string | undefined): void;
}

/** Matches the first paint of the page, so that nothing flashes. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#16191f' : '#ffffff');

const boundsFor = async (context: WindowContext): Promise<WindowState> => {
  const kept = await context.state.read();
  const inFront = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const wanted = inFront ? beside({ ...kept, ...inFront.getNormalBounds() }) : kept;
  return fitToScreens(
    wanted,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
};

/** Keeps size and place, a moment after they were changed and when the window closes. */
const keepState = (window: BrowserWindow, { state }: WindowContext): void => {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    const now = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    state.change(() => now).catch(() => undefined);
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', keep);
  window.on('closed', () => clearTimeout(timer));
};

/** Draws the menu of the window in front. The bar is one for the program: on macOS it has no other. */
const menuBar = (window: BrowserWindow, send: (id: string) => void) => {
  let menu: Menu | undefined;
  let shape = '';
  const show = (): void => {
    if (menu) Menu.setApplicationMenu(menu);
  };
  window.on('focus', show);
  /** Every selection changes what can be chosen: drawing all anew each time would make the bar flicker. */
  const update = (menus: readonly HostMenu[]): void => {
    for (const entry of menus.flatMap(({ entries }) => entries)) {
      const item = entry.kind === 'command' ? menu?.getMenuItemById(entry.id) : undefined;
      if (!item || entry.kind !== 'command') continue;
      item.enabled = entry.enabled;
      if (entry.checked !== undefined) item.checked = entry.checked;
    }
  };
  return (menus: readonly HostMenu[]): void => {
    if (window.isDestroyed()) return;
    const wanted = menuShape(menus);
    if (wanted === shape) {
      update(menus);
      return;
    }
    shape = wanted;
    const mac = process.platform === 'darwin';
    menu = Menu.buildFromTemplate(menuTemplate(menus, { mac, name: app.name, send }));
    const inFront = BrowserWindow.getFocusedWindow();
    if (inFront === null || inFront === window) show();
  };
};

/** Opens a window: empty, or with a file. */
export const openAppWindow = async (
  context: WindowContext,
  path: string | undefined,
): Promise<AppWindow> => {
  const { x, y, width, height, maximized } = await boundsFor(context);
  const window = new BrowserWindow({
    ...(x === undefined || y === undefined ? {} : { x, y }),
    width,
    height,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: app.name,
    backgroundColor: background(),
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  const { id } = window.webContents;
  let document: { title: string; dirty: boolean; file?: { readonly id: string } } = {
    title: '',
    dirty: false,
  };
  let listening = false;
  /** A file is on its way to the page, which has not said yet that it shows it. */
  let expecting = false;
  const waiting: HostEvent[] = [];

  const tell = (event: HostEvent): void => {
    if (window.isDestroyed()) return;
    if (listening) window.webContents.send(hostSignals.event, event);
    else waiting.push(event);
  };
  const close = (): void => {
    if (!window.isDestroyed()) window.destroy();
    if (context.quitting) app.quit();
  };
  const guard = closeGuard({
    isDirty: () => document.dirty,
    ask: () => tell({ kind: 'close-requested' }),
    askNatively: () => askToLose(window),
    close,
    stay: () => {
      context.quitting = false;
    },
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const host: WindowHost = createWindowHost(context.services, {
    ...dialogsOf(window),
    readClipboard: () => clipboard.readText(),
    writeClipboard: (text) => clipboard.writeText(text),
    newWindow: context.open,
    setDocument: (given) => {
      document = given;
      expecting = false;
      window.setTitle(given.title === '' ? app.name : given.title);
      if (process.platform === 'darwin') {
        window.setDocumentEdited(given.dirty);
        window.setRepresentedFilename(given.file?.id ?? '');
      }
    },
    setMenu: menuBar(window, (command) => tell({ kind: 'command', id: command })),
    finishClose: guard.answer,
    openPage: (url) => shell.openExternal(url),
    usedFile: (path) => app.addRecentDocument(path),
  });
  host.api.listen(tell);

  const own: AppWindow = {
    window,
    host,
    get path() {
      return document.file?.id;
    },
    get isFree() {
      return document.file === undefined && !document.dirty && !expecting;
    },
    focus: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    listening: () => {
      listening = true;
      for (const event of waiting.splice(0)) tell(event);
    },
    received: guard.received,
    dropped: (path) => {
      expecting = true;
      const open = async (): Promise<void> => {
        const file = await host.openHandedOver(path);
        if (file.ok) return tell({ kind: 'open-file', opened: file.value });
        expecting = false;
        await tellProblem(window, file.error.message);
      };
      open().catch(console.error);
    },
  };
  context.windows.set(id, own);

  keepState(window, context);
  window.on('close', (event) => {
    if (!guard.mayClose()) event.preventDefault();
  });
  window.on('closed', () => {
    context.windows.delete(id);
    host.dispose();
  });
  // The title says what setDocument said, not what the page is called.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  // What is told to a page that is loading waits in its preload. A question that the old page was asked is void.
  window.webContents.on('did-navigate', guard.reset);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    listening = false;
    guard.reset();
    const ask = async (): Promise<void> => {
      if (await askToReload(window)) window.webContents.reload();
      else close();
    };
    ask().catch(console.error);
  });
  if (path !== undefined) own.dropped(path);
  window.loadURL(context.dev ?? appPage).catch(console.error);
  return own;
};
