/**
 * `npm start`: the app in Electron's window where Electron's executable is here or can be had, else the same app in
 * the browser, served on 127.0.0.1 alone.
 *
 *   npm start [-- <options>] [-- <design.isobar.json>]
 *     --electron   Electron or nothing
 *     --browser    the browser, without looking for Electron
 *     --no-open    do not start the browser, only print the address
 *     --port <n>   the port of the address; any that is free without it
 *     --dev        changed sources show at once (a development server, with a laxer policy than the app's)
 */
import { spawn, spawnSync } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildApp, isBuilt } from './build-app.mjs';
import { electronInstaller, findElectron } from './find-electron.mjs';
import { serveBuiltApp } from './serve-app.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const readOptions = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        electron: { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('usage: npm start -- [--electron|--browser] [--no-open] [--port <n>] [--dev]');
    process.exit(2);
  }
};

/** Tries once to get Electron's executable, where its server can be reached at all. */
const fetchElectron = async () => {
  const installer = electronInstaller();
  if (installer === undefined) return;
  const reachable = await Promise.race([
    lookup('github.com').then(
      () => true,
      () => false,
    ),
    wait(3000, false, { ref: false }),
  ]);
  if (!reachable) return;
  console.log("Fetching Electron's executable once…");
  // What it says when it fails is a stack; the line below says what it means.
  spawnSync(process.execPath, [installer], {
    stdio: ['ignore', 'inherit', 'ignore'],
    timeout: 300_000,
  });
};

const electronPath = async () => {
  const here = findElectron();
  if (here !== undefined) return here;
  await fetchElectron();
  return findElectron();
};

/** Opens an address in the person's browser; that there is none is no failure. */
const openBrowser = (/** @type {string} */ url) => {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(command ?? '', args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
};

/** Ends what was started when this process is told to end. */
const onEnd = (/** @type {(signal: NodeJS.Signals) => void} */ end) => {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => end(signal));
};

/** @returns {Promise<{ url: string, close: () => Promise<void> }>} */
const startDevServer = async (/** @type {number} */ port) => {
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: join(root, 'vite.config.ts'),
    server: { host: '127.0.0.1', port: port || 5173 },
  });
  await server.listen();
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
};

const { values, positionals } = readOptions();
const port = Number(values.port);
if (!isBuilt()) {
  console.log('Building the app…');
  console.log(`Built in ${((await buildApp()) / 1000).toFixed(1)} s.`);
}
const electron = values.browser ? undefined : await electronPath();
if (electron === undefined && values.electron) {
  console.error(
    "Electron's executable is not on this machine and could not be fetched from github.com. npm start -- --browser needs none.",
  );
  process.exit(1);
}

if (electron === undefined) {
  const server = await (values.dev ? startDevServer(port) : serveBuiltApp(port));
  const why = values.browser ? '' : " (Electron's executable could not be had)";
  console.log(`Isobar runs in the browser at ${server.url}${why}. Ctrl+C ends it.`);
  if (!values['no-open'] && !process.env.CI) openBrowser(server.url);
  onEnd(() => {
    void server.close().finally(() => process.exit(0));
  });
} else {
  const server = values.dev ? await startDevServer(port) : undefined;
  const child = spawn(electron, [root, ...positionals], {
    stdio: 'inherit',
    env: { ...process.env, ...(server ? { ISOBAR_DEV_SERVER: server.url } : {}) },
  });
  // The window ends itself when it is told to, and this with it.
  onEnd((signal) => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Electron did not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code) => {
    void server?.close();
    process.exit(code ?? 0);
  });
}
