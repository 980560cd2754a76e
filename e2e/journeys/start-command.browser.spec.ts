import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../launchers/test.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What a command said, and how it ended. */
const run = (args: readonly string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [join(root, 'tools', 'start.mjs'), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  return { child, said: () => said, ended: once(child, 'exit') };
};

test('npm start serves the app to a browser where Electron is not, until it is ended', async ({
  app,
}) => {
  const { child, said, ended } = run(['--browser', '--no-open']);
  try {
    await expect.poll(said, { timeout: 50_000 }).toContain('Isobar runs in the browser at ');
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said()) ?? [''];
    await app.page.goto(url);
    await expect(app.page.locator('#root')).not.toBeEmpty();
    // What the page still fetches must not miss the server.
    await app.page.goto('about:blank');
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
});

test('npm start says what is wrong with its options', async () => {
  const { said, ended } = run(['--electorn']);
  expect((await ended)[0]).toBe(2);
  expect(said()).toContain("Unknown option '--electorn'");
  expect(said()).toContain('usage: npm start');
});

test('npm start ends with Electron, and hands its end on to it', async () => {
  // The stand-in for Electron is found where ELECTRON_OVERRIDE_DIST_PATH says.
  const { child, said, ended } = run(['--electron', '--no-open'], {
    ELECTRON_OVERRIDE_DIST_PATH: join(root, 'e2e', 'electron-shim'),
    ELECTRON_SHIM_DEBUG: '1',
  });
  try {
    // Chromium talks when a window is there.
    await expect.poll(said, { timeout: 50_000 }).toContain('[chromium]');
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
});
