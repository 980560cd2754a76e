import type { Page } from '@playwright/test';
import type { HostApi, HostEvent } from '../../shared/host/host-api.ts';
import { expect, test } from '../launchers/test.ts';

/*
 * The desktop app below its surface: its main process, its bridge and its files, asked as a page would that somebody
 * broke into.
 */

declare global {
  interface Window {
    readonly isobar?: HostApi;
    heard?: HostEvent[];
  }
}

/** Asks the bridge of the desktop app, as a script in its page can. */
const ask = async <Method extends Exclude<keyof HostApi, 'listen'>>(
  page: Page,
  method: Method,
  ...args: readonly unknown[]
): Promise<Awaited<ReturnType<HostApi[Method]>> | { readonly refused: string }> =>
  page.evaluate(
    async ([name, given]) => {
      const call = window.isobar?.[name as 'info'] as (
        ...rest: readonly unknown[]
      ) => Promise<never>;
      try {
        return await call(...given);
      } catch (error) {
        return { refused: error instanceof Error ? error.message : String(error) };
      }
    },
    [method, args] as const,
  );

test('saves a file and reads it back', async ({ app }) => {
  await app.answer('save', 'orders.isobar.json');
  const saved = await ask(app.page, 'saveDesignAs', 'orders', '{"ü":"🚀"}\n');
  expect(saved).toMatchObject({ ok: true, value: { file: { name: 'orders.isobar.json' } } });
  expect(await app.readFile('orders.isobar.json')).toBe('{"ü":"🚀"}\n');
  if (!('ok' in saved && saved.ok)) return;
  const { file, version } = saved.value;
  expect(await ask(app.page, 'readDesign', file)).toMatchObject({
    ok: true,
    value: { text: '{"ü":"🚀"}\n', version },
  });
  await app.writeFile('orders.isobar.json', 'theirs');
  expect(await ask(app.page, 'saveDesign', file, 'mine', version)).toMatchObject({
    error: { code: 'changed' },
  });
  expect(await app.readFile('orders.isobar.json')).toBe('theirs');
});

test('writes an export into a folder, and nothing outside it', async ({ app }) => {
  await app.answer('folder', 'out');
  const folder = await ask(app.page, 'chooseFolder');
  if (!('ok' in folder && folder.ok)) throw new Error('no folder was chosen');
  const files = [{ path: 'src/a.mjs', text: '1' }];
  expect(await ask(app.page, 'writeFiles', folder.value, files)).toMatchObject({ ok: true });
  const outside = [{ path: '../b', text: '2' }];
  expect(await ask(app.page, 'writeFiles', folder.value, outside)).toMatchObject({
    error: { code: 'bad-path' },
  });
  expect(await app.listFiles('')).toEqual(['out/src/a.mjs']);
});

test('gives the page a frozen bridge, and nothing of Node.js', async ({ app }) => {
  const found = await app.page.evaluate(() => ({
    frozen: Object.isFrozen(window.isobar),
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  }));
  expect(found).toEqual({ frozen: true, node: [] });
  expect(await ask(app.page, 'info')).toMatchObject({ kind: 'electron' });
});

test('refuses calls that are wrong, and says which', async ({ app }) => {
  for (const [method, args] of [
    ['saveDesign', [{ id: '/etc/passwd' }, 'x', undefined]],
    ['saveDesignAs', ['name', { not: 'text' }]],
    ['finishClose', ['yes']],
    ['setMenu', [[{ label: 'x', entries: [{ kind: 'role', role: 'reload' }] }]]],
    ['info', ['too much']],
  ] as const)
    expect(await ask(app.page, method, ...args), method).toMatchObject({
      refused: expect.stringContaining(`${method} was called wrongly`),
    });
  // Well formed, but never chosen by a person.
  const file = { id: '/etc/passwd', name: 'passwd', folder: '/etc' };
  expect(await ask(app.page, 'readDesign', file)).toMatchObject({ error: { code: 'denied' } });
  expect(await ask(app.page, 'openDocumentation', 'https://example.com/')).toMatchObject({
    ok: false,
  });
  expect(await app.openedPages()).toEqual([]);
});

test('stays where it is: no navigation, no other window', async ({ app }) => {
  const before = app.page.url();
  await app.page.evaluate(() => {
    window.open('https://isobar.invalid/');
    location.href = 'https://isobar.invalid/';
  });
  await app.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://isobar.invalid/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
  });
  expect(await ask(app.page, 'info')).toMatchObject({ kind: 'electron' });
  expect(app.page.url()).toBe(before);
  expect(app.pages()).toHaveLength(1);
  app.takeProblems();
});

test('answers no window that is not its own', async ({ app }) => {
  const answers = await app.electron?.evaluate(async ({ app: own, BrowserWindow }) => {
    const preload = `${own.getAppPath()}/.vite/build/preload.cjs`;
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    const said: string[] = [];
    for (const url of ['app://isobar/index.html', 'data:text/html,<p>stranger</p>']) {
      await stranger.loadURL(url);
      said.push(
        await stranger.webContents.executeJavaScript(
          'window.isobar.info().then(() => "answered", (error) => error.message)',
        ),
      );
    }
    stranger.destroy();
    return said;
  });
  expect(answers).toEqual([
    expect.stringContaining('a window that is not ours called'),
    expect.stringContaining('a page that is not ours called'),
  ]);
});

test('opens the file it was started with', async ({ launchApp }) => {
  const app = await launchApp();
  await app.writeFile('given.isobar.json', '{}');
  const page = await app.restart({ open: 'given.isobar.json' });
  const recent = async () => {
    const files = await ask(page, 'recentFiles');
    return Array.isArray(files) ? files.map(({ file }) => file.name) : files;
  };
  await expect.poll(recent).toEqual(['given.isobar.json']);
  app.takeProblems();
});

test('keeps unsaved work through a crash, and window size through a restart', async ({
  launchApp,
}) => {
  const app = await launchApp({ size: { width: 1200, height: 800 } });
  const work = { key: 'k', name: 'Orders', text: 'unsaved', savedAt: 1 };
  expect(await ask(app.page, 'writeRecovery', work)).toMatchObject({ ok: true });
  const width = () => app.page.evaluate(() => innerWidth);
  await expect.poll(width).toBe(1200);
  await app.restart({ quit: true });
  expect(await width()).toBe(1200);
  await app.restart();
  expect(await ask(app.page, 'recoveries')).toEqual([work]);
});

test('asks before a window with unsaved work closes', async ({ app }) => {
  const windows = () =>
    app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await app.page.evaluate(() => {
    window.heard = [];
    window.isobar?.listen((event) => window.heard?.push(event));
  });
  await ask(app.page, 'setDocument', { title: 'Orders', dirty: true });
  await app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect
    .poll(() => app.page.evaluate(() => window.heard))
    .toContainEqual({ kind: 'close-requested' });
  await ask(app.page, 'finishClose', false);
  expect(await windows()).toBe(1);
  // Without unsaved work nobody is asked: the program ends with its last window.
  await ask(app.page, 'setDocument', { title: 'Orders', dirty: false });
  const ended = new Promise((resolve) => app.electron?.process().once('exit', resolve));
  await app.electron
    ?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    .catch(() => undefined);
  await ended;
});
