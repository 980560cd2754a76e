import { join } from 'node:path';
import { app, ipcMain, Menu, protocol, session } from 'electron';
import type { HostInfo } from '../../shared/host/host-api.ts';
import { createHostServices } from '../host/electron-host.ts';
import { keptJson } from '../host/kept-json.ts';
import { serveStatic } from '../host/static-files.ts';
import { feedOf } from '../host/update-feed.ts';
import { appOrigin, appScheme, devServer } from './allowed.ts';
import { type AppWindow, openAppWindow, type WindowContext } from './app-window.ts';
import { designsIn } from './handed-over.ts';
import { registerIpc } from './ipc.ts';
import { lockPages, lockProcess, lockSession } from './lockdown.ts';
import { menuTemplate } from './menu.ts';
import { originOf } from './sender.ts';
import { requestText } from './update-request.ts';
import { firstState, windowStateSchema } from './window-state.ts';

/** Put in by the build (`vite.node.config.ts`): where a release asks for newer ones; empty elsewhere. */
declare const isobarUpdateFeed: string;

const rendererFolder = join(__dirname, '..', 'renderer');
const platforms: Partial<Record<NodeJS.Platform, HostInfo['platform']>> = {
  darwin: 'mac',
  win32: 'windows',
};

/** The built window, by a protocol of our own: a real origin, which `file:` is not. */
const serveWindow = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  const { status, headers, body } = await serveStatic(rendererFolder, request.method, pathname);
  return new Response(request.method === 'HEAD' ? null : Uint8Array.from(body), {
    status,
    headers,
  });
};

/** Files that the system handed over before the program was ready. */
const early: string[] = [];
let openPath = (path: string): void => {
  early.push(path);
};

const start = async (): Promise<void> => {
  const dev = devServer(process.env.ISOBAR_DEV_SERVER, app.isPackaged);
  const own = join(app.getPath('userData'), 'isobar');
  const feed = feedOf(isobarUpdateFeed);
  const context: WindowContext = {
    services: await createHostServices({
      folder: own,
      now: () => Date.now(),
      platform: platforms[process.platform] ?? 'linux',
      version: app.getVersion(),
      ...(feed === undefined ? {} : { updates: { feed, get: requestText } }),
    }),
    state: keptJson(join(own, 'window.json'), windowStateSchema, firstState),
    dev,
    windows: new Map(),
    quitting: false,
    open: (path) => {
      openAppWindow(context, path).catch(console.error);
    },
  };
  const windows = (): readonly AppWindow[] => [...context.windows.values()];

  lockSession(session.defaultSession, dev);
  protocol.handle(appScheme, serveWindow);
  registerIpc(
    ipcMain,
    (sender) => context.windows.get(sender.id),
    dev === undefined ? [appOrigin] : [appOrigin, originOf(dev)],
  );
  // Until the first window sends its own: Electron's default menu would reload pages and open developer tools.
  const mac = process.platform === 'darwin';
  const bare = menuTemplate([], { mac, name: app.name, send: () => undefined });
  Menu.setApplicationMenu(mac ? Menu.buildFromTemplate(bare) : null);
  app.setAboutPanelOptions({
    applicationName: 'Isobar',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence. AWS icons belong to Amazon Web Services.',
    website: 'https://docs.aws.amazon.com/serverless/',
  });

  /** Opens a file that the system handed over: where it is open already, in a window without one, or in a new one. */
  const openHandedOver = async (path: string): Promise<void> => {
    const taker =
      windows().find((window) => window.path === path) ?? windows().find((window) => window.isFree);
    if (taker === undefined) {
      await openAppWindow(context, path);
      return;
    }
    taker.focus();
    if (taker.path !== path) taker.dropped(path);
  };

  app.on('second-instance', (_event, argv, folder) => {
    const designs = designsIn(argv, folder);
    for (const path of designs) openPath(path);
    if (designs.length === 0) {
      const [first] = windows();
      if (first) first.focus();
      else context.open(undefined);
    }
  });
  app.on('activate', () => {
    if (windows().length === 0) context.open(undefined);
  });
  app.on('before-quit', () => {
    context.quitting = true;
  });
  let isKept = false;
  app.on('will-quit', (event) => {
    if (isKept) return;
    // What is still being written, such as the place of the window that closed last, gets there first.
    event.preventDefault();
    const { settings, recent, folders } = context.services;
    const writing = [settings, recent, folders, context.state].map((kept) => kept.settled());
    void Promise.all(writing).finally(() => {
      isKept = true;
      app.quit();
    });
  });
  app.on('window-all-closed', () => {
    // On macOS a program without a window goes on, until somebody ends it.
    if (process.platform !== 'darwin' || context.quitting) app.quit();
  });

  let opening = Promise.resolve();
  openPath = (path) => {
    // One after the other: the second file must see the window that the first one took.
    opening = opening.then(() => openHandedOver(path)).catch(console.error);
  };
  const first = [...early.splice(0), ...designsIn(process.argv, process.cwd())];
  if (first.length === 0) context.open(undefined);
  for (const path of first) openPath(path);
};

if (app.requestSingleInstanceLock()) {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  // The name under which Windows groups windows: that of the installer.
  if (process.platform === 'win32') app.setAppUserModelId('dev.isobar.app');
  lockProcess(app);
  lockPages(app);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openPath(path);
  });
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      console.error(error);
      app.exit(1);
    });
} else {
  // The one that runs already opens what this one was given.
  app.quit();
}
