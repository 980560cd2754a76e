import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import type { HostApi, HostEvent } from '../../shared/host/host-api.ts';
import { expect, type LaunchedApp, test } from '../launchers/test.ts';

/*
 * The host of a browser on a real one: handles of real files, its database, its locks between tabs. The contract that
 * all hosts keep is tested apart, on a browser that is made up; here is what only a browser can show.
 */

declare global {
  interface Window {
    host: HostApi;
    events: HostEvent[];
  }
}

let script = '';
test.beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { browserMachine } from './browser-machine.ts';
import { createWebHost } from './web-host.ts';
window.host = createWebHost(browserMachine(window, '1.2.3'));
window.events = [];
window.host.listen((event) => window.events.push(event));`,
      resolveDir: fileURLToPath(new URL('../../renderer/host', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    write: false,
  });
  script = outputFiles[0]?.text ?? '';
});

/** A page of the app's origin with the host and without the app, which would use the same database. */
const onlyHost = async (page: Page, hash = ''): Promise<Page> => {
  await page.goto(new URL(`/nothing-here${hash}`, page.url()).href);
  await page.evaluate(script);
  return page;
};
const start = async (app: LaunchedApp): Promise<Page> => {
  const page = await onlyHost(app.page);
  app.takeProblems();
  return page;
};

test('says what it can do', async ({ app }) => {
  const page = await start(app);
  expect(await page.evaluate(() => window.host.info())).toMatchObject({
    kind: 'browser',
    version: '1.2.3',
    capabilities: { nativeMenu: false, folders: true, saveInPlace: true, windows: true },
  });
});

test('opens, saves in place, and notices what others write', async ({ app }) => {
  const page = await start(app);
  await app.writeFile('a.isobar.json', 'before');
  await app.answer('open', 'a.isobar.json');
  const saved = await page.evaluate(async () => {
    const opened = await window.host.openDesign();
    if (!opened.ok) return opened;
    const { file, version, text } = opened.value;
    await window.host.setDocument({ title: 'A', dirty: false, file });
    return { text, saved: await window.host.saveDesign(file, 'after 🚀', version) };
  });
  expect(saved).toMatchObject({ text: 'before', saved: { ok: true } });
  expect(await app.readFile('a.isobar.json')).toBe('after 🚀');
  await app.writeFile('a.isobar.json', 'theirs');
  await expect
    .poll(() => page.evaluate(() => window.events))
    .toMatchObject([{ kind: 'file-changed', file: { name: 'a.isobar.json' } }]);
  const refused = await page.evaluate(async () => {
    const [recent] = await window.host.recentFiles();
    return recent && window.host.saveDesign(recent.file, 'mine', 'an older version');
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'changed' } });
});

test('remembers files, settings and work in the browser, over tabs and crashes', async ({
  app,
}) => {
  const page = await start(app);
  await app.answer('save', 'b.isobar.json');
  await page.evaluate(async () => {
    await window.host.saveDesignAs('b', 'text');
    await window.host.writeSettings({ theme: 'dark' });
    await window.host.writeRecovery({ key: 'k', name: 'B', text: 'unsaved', savedAt: 5 });
  });
  // Another tab does not offer what this one is working on.
  const opening = app.nextWindow();
  await page.evaluate(() => window.host.newWindow());
  const second = await onlyHost(await opening);
  expect(await second.evaluate(() => window.host.recoveries())).toEqual([]);
  // When this one is gone, it does.
  const after = await onlyHost(await app.restart());
  app.takeProblems();
  const found = await after.evaluate(async () => {
    const [recent] = await window.host.recentFiles();
    return {
      settings: await window.host.readSettings(),
      recoveries: await window.host.recoveries(),
      opened: recent && (await window.host.readDesign(recent.file)),
    };
  });
  expect(found).toMatchObject({
    settings: { theme: 'dark' },
    recoveries: [{ key: 'k', text: 'unsaved' }],
    opened: { ok: true, value: { text: 'text', file: { name: 'b.isobar.json' } } },
  });
});

test('writes a folder, and knows what is there', async ({ app }) => {
  const page = await start(app);
  await app.answer('folder', 'out');
  const statuses = await page.evaluate(async () => {
    const folder = await window.host.chooseFolder();
    if (!folder.ok) return folder;
    const files = [
      { path: 'template.yaml', text: 'a' },
      { path: 'src/f/index.mjs', text: 'b' },
    ];
    const before = await window.host.compareFiles(folder.value, files);
    const written = await window.host.writeFiles(folder.value, files);
    const after = await window.host.compareFiles(folder.value, files);
    return [before, written, after].map((result) => (result.ok ? result.value : result.error));
  });
  expect(statuses).toMatchObject([
    [{ status: 'new' }, { status: 'new' }],
    undefined,
    [{ status: 'same' }, { status: 'same' }],
  ]);
  expect(Object.keys(await app.readFolder('out')).sort()).toEqual([
    'src/f/index.mjs',
    'template.yaml',
  ]);
});

test('opens a file that is dropped on the page', async ({ app }) => {
  const page = await start(app);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['dropped'], 'c.isobar.json'));
    const drop = (type: string) =>
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    drop('dragover');
    drop('drop');
  });
  await expect
    .poll(() => page.evaluate(() => window.events))
    .toMatchObject([{ kind: 'open-file', opened: { text: 'dropped' } }]);
});

test('opens the file that a new tab was made for', async ({ app }) => {
  const page = await start(app);
  await app.answer('save', 'd.isobar.json');
  const address = await page.evaluate(async () => {
    let opened = '';
    window.open = (url) => {
      opened = String(url);
      return null;
    };
    const saved = await window.host.saveDesignAs('d', 'in a new tab');
    if (saved.ok) await window.host.newWindow(saved.value.file);
    return opened;
  });
  const next = await onlyHost(page, new URL(address).hash);
  app.takeProblems();
  await expect
    .poll(() => next.evaluate(() => window.events))
    .toMatchObject([{ kind: 'open-file', opened: { text: 'in a new tab' } }]);
  expect(new URL(next.url()).hash).toBe('');
});

test('without pickers, files come as uploads and go as downloads', async ({ app }) => {
  await app.page.goto(new URL('/nothing-here', app.page.url()).href);
  await app.page.evaluate(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  await app.page.evaluate(script);
  app.takeProblems();
  const { page } = app;
  const choosing = page.waitForEvent('filechooser');
  const opened = page.evaluate(() => window.host.openDesign());
  await (await choosing).setFiles({
    name: 'e.isobar.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{}'),
  });
  expect(await opened).toMatchObject({ ok: true, value: { text: '{}' } });
  const downloading = page.waitForEvent('download');
  await page.evaluate(() => window.host.downloadFiles('orders', [{ path: 'a', text: 'b' }]));
  expect((await downloading).suggestedFilename()).toBe('orders.zip');
});
