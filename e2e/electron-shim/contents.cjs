/** `webContents`: a page of Chromium, its two worlds, and what goes between them and the main process. */
const { EventEmitter } = require('node:events');
const crypto = require('node:crypto');
const fs = require('node:fs');
const { prevented } = require('./app.cjs');
const { codec } = require('./codec.cjs');
const { mainWorldSource, preloadSource } = require('./page-scripts.cjs');

/** No page can guess what the bridge is called. */
const secret = `shim_${crypto.randomBytes(12).toString('hex')}_`;
const isolatedWorld = 'Electron Isolated Context';

/** Chromium's words for why a request fails. */
const refusal = { navigation: 'Aborted', request: 'BlockedByClient' };

exports.createContents = (shim) => {
  const { schemes, ipcMain } = shim;
  let nextId = 1;
  const all = new Map();

  class WebContents extends EventEmitter {
    constructor(window, preferences) {
      super();
      this.setMaxListeners(0);
      this.id = nextId;
      nextId += 1;
      this.window = window;
      this.preferences = preferences;
      this.address = '';
      this.wanted = undefined;
      this.preloadContext = undefined;
      this.windowOpenHandler = () => ({ action: 'allow' });
      all.set(this.id, this);
    }

    /** Runs once, before the first address is loaded. */
    async attach(session) {
      this.devtools = session;
      const { frameTree } = await session.send('Page.getFrameTree');
      this.mainFrame = frameTree.frame.id;
      this.listenToPage(session);
      const { preload } = this.preferences;
      const info = {
        type: 'renderer',
        sandboxed: true,
        contextIsolated: true,
        platform: process.platform,
        versions: process.versions,
      };
      const onNewDocument = (source, worldName) =>
        session.send('Page.addScriptToEvaluateOnNewDocument', {
          source,
          ...(worldName ? { worldName } : {}),
        });
      await Promise.all([
        session.send('Page.enable'),
        session.send('Runtime.enable'),
        // The binding exists in the isolated world alone: the page cannot speak to the main process.
        session.send('Runtime.addBinding', {
          name: `${secret}post`,
          executionContextName: isolatedWorld,
        }),
        onNewDocument(mainWorldSource(secret)),
        onNewDocument(
          preloadSource(secret, preload ? fs.readFileSync(preload, 'utf8') : '', info),
          isolatedWorld,
        ),
        session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      ]);
    }

    listenToPage(session) {
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.auxData?.frameId === this.mainFrame && context.name === isolatedWorld)
          this.preloadContext = context.id;
      });
      session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
        if (this.preloadContext === executionContextId) this.preloadContext = undefined;
      });
      session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
        if (name === `${secret}post`)
          this.hear(JSON.parse(payload), executionContextId).catch(console.error);
      });
      session.on('Page.frameNavigated', ({ frame }) => {
        if (frame.parentId) return;
        this.address = frame.url + (frame.urlFragment ?? '');
        this.emit('did-navigate', {}, this.getURL());
      });
      session.on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
      session.on('Page.loadEventFired', () => {
        if (this.address === 'about:blank') return;
        this.emit('did-finish-load', {});
        this.loaded?.();
        this.window.firstPaint();
      });
      session.on('Inspector.targetCrashed', () =>
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
      );
      session.on('Fetch.requestPaused', (paused) => this.decide(paused));
    }

    /** Lets a request go on or not, as the app's own listeners say. */
    decide({ requestId, request, frameId, resourceType }) {
      const url = schemes.fromHttp(request.url);
      const own = this.wanted === request.url;
      if (own) this.wanted = undefined;
      const isNavigation = resourceType === 'Document' && frameId === this.mainFrame;
      const leaves =
        isNavigation && !own && prevented(this, 'will-navigate', { url, isMainFrame: true });
      const answer = (errorReason) =>
        this.devtools
          .send(errorReason ? 'Fetch.failRequest' : 'Fetch.continueRequest', {
            requestId,
            ...(errorReason ? { errorReason } : {}),
          })
          .catch(() => {});
      if (leaves) return answer(refusal.navigation);
      const ask = shim.parts.session.defaultSession.beforeRequest;
      if (ask === undefined) return answer();
      return ask({ url, method: request.method, resourceType }, ({ cancel }) => {
        void answer(cancel ? refusal.request : undefined);
      });
    }

    /** A message from the preload. */
    async hear(message, context) {
      if (message.kind === 'open') {
        const url = schemes.fromHttp(message.url);
        const { action } = this.windowOpenHandler({ url, frameName: message.name });
        if (action !== 'deny')
          console.error('electron-shim: windows opened by the page are not provided:', url);
        return;
      }
      const frame = { url: this.getURL(), parent: null };
      const event = { sender: this, senderFrame: frame, type: 'frame' };
      const args = codec.decode(message.args);
      if (message.kind === 'send') {
        ipcMain.emit(message.channel, event, ...args);
        return;
      }
      const { id, channel } = message;
      const reply = { kind: 'reply', id, channel };
      try {
        const handler = ipcMain.handlers.get(channel);
        if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
        this.push({ ...reply, value: codec.encode(await handler(event, ...args)) }, context);
      } catch (error) {
        this.push({ ...reply, error: String(error) }, context);
      }
    }

    push(message, context = this.preloadContext) {
      if (context === undefined || this.isDestroyed()) return;
      this.devtools
        .send('Runtime.evaluate', {
          contextId: context,
          expression: `globalThis['${secret}receive']?.(${JSON.stringify(message)})`,
        })
        .catch(() => {});
    }

    send(channel, ...args) {
      this.push({ kind: 'send', channel, args: codec.encode(args) });
    }

    async loadURL(url) {
      await this.window.up;
      const target = schemes.toHttp(url);
      this.wanted = target;
      const loaded = new Promise((resolve) => {
        this.loaded = resolve;
      });
      const { errorText, loaderId } = await this.devtools.send('Page.navigate', { url: target });
      if (errorText) throw new Error(`${errorText} loading '${url}'`);
      if (loaderId) await loaded;
    }

    reload() {
      this.wanted = this.address;
      this.devtools.send('Page.reload').catch(() => {});
    }

    forcefullyCrashRenderer() {
      this.devtools.send('Page.crash').catch(() => {});
    }

    setWindowOpenHandler(handler) {
      this.windowOpenHandler = handler;
    }

    async executeJavaScript(code) {
      await this.window.up;
      const { result, exceptionDetails } = await this.devtools.send('Runtime.evaluate', {
        expression: code,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    }

    getURL() {
      return schemes.fromHttp(this.address);
    }

    getTitle() {
      return this.window.getTitle();
    }

    getType() {
      return 'window';
    }

    isDestroyed() {
      return this.window.isDestroyed();
    }

    static getAllWebContents() {
      return [...all.values()];
    }

    static fromId(id) {
      return all.get(id);
    }

    static fromDevToolsTargetId(targetId) {
      return shim.windows.byTarget(targetId)?.webContents;
    }
  }
  return { WebContents, forget: (id) => all.delete(id) };
};
