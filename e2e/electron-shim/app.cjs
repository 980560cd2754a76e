/** `app`: life cycle, paths, and one instance for each folder of user data. */
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** Emits an event that listeners may prevent; true when one did. `facts` are what else the event says. */
const prevented = (emitter, name, facts = {}) => {
  let stopped = false;
  const event = {
    ...facts,
    preventDefault: () => {
      stopped = true;
    },
    get defaultPrevented() {
      return stopped;
    },
  };
  emitter.emit(name, event);
  return stopped;
};
exports.prevented = prevented;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * The first instance holds a file with its process id; a later one leaves its command line in a folder that the
 * first one watches. Everything at once, since Electron's call is synchronous.
 */
const createLock = (userData, heard) => {
  const folder = path.join(userData, 'electron-shim-instance');
  const holder = path.join(folder, 'holder');
  let watcher;
  const take = () => {
    fs.mkdirSync(folder, { recursive: true });
    const pid = Number(fs.existsSync(holder) ? fs.readFileSync(holder, 'utf8') : 0);
    if (pid !== 0 && pid !== process.pid && isAlive(pid)) {
      const message = JSON.stringify({ argv: process.argv, folder: process.cwd() });
      const name = `${process.pid}-${Date.now()}`;
      fs.writeFileSync(path.join(folder, `${name}.tmp`), message);
      fs.renameSync(path.join(folder, `${name}.tmp`), path.join(folder, `${name}.json`));
      return false;
    }
    fs.writeFileSync(holder, String(process.pid));
    watcher ??= fs.watch(folder, () => {
      for (const name of fs.readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
        const message = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
        fs.rmSync(path.join(folder, name));
        heard(message);
      }
    });
    watcher.unref();
    return true;
  };
  const release = () => {
    if (watcher) fs.rmSync(folder, { recursive: true, force: true });
    watcher?.close();
  };
  return { take, release };
};

exports.createApp = (shim) => {
  const { manifest, temporary, switches } = shim;
  const app = new EventEmitter();
  app.setMaxListeners(0);
  const userData = switches.get('user-data-dir') ?? path.join(temporary, 'user-data');
  const paths = {
    userData,
    temp: os.tmpdir(),
    home: os.homedir(),
    documents: os.homedir(),
    exe: process.execPath,
  };
  let resolveReady;
  const ready = new Promise((resolve) => {
    resolveReady = resolve;
  });
  const lock = createLock(userData, ({ argv, folder }) => {
    void ready.then(() => app.emit('second-instance', {}, argv, folder));
  });
  let quitting = false;
  let ended = false;
  const recent = [];

  Object.assign(app, {
    name: manifest.productName ?? manifest.name,
    isPackaged: false,
    recent,
    getName: () => app.name,
    getVersion: () => manifest.version,
    getAppPath: () => shim.folder,
    getLocale: () => 'en-US',
    getPath: (name) => {
      if (paths[name] === undefined) throw new Error(`Failed to get '${name}' path`);
      if (name === 'userData') fs.mkdirSync(userData, { recursive: true });
      return paths[name];
    },
    isReady: () => shim.ready,
    whenReady: () => ready,
    requestSingleInstanceLock: lock.take,
    setAboutPanelOptions: () => {},
    addRecentDocument: (file) => recent.push(file),
    focus: () => {},
    commandLine: { appendSwitch: () => {}, hasSwitch: (name) => switches.has(name) },
    becomeReady: () => {
      resolveReady();
      app.emit('ready', {}, {});
    },
    quit: () => {
      // Before it is ready there is nothing to ask.
      if (!shim.ready && shim.browser === undefined) return app.exit(0);
      if (quitting || ended) return undefined;
      if (prevented(app, 'before-quit')) return undefined;
      quitting = true;
      const open = shim.windows.all();
      for (const window of open) window.close();
      if (shim.windows.all().length > 0) quitting = false;
      else app.finishQuit();
      return undefined;
    },
    isQuitting: () => quitting,
    finishQuit: () => {
      if (prevented(app, 'will-quit')) {
        quitting = false;
        return;
      }
      app.emit('quit', {}, 0);
      app.exit(0);
    },
    exit: (code = 0) => {
      if (ended) return;
      ended = true;
      lock.release();
      const done = () => {
        fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
        process.exit(code);
      };
      const { browser } = shim;
      if (browser === undefined || browser.process.exitCode !== null) return done();
      browser.process.once('exit', done);
      browser.root.send('Browser.close').catch(() => {});
      setTimeout(() => browser.process.kill('SIGKILL'), 3000).unref();
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.exit(0));
  process.on('exit', () => shim.browser?.process.kill('SIGKILL'));
  return app;
};
