/** `BrowserWindow`: a window of Chromium, with the place and the manners that Electron gives it. */
const { spawn } = require('node:child_process');
const crypto = require('node:crypto');
const { EventEmitter } = require('node:events');
const { prevented } = require('./app.cjs');
const { createContents } = require('./contents.cjs');

exports.createWindows = (shim) => {
  const { app } = shim;
  const { WebContents, forget } = createContents(shim);
  const windows = new Set();
  const targets = new Map();
  let focused;

  /** With a display, a window without address bar is made by starting Chromium once more with the same profile. */
  const openAppTarget = (title, { width, height }) => {
    const { root, executable, args } = shim.browser;
    const mark = `data:text/html,<title>${encodeURIComponent(title)}</title><!--${crypto.randomUUID()}-->`;
    const seen = new Promise((resolve) => {
      const look = ({ targetInfo }) => {
        if (targetInfo.url !== mark) return;
        root.off('Target.targetCreated', look);
        root.off('Target.targetInfoChanged', look);
        resolve(targetInfo.targetId);
      };
      root.on('Target.targetCreated', look);
      root.on('Target.targetInfoChanged', look);
    });
    const kept = args.filter((arg) => /^--(user-data-dir|no-sandbox)/.test(arg));
    spawn(executable, [`--app=${mark}`, `--window-size=${width},${height}`, ...kept], {
      stdio: 'ignore',
    });
    return seen;
  };

  class BrowserWindow extends EventEmitter {
    constructor(options = {}) {
      super();
      this.setMaxListeners(0);
      if (!shim.ready) throw new Error('Cannot create BrowserWindow before app is ready');
      const preferences = options.webPreferences ?? {};
      if (
        preferences.nodeIntegration ||
        preferences.contextIsolation === false ||
        preferences.sandbox === false
      )
        throw new Error('electron-shim: only windows with a sandbox and a world of their own');
      this.title = options.title ?? app.name;
      this.bounds = {
        x: options.x ?? 0,
        y: options.y ?? 0,
        width: options.width ?? 800,
        height: options.height ?? 600,
      };
      this.visible = options.show !== false;
      this.gone = false;
      this.maximized = false;
      this.webContents = new WebContents(this, preferences);
      this.id = this.webContents.id;
      windows.add(this);
      this.up = this.start();
      this.up.catch(console.error);
      if (this.visible) focused = this;
      app.emit('browser-window-created', {}, this);
      app.emit('web-contents-created', {}, this.webContents);
    }

    async start() {
      await shim.startBrowser();
      const { root } = shim.browser;
      const { targetId } = shim.headless
        ? await root.send('Target.createTarget', {
            url: 'about:blank',
            newWindow: true,
            width: this.bounds.width,
            height: this.bounds.height,
          })
        : { targetId: await openAppTarget(this.title, this.bounds) };
      targets.set(targetId, this);
      this.targetId = targetId;
      const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true });
      await this.webContents.attach(shim.browser.session(sessionId));
      await this.applySize();
    }

    async applySize() {
      const { width, height } = this.bounds;
      const { devtools } = this.webContents;
      if (shim.headless)
        await devtools.send('Emulation.setDeviceMetricsOverride', {
          width,
          height,
          deviceScaleFactor: 0,
          mobile: false,
        });
      else {
        const { windowId } = await shim.browser.root.send('Browser.getWindowForTarget', {
          targetId: this.targetId,
        });
        await shim.browser.root.send('Browser.setWindowBounds', {
          windowId,
          bounds: { width, height },
        });
      }
    }

    firstPaint() {
      if (this.painted) return;
      this.painted = true;
      this.emit('ready-to-show', {});
    }

    close() {
      if (!this.gone && !prevented(this, 'close')) this.destroy();
    }

    destroy() {
      if (this.gone) return;
      this.up
        .then(() => shim.browser.root.send('Target.closeTarget', { targetId: this.targetId }))
        .catch(() => {});
      this.vanish();
    }

    vanish() {
      if (this.gone) return;
      this.gone = true;
      windows.delete(this);
      targets.delete(this.targetId);
      forget(this.id);
      if (focused === this) focused = [...windows].at(-1);
      this.webContents.emit('destroyed');
      this.emit('closed');
      if (windows.size > 0) return;
      if (app.isQuitting()) app.finishQuit();
      else if (!app.emit('window-all-closed')) app.quit();
    }

    show() {
      this.visible = true;
      this.emit('show');
      this.focus();
    }

    focus() {
      focused = this;
      this.emit('focus');
    }

    maximize() {
      this.maximized = true;
      this.emit('maximize');
    }

    unmaximize() {
      this.maximized = false;
      this.emit('unmaximize');
    }

    setBounds(bounds) {
      Object.assign(this.bounds, bounds);
      this.up.then(() => this.applySize()).catch(() => {});
      this.emit('resize');
    }

    setSize(width, height) {
      this.setBounds({ width, height });
    }

    setTitle(title) {
      this.title = title;
    }

    setDocumentEdited(edited) {
      this.edited = edited;
    }

    setRepresentedFilename(file) {
      this.representedFilename = file;
    }

    isDestroyed() {
      return this.gone;
    }

    isVisible() {
      return this.visible;
    }

    isFocused() {
      return focused === this;
    }

    isMaximized() {
      return this.maximized;
    }

    isMinimized() {
      return false;
    }

    isFullScreen() {
      return false;
    }

    isDocumentEdited() {
      return this.edited ?? false;
    }

    restore() {}

    getTitle() {
      return this.title;
    }

    getBounds() {
      return { ...this.bounds };
    }

    getNormalBounds() {
      return { ...this.bounds };
    }

    loadURL(url) {
      return this.webContents.loadURL(url);
    }

    reload() {
      this.webContents.reload();
    }

    static getAllWindows() {
      return [...windows];
    }

    static getFocusedWindow() {
      return focused ?? null;
    }

    static fromWebContents(contents) {
      return contents?.window ?? null;
    }

    static fromId(id) {
      return [...windows].find((window) => window.id === id) ?? null;
    }
  }

  return {
    BrowserWindow,
    WebContents,
    all: () => [...windows],
    focused: () => focused,
    byTarget: (targetId) => targets.get(targetId),
    destroyed: (targetId) => targets.get(targetId)?.vanish(),
  };
};
