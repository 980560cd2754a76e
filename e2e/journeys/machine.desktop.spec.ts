import type { Page } from '@playwright/test';
import type { HostApi, HostEvent } from '../../shared/host/host-api.ts';
import { expect, type LaunchedApp, test } from '../launchers/test.ts';

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
  expect(Object.keys(await app.readFolder(''))).toEqual(['out/src/a.mjs']);
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
  // The app itself, in the window that is not its own, was refused as well; word of that comes when it comes.
  const refused: string[] = [];
  await expect
    .poll(() => {
      refused.push(...app.takeProblems());
      return refused.length;
    })
    .toBeGreaterThan(0);
  for (const problem of refused) expect(problem).toContain('a window that is not ours called');
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

/** A page of ours without the app in it, which would answer by itself. */
const emptyPage = async (app: LaunchedApp): Promise<void> => {
  await app.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://isobar/nothing-here'),
  );
  await expect.poll(() => app.page.url()).toContain('nothing-here');
  // Chromium says that there is nothing.
  await expect.poll(() => app.takeProblems().join('\n')).toContain('404');
};
const closeWindow = (app: LaunchedApp): Promise<void> | undefined =>
  app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
const windowCount = (app: LaunchedApp): Promise<number> | undefined =>
  app.electron?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('asks the page before a window with unsaved work closes', async ({ app }) => {
  await emptyPage(app);
  await app.page.evaluate(() => {
    window.heard = [];
    window.isobar?.listen((event) => window.heard?.push(event));
  });
  await ask(app.page, 'setDocument', { title: 'Orders', dirty: true });
  await closeWindow(app);
  await expect
    .poll(() => app.page.evaluate(() => window.heard))
    .toContainEqual({ kind: 'close-requested' });
  await ask(app.page, 'finishClose', false);
  expect(await windowCount(app)).toBe(1);
  // Without unsaved work nobody is asked: the program ends with its last window.
  await ask(app.page, 'setDocument', { title: 'Orders', dirty: false });
  const ended = new Promise((resolve) => app.electron?.process().once('exit', resolve));
  await closeWindow(app)?.catch(() => undefined);
  await ended;
});

test('asks by itself when the page does not hear the question', async ({ app }) => {
  await emptyPage(app);
  await ask(app.page, 'setDocument', { title: 'Orders', dirty: true });
  await app.electron?.evaluate(({ dialog }) => {
    dialog.showMessageBox = (...args: unknown[]) => {
      const { message, cancelId } = args.at(-1) as { message: string; cancelId: number };
      Object.assign(globalThis, { question: message });
      return Promise.resolve({ response: cancelId, checkboxChecked: false });
    };
  });
  await closeWindow(app);
  await expect
    .poll(() => app.electron?.evaluate(() => (globalThis as { question?: string }).question))
    .toBe('This window does not answer.');
  expect(await windowCount(app)).toBe(1);
});

test('opens what a second start is given, in the program that runs', async ({ app }) => {
  await app.writeFile('second.isobar.json', '{}');
  await app.electron?.evaluate(
    ({ app: own }, path) => own.emit('second-instance', {}, ['isobar', path], '/'),
    `${app.folder}/second.isobar.json`,
  );
  const recent = async () => {
    const files = await ask(app.page, 'recentFiles');
    return Array.isArray(files) ? files.map(({ file }) => file.name) : files;
  };
  await expect.poll(recent).toEqual(['second.isobar.json']);
  expect(await windowCount(app)).toBe(1);
});

test('draws the menu bar that the page sends, and tells the page what was chosen', async ({
  app,
}) => {
  await emptyPage(app);
  await app.page.evaluate(() => {
    window.heard = [];
    window.isobar?.listen((event) => window.heard?.push(event));
  });
  const entry = { kind: 'command', id: 'test.hello', label: 'Hello', keys: 'Mod+J', enabled: true };
  await ask(app.page, 'setMenu', [{ label: 'File', entries: [entry] }]);
  const found = await app.electron?.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('test.hello');
    item?.click();
    return [item?.label, item?.accelerator, item?.registerAccelerator];
  });
  expect(found).toEqual(['Hello', 'CmdOrCtrl+J', false]);
  await expect
    .poll(() => app.page.evaluate(() => window.heard))
    .toEqual([{ kind: 'command', id: 'test.hello' }]);
});

test('offers to load a window again whose process died, and does', async ({ app }) => {
  const alive = () =>
    app.electron?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        'window.isobar.info().then(({ kind }) => kind)',
      ),
    );
  await app.electron?.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = (...args: unknown[]) => {
      const { message } = args.at(-1) as { message: string };
      Object.assign(globalThis, { question: message });
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(() => app.electron?.evaluate(() => (globalThis as { question?: string }).question))
    .toBe('This window stopped working.');
  await expect.poll(alive).toBe('electron');
});

test('opens more windows, which share the clipboard and not the unsaved work', async ({ app }) => {
  const opening = app.nextWindow();
  await ask(app.page, 'newWindow');
  const second = await opening;
  expect(await windowCount(app)).toBe(2);
  await ask(app.page, 'writeClipboard', 'nodes');
  expect(await ask(second, 'readClipboard')).toEqual({ ok: true, value: 'nodes' });
  const work = { key: 'k', name: 'Orders', text: 'unsaved', savedAt: 1 };
  await ask(app.page, 'writeRecovery', work);
  expect(await ask(second, 'recoveries')).toEqual([]);
  const places = await app.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getNormalBounds().width),
  );
  expect(new Set(places).size).toBe(1);
});
