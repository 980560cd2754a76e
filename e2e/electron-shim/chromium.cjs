/** Chromium, driven over the pipe of the DevTools protocol: no WebSocket, no package. */
const { spawn } = require('node:child_process');
const { EventEmitter } = require('node:events');
const fs = require('node:fs');

const places = [
  process.env.ISOBAR_CHROMIUM,
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** One target that this process is attached to; without an id, the browser itself. */
class Session extends EventEmitter {
  constructor(browser, id) {
    super();
    this.setMaxListeners(0);
    this.browser = browser;
    this.id = id;
  }

  send(method, params = {}) {
    return this.browser.send(method, params, this.id);
  }
}

class Browser {
  constructor(child) {
    this.process = child;
    this.count = 0;
    this.pending = new Map();
    this.sessions = new Map();
    this.root = new Session(this, undefined);
    const [, , , toBrowser, fromBrowser] = child.stdio;
    this.pipe = toBrowser;
    toBrowser.on('error', () => {});
    fromBrowser.on('error', () => {});
    // Messages end with a zero byte, and may come in pieces.
    let pieces = [];
    fromBrowser.on('data', (chunk) => {
      let from = 0;
      for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
        pieces.push(chunk.subarray(from, end));
        from = end + 1;
        const text = Buffer.concat(pieces).toString('utf8');
        pieces = [];
        this.receive(JSON.parse(text));
      }
      if (from < chunk.length) pieces.push(chunk.subarray(from));
    });
    child.on('exit', () => {
      for (const { reject } of this.pending.values()) reject(new Error('the browser is gone'));
      this.pending.clear();
    });
  }

  session(id) {
    if (!this.sessions.has(id)) this.sessions.set(id, new Session(this, id));
    return this.sessions.get(id);
  }

  send(method, params, sessionId) {
    this.count += 1;
    const id = this.count;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject, method });
      this.pipe.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  receive({ id, error, result, method, params, sessionId }) {
    if (id === undefined) {
      (sessionId ? this.session(sessionId) : this.root).emit(method, params);
      return;
    }
    const waiting = this.pending.get(id);
    this.pending.delete(id);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.resolve(result);
  }
}
exports.Browser = Browser;

/** Starts Chromium without a window. With a port, another program may debug the same browser there. */
exports.launch = ({ profile, headless, port }) => {
  const executable = places.find((place) => place && fs.existsSync(place));
  if (executable === undefined)
    throw new Error('electron-shim: there is no Chromium; name one in ISOBAR_CHROMIUM');
  const args = [
    '--remote-debugging-pipe',
    ...(port === undefined ? [] : [`--remote-debugging-port=${port || 0}`]),
    `--user-data-dir=${profile}`,
    ...(headless ? ['--headless=new', '--hide-scrollbars'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-startup-window',
    '--no-first-run',
    '--no-default-browser-check',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-background-networking',
    '--disable-backgrounding-occluded-windows',
    '--disable-background-timer-throttling',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-infobars',
    '--disable-renderer-backgrounding',
    '--disable-search-engine-choice-screen',
    '--disable-sync',
    '--disable-features=Translate,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding',
    '--force-color-profile=srgb',
    '--font-render-hinting=none',
  ];
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  child.stderr.on('data', (data) => {
    // Playwright waits for this line. The rest is Chromium talking to itself.
    for (const line of String(data).split('\n'))
      if (/^DevTools listening on /.test(line)) process.stderr.write(`${line}\n`);
      else if (process.env.ELECTRON_SHIM_DEBUG && line !== '')
        process.stderr.write(`[chromium] ${line}\n`);
  });
  const browser = new Browser(child);
  return Object.assign(browser, { executable, args });
};
