/** Puts together what `require('electron')` gives to the main process. */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { EventEmitter } = require('node:events');
const { createApp } = require('./app.cjs');
const chromium = require('./chromium.cjs');
const { createSchemes } = require('./schemes.cjs');
const { createSmallParts } = require('./small-parts.cjs');
const { createWindows } = require('./windows.cjs');

/**
 * @param {{ folder: string, manifest: { name: string, productName?: string, version: string },
 *   switches: Map<string, string> }} options
 */
exports.createElectron = ({ folder, manifest, switches }) => {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-shim-'));
  /** What the parts share; each adds what it brings. */
  const shim = {
    folder,
    manifest,
    switches,
    temporary,
    /** @type {import('./chromium.cjs').Browser | undefined} */
    browser: undefined,
    headless: process.env.ELECTRON_SHIM_HEADLESS !== '0',
    ready: false,
    startBrowser,
  };
  const schemes = createSchemes(shim);
  Object.assign(shim, { schemes });
  const ipcMain = createIpcMain();
  Object.assign(shim, { ipcMain });
  const app = createApp(shim);
  Object.assign(shim, { app });
  const windows = createWindows(shim);
  Object.assign(shim, { windows });
  const parts = createSmallParts(shim);
  Object.assign(shim, { parts });

  let starting;
  function startBrowser() {
    starting ??= (async () => {
      await schemes.listen();
      shim.browser = chromium.launch({
        profile: path.join(temporary, 'chromium'),
        headless: shim.headless,
        port: switches.get('remote-debugging-port'),
      });
      shim.browser.process.on('exit', () => app.exit(0));
      shim.browser.root.on('Target.targetDestroyed', ({ targetId }) => windows.destroyed(targetId));
      const { product } = await shim.browser.root.send('Browser.getVersion');
      Object.defineProperty(process.versions, 'chrome', { value: product.replace(/^.*\//, '') });
      await shim.browser.root.send('Target.setDiscoverTargets', {
        discover: true,
        filter: [{ type: 'page' }],
      });
    })();
    return starting;
  }
  const start = async () => {
    await startBrowser();
    shim.ready = true;
    app.becomeReady();
  };
  const { BrowserWindow, WebContents } = windows;
  const electron = {
    app,
    BrowserWindow,
    webContents: WebContents,
    ipcMain,
    protocol: schemes.protocol,
    ...parts,
  };
  return { electron: new Proxy(electron, { get: provided('electron') }), start, startBrowser };
};

const provided = (name) => (target, key) => {
  if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON')
    return target[key];
  throw new Error(`electron-shim: ${name}.${key} is not provided`);
};

const createIpcMain = () => {
  const handlers = new Map();
  const ipcMain = new EventEmitter();
  ipcMain.setMaxListeners(0);
  return Object.assign(ipcMain, {
    handlers,
    handle: (channel, handler) => {
      if (handlers.has(channel))
        throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, handler);
    },
    removeHandler: (channel) => handlers.delete(channel),
  });
};
